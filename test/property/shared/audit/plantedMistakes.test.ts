import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { zoneOf } from '../../../../shared/calendar/zone.ts';
import type { Deviation } from '../../../../shared/engine/deviation.ts';
import type { Run } from '../../../../shared/engine/outcome.ts';
import type { Action, Program } from '../../../../shared/engine/program.ts';
import { ledgerRows } from '../../../../shared/engine/rows.ts';
import { runProgram } from '../../../../shared/engine/run.ts';
import { auditOf, invoicesOf, ledgerCsv, recordOf } from '../../../support/audited.ts';
import { demandAt, meteredPrograms } from '../../../support/meteredPrograms.ts';
import { cells, expectReconciled, firstOther, optional, termsOfProgram } from '../../../support/plantedBills.ts';
import { outcomeOf, programs, usageColumns } from '../../../support/programs.ts';

interface Mistake {
  readonly name: string;
  readonly deviation?: Deviation;
  readonly change?: (program: Program) => Program;
  /** It shows in metered usage alone. */
  readonly metered?: true;
}

/** The events at some places of a usage, in that order. */
function usageOf({ usage }: Program, places: readonly number[]): Program['usage'] {
  const drafts = places.map((row) => ({ at: usage.at[row]!, demand: usage.demand[row]!, flags: usage.flags[row]! }));
  return { ...usageColumns(drafts), ids: places.map((row) => usage.ids[row]!) };
}

/** Places of all events, and the one in the middle: that is dealt with wrongly. */
function placesOf({ usage }: Program) {
  const all = Array.from({ length: usage.count }, (_, row) => row);
  return { all, chosen: all[Math.floor(all.length / 2)] ?? -1 };
}

const week = 7 * 86_400_000;

const isFlex = (action: Action) => action.do === 'set-flex';

const mistakes: readonly Mistake[] = [
  { name: 'prepaid-first', deviation: { draws: 'prepaid-first' } },
  { name: 'whole-events', deviation: { draws: 'whole-events' } },
  { name: 'rollover', deviation: { rollover: true } },
  { name: 'no-forfeit', deviation: { noForfeit: true } },
  { name: 'flex-ceil', deviation: { flexRounding: 'up' } },
  { name: 'flex-nearest', deviation: { flexRounding: 'nearest' } },
  { name: 'flex-unrounded', deviation: { flexRounding: 'none' } },
  { name: 'flex-per-event', deviation: { flexSums: 'event' } },
  { name: 'flex-per-meter', deviation: { flexSums: 'meter' }, metered: true },
  {
    name: 'stale-rate',
    metered: true,
    // A rate that comes a week late: until then the one before it.
    change: (program) => {
      const demand = demandAt(program, (at, rates) => {
        const { from } = rates.at(-1)!;
        return at >= from && at < from + week ? from - 1 : at;
      });
      return { ...program, usage: { ...program.usage, demand } };
    },
  },
  { name: 'fraction-carried', deviation: { fractionCarried: true } },
  { name: 'retroactive-prepaid', deviation: { retroactivePrepaid: true } },
  { name: 'annual-by-month', deviation: { annualByMonth: 'lapsing' } },
  { name: 'annual-by-month', deviation: { annualByMonth: 'staying' } },
  { name: 'time-zone', change: (program) => ({ ...program, zone: zoneOf('Asia/Tokyo')! }) },
  { name: 'calendar-cycles', change: (program) => ({ ...program, includedCycle: 'calendar', flexCycle: 'calendar' }) },
  {
    name: 'anniversary-cycles',
    change: (program) => ({ ...program, includedCycle: 'anniversary', flexCycle: 'anniversary' }),
  },
  {
    name: 'cap-ignored',
    change: (program) => ({
      ...program,
      opening: program.opening && { ...program.opening, cap: null },
      actions: program.actions.map((action) => (isFlex(action) && action.cap ? { ...action, cap: null } : action)),
    }),
  },
  {
    name: 'missing-usage',
    change: (program) => {
      const { all, chosen } = placesOf(program);
      return { ...program, usage: usageOf(program, all.toSpliced(chosen, 1)) };
    },
  },
  {
    name: 'duplicate-usage',
    change: (program) => {
      const { all, chosen } = placesOf(program);
      return chosen < 0 ? program : { ...program, usage: usageOf(program, all.toSpliced(chosen, 0, chosen)) };
    },
  },
  {
    name: 'flex-off-ignored',
    change: (program) => ({
      ...program,
      opening: program.opening && { ...program.opening, flexEnabled: true },
      actions: program.actions.map((action) =>
        isFlex(action) && action.enabled === false ? { ...action, enabled: true } : action,
      ),
    }),
  },
];

/** A run with a mistake, where it can be made and shows; null elsewhere. */
function wrongRun(program: Program, right: Run, { deviation, change }: Mistake): Run | null {
  const run = runProgram(change ? change(program) : program, deviation);
  if (!run.ok) return null;
  const shows = comparedText(run.value) !== comparedText(right) || billText(run.value) !== billText(right);
  return shows ? run.value : null;
}

/** The amounts of a bill by instant and kind. */
function billText(run: Run): string {
  const lines = run.invoices.flatMap(({ issuedAt, lines: own }) =>
    own.filter(({ amount }) => amount !== 0n).map(({ kind, amount }) => `${issuedAt} ${kind} ${amount}`),
  );
  return lines.sort().join('\n');
}

/** All that an audit compares of a ledger. */
function comparedText(run: Run): string {
  const rows = [...ledgerRows(run)].filter(({ kind }) => !optional.has(kind));
  return rows.map((row) => cells.map((column) => row[column] || '0').join(',')).join('\n');
}

describe('a mistake that is planted in a bill', () => {
  it.each(mistakes)('$name: the first divergence is named, it is explained, and all adds up', (mistake) => {
    let shown = 0;
    fc.assert(
      fc.property(mistake.metered ? meteredPrograms : programs, (program) => {
        const right = outcomeOf(program);
        const wrong = wrongRun(program, right, mistake);
        fc.pre(wrong !== null);
        shown += 1;
        const files = { ledger: ledgerCsv(wrong!), invoices: invoicesOf(wrong!), usage: recordOf(right) };
        const report = auditOf(termsOfProgram(program), files);
        const first = firstOther([...ledgerRows(wrong!)], [...ledgerRows(right)]);
        expect(report.firstDivergence?.row ?? null).toBe(first);
        const best = report.explanations.filter(
          ({ residual, differingRows }) => residual === '0.00' && differingRows === 0,
        );
        const isNamed = best.some(({ hypothesis }) => hypothesis === mistake.name);
        expect({ isNamed: isNamed || best.length === 10, explained: report.explained }).toEqual({
          isNamed: true,
          explained: true,
        });
        expectReconciled(report);
        expect(report.reconciliation.byHypothesis!.unexplained).toBe('0.00');
      }),
      { numRuns: 12, maxSkipsPerRun: 2000 },
    );
    expect(shown).toBeGreaterThan(0);
  });
});
