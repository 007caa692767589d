import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Run } from '../../../../shared/engine/outcome.ts';
import type { Action, Program } from '../../../../shared/engine/program.ts';
import { balancesAfter, blockedOf, ledgerRow, ledgerRows, rowCount } from '../../../../shared/engine/rows.ts';
import { bigints } from '../../../support/arithmetic.ts';
import { PlainEngine } from '../../../support/plainEngine.ts';
import { inOrder, outcomeOf, programs, usageColumns } from '../../../support/programs.ts';

/** A long campaign where one is asked for. */
const runs = { numRuns: process.env['DRAWDOWN_LONG'] === '1' ? 20_000 : 400 };

/** What a ledger says, numbers of rows and words apart. */
function figures(run: Run): string[] {
  return [...ledgerRows(run)]
    .filter((row) => row.kind !== 'opening')
    .map((row) =>
      [
        row.at,
        row.kind,
        row.id,
        row.included,
        row.prepaid,
        row.flex,
        row.blocked,
        row.includedAfter,
        row.prepaidAfter,
        row.flexMonthAfter,
      ].join(' '),
    );
}

function lines(run: Run): string[] {
  return run.invoices.flatMap(({ issuedAt, lines }) =>
    lines.map(({ kind, credits, amount }) => `${issuedAt} ${kind} ${credits} ${amount}`),
  );
}

describe('a run of any legal scenario', () => {
  it('equals the rules written down one event at a time (F46)', () => {
    fc.assert(
      fc.property(programs, (program) => {
        const run = outcomeOf(program);
        const plain = new PlainEngine(program, bigints).run();
        const entries = [...ledgerRows(run)].map((row) => [
          row.kind,
          Date.parse(row.at),
          row.includedAfter,
          row.prepaidAfter,
          row.flexMonthAfter,
        ]);
        const text = (nanos: bigint): string => (Number(nanos) / 1e9).toFixed(9).replace(/\.?0+$/, '');
        expect(entries).toEqual(
          plain.entries.map((entry) => [
            entry.kind,
            entry.at,
            text(entry.includedAfter),
            text(entry.prepaidAfter),
            text(entry.flexMonthAfter),
          ]),
        );
        const used = plain.entries.filter((entry) => entry.kind === 'use');
        expect([...run.draws.included].map(BigInt)).toEqual(used.map((entry) => entry.included));
        expect([...run.draws.prepaid].map(BigInt)).toEqual(used.map((entry) => entry.prepaid));
        expect([...run.draws.flex].map(BigInt)).toEqual(used.map((entry) => entry.flex));
        expect(used.map((_, row) => BigInt(blockedOf(run, row)))).toEqual(used.map((entry) => entry.blocked));
        const byTime = plain.lines.map(({ at, kind, credits, amount }) => `${at} ${kind} ${credits} ${amount}`);
        expect(lines(run).toSorted()).toEqual(byTime.toSorted());
      }),
      runs,
    );
  });

  it('asks for what it serves and blocks, event by event and in total', () => {
    fc.assert(
      fc.property(programs, (program) => {
        const { draws, totals } = outcomeOf(program);
        const sum = (column: Float64Array): bigint => column.reduce((total, nanos) => total + BigInt(nanos), 0n);
        expect(totals.included + totals.prepaid + totals.flex + totals.blocked).toBe(sum(program.usage.demand));
        program.usage.demand.forEach((demand, row) => {
          const served = draws.included[row]! + draws.prepaid[row]! + draws.flex[row]!;
          expect(served).toBeLessThanOrEqual(demand);
          if ((program.usage.flags[row]! & 1) !== 0) expect([0, demand]).toContain(served);
        });
      }),
      runs,
    );
  });

  it('accounts for every credit that was ever there', () => {
    fc.assert(
      fc.property(programs, (program) => {
        const { totals, closing } = outcomeOf(program);
        const lots = (state: typeof closing | null): bigint =>
          state?.lots.reduce((sum, lot) => sum + BigInt(lot.credits), 0n) ?? 0n;
        const before = BigInt(program.opening?.included ?? 0) + lots(program.opening);
        const after = BigInt(closing.included) + lots(closing);
        const come = totals.granted + totals.purchased + totals.adjusted;
        const gone = totals.included + totals.prepaid + totals.expired + totals.forfeited;
        expect(before + come).toBe(after + gone);
      }),
      runs,
    );
  });

  it('draws prepaid only when included is gone, and Flex only when both are', () => {
    fc.assert(
      fc.property(programs, (program) => {
        const run = outcomeOf(program);
        const early = Array.from({ length: program.usage.count }, (_, row) => row).filter((row) => {
          const { included, prepaid } = balancesAfter(run, row);
          const prepaidEarly = run.draws.prepaid[row]! > 0 && included > 0;
          return prepaidEarly || (run.draws.flex[row]! > 0 && included + prepaid > 0);
        });
        expect(early).toEqual([]);
      }),
      runs,
    );
  });

  it('bills each Flex month rounded down once, dropping less than a credit', () => {
    fc.assert(
      fc.property(programs, (program) => {
        const { flexMonths, totals, closing } = outcomeOf(program);
        const opening = BigInt(program.opening?.subscription?.flexMonth ?? 0);
        const open = BigInt(closing.subscription?.flexMonth ?? 0);
        for (const { sum, billed, dropped } of flexMonths) {
          expect(billed).toBe(Math.floor(sum / 1e9) * 1e9);
          expect(dropped).toBeGreaterThanOrEqual(0);
          expect(dropped).toBeLessThan(1e9);
        }
        expect(totals.billedFlex + totals.dropped + open).toBe(totals.flex + opening);
      }),
      runs,
    );
  });

  it('gives the same entries and lines in one run as split at any instant', () => {
    fc.assert(
      fc.property(
        programs,
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        fc.boolean(),
        (program, share, onBoundary) => {
          const whole = outcomeOf(program);
          const split = splitInstant(program, whole, share, onBoundary);
          fc.pre(split > program.start && split < program.end);
          fc.pre(
            !program.actions.some(
              (action) => action.at === split && (action.do === 'cancel' || action.do === 'change-plan'),
            ),
          );
          const [first, second] = splitRun(program, split);
          expect([...figures(first), ...figures(second)].filter((row) => !row.includes(' subscribe '))).toEqual(
            figures(whole).filter((row) => !row.includes(' subscribe ')),
          );
          expect([...lines(first), ...lines(second)].toSorted()).toEqual(lines(whole).toSorted());
          expect(withoutIds(second)).toEqual(withoutIds(whole));
        },
      ),
      runs,
    );
  });

  it('gives the same ledger again from the usage of its own rows', () => {
    fc.assert(
      fc.property(programs, (program) => {
        const run = outcomeOf(program);
        const rows = [...ledgerRows(run)];
        const used = rows
          .filter((row) => row.kind === 'use')
          .map((row) => ({
            at: Date.parse(row.at),
            demand: Math.round(Number(row.credits) * 1e9),
            flags: (row.flags.includes('whole') ? 1 : 0) + (row.flags.includes('free') ? 2 : 0),
          }));
        const again = outcomeOf({ ...program, usage: usageColumns(used) });
        expect(figures(again).map(withoutName)).toEqual(figures(run).map(withoutName));
      }),
      runs,
    );
  });

  it('numbers its rows without gaps, each the same whether read alone or in order', () => {
    fc.assert(
      fc.property(programs, (program) => {
        const run = outcomeOf(program);
        const rows = [...ledgerRows(run)];
        expect(rows.map((row) => row.seq)).toEqual(Array.from({ length: rowCount(run) }, (_, index) => index + 1));
        rows.forEach((row) => expect(ledgerRow(run, row.seq)).toEqual(row));
        rows
          .slice(1)
          .forEach((row, index) => expect(Date.parse(row.at)).toBeGreaterThanOrEqual(Date.parse(rows[index]!.at)));
      }),
      { numRuns: 100 },
    );
  });
});

function withoutName(row: string): string {
  return row.replace(/use-\d+/, 'use');
}

function withoutIds({ closing }: Run): object {
  return { ...closing, lots: closing.lots.map(({ credits, unitPrice }) => ({ credits, unitPrice })) };
}

function splitInstant(program: Program, whole: Run, share: number, onBoundary: boolean): number {
  const entries = whole.entries.filter((entry) => entry.at > program.start && entry.at < program.end);
  if (onBoundary && entries.length > 0) return entries[Math.floor(share * entries.length)]!.at;
  return Math.floor(program.start + share * (program.end - program.start));
}

/** Two runs that share an instant; a change that waited for exactly that instant starts the second as a subscription. */
function splitRun(program: Program, split: number): [Run, Run] {
  const before = ({ at }: { at: number }): boolean => at < split;
  const usage = Array.from(program.usage.at, (at, row) => ({
    at,
    demand: program.usage.demand[row]!,
    flags: program.usage.flags[row]!,
    id: program.usage.ids[row]!,
  }));
  const columns = (rows: typeof usage) => ({ ...usageColumns(rows), ids: rows.map((row) => row.id) });
  const first = outcomeOf({
    ...program,
    end: split,
    actions: program.actions.filter(before),
    usage: columns(usage.filter(before)),
  });
  const due = changeAt(first, split);
  const resumed: Action[] = due === null ? [] : [{ do: 'subscribe', plan: due, at: split, path: 'timeline[-1]' }];
  const second = outcomeOf({
    ...program,
    start: split,
    opening: first.closing,
    actions: inOrder([...resumed, ...program.actions.filter((action) => !before(action))]),
    usage: columns(usage.filter((row) => !before(row))),
  });
  return [first, second];
}

/** The plan of a change that took effect exactly at the end of a run, where it could not open its first cycle. */
function changeAt({ entries, closing, flexMonths, program }: Run, at: number): number | null {
  const last = flexMonths.at(-1);
  if (closing.subscription || last?.until !== at || !last.final) return null;
  const ordered = entries.findLast((entry) => entry.kind === 'change-plan' || entry.kind === 'cancel');
  const opening = program.opening?.subscription?.pending;
  if (!ordered) return opening?.do === 'change-plan' ? opening.plan : null;
  if (ordered.kind === 'cancel' || !('name' in ordered.cause)) return null;
  const { name } = ordered.cause;
  return program.plans.findIndex((plan) => plan.id === name);
}
