import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatCredits, nanosPerCredit } from '../../../../shared/base/credits.ts';
import type { Program } from '../../../../shared/engine/program.ts';
import { ledgerRows } from '../../../../shared/engine/rows.ts';
import { runProgram } from '../../../../shared/engine/run.ts';
import type { LedgerRow } from '../../../../shared/ledger/row.ts';
import { rowAmount } from '../../../../shared/ledger/rowAmount.ts';
import { auditOf, invoicesOf, ledgerCsv, recordOf } from '../../../support/audited.ts';
import { meteredPrograms } from '../../../support/meteredPrograms.ts';
import { expectReconciled, firstOther, optional, termsOfProgram } from '../../../support/plantedBills.ts';
import { inOrder, outcomeOf, programs, usageColumns } from '../../../support/programs.ts';

/** A finding that is planted in a right ledger or its invoices; null where the ledger has no place for it. */
interface Plant {
  readonly code: string;
  /** What it may be called instead, by what else the terms say of the row. */
  readonly or?: readonly string[];
  /** It shows in metered usage alone. */
  readonly metered?: true;
  readonly rows?: (rows: readonly LedgerRow[], pick: number) => readonly LedgerRow[] | null;
  readonly invoices?: (lines: readonly string[], pick: number) => readonly string[] | null;
}

const nothing = { quantity: '', credits: '', included: '', prepaid: '', flex: '', blocked: '' };

/** Changes one of the rows of a kind. */
function altered(kind: LedgerRow['kind'], change: (row: LedgerRow) => Partial<LedgerRow> | null) {
  return (rows: readonly LedgerRow[], pick: number): readonly LedgerRow[] | null => {
    const places = rows.flatMap((row, index) => (row.kind === kind && change(row) !== null ? [index] : []));
    const at = places[pick % places.length];
    return at === undefined ? null : rows.with(at, { ...rows[at]!, ...change(rows[at]!)! } as LedgerRow);
  };
}

/** Leaves one of the rows of a kind out. */
function without(
  kind: LedgerRow['kind'],
  isMeant: (row: LedgerRow, rows: readonly LedgerRow[]) => boolean = () => true,
) {
  return (rows: readonly LedgerRow[], pick: number): readonly LedgerRow[] | null => {
    const places = rows.flatMap((row, index) => (row.kind === kind && isMeant(row, rows) ? [index] : []));
    const at = places[pick % places.length];
    return at === undefined ? null : renumbered(rows.toSpliced(at, 1));
  };
}

/** Puts a row after one of those of a kind. */
function added(kind: LedgerRow['kind'], make: (row: LedgerRow) => LedgerRow) {
  return (rows: readonly LedgerRow[], pick: number): readonly LedgerRow[] | null => {
    const places = rows.flatMap((row, index) => (row.kind === kind ? [index] : []));
    const at = places[pick % places.length];
    return at === undefined ? null : renumbered(rows.toSpliced(at + 1, 0, make(rows[at]!)));
  };
}

function renumbered(rows: readonly LedgerRow[]): LedgerRow[] {
  return rows.map((row, index) => ({ ...row, seq: index + 1 }));
}

const plus = (text: string, more: number) => formatCredits(rowAmount(text) + BigInt(more * nanosPerCredit));
const isSomething = (row: LedgerRow) => Number(row.credits) > 0;

const plants: readonly Plant[] = [
  { code: 'balance', rows: altered('use', (row) => ({ includedAfter: plus(row.includedAfter, 1) })) },
  { code: 'draw-order', or: ['cap', 'blocked-served'], rows: altered('use', drawnAsFlex) },
  { code: 'rate', metered: true, rows: altered('use', (row) => (isRated(row) ? moreDemanded(row) : null)) },
  { code: 'flex-rounding', rows: altered('flex-close', (row) => ({ flex: plus(row.flex, 1) })) },
  { code: 'missing-grant', rows: without('grant', isSomething) },
  { code: 'missing-expiry', rows: without('expire') },
  { code: 'not-forfeited', rows: without('forfeit') },
  { code: 'missing-purchase', rows: without('purchase') },
  { code: 'missing-adjustment', rows: without('adjust') },
  { code: 'missing-close', rows: without('flex-close') },
  { code: 'missing-usage', rows: without('use') },
  { code: 'duplicate-id', rows: added('use', (row) => row) },
  { code: 'extra-usage', rows: added('use', (row) => ({ ...row, ...nothing, credits: '0', id: 'job-of-nobody' })) },
  { code: 'sequence', rows: altered('use', (row) => ({ seq: row.seq + 1000 })) },
  {
    code: 'invoice-missing',
    invoices: (lines, pick) => (lines.length > 0 ? lines.toSpliced(pick % lines.length, 1) : null),
  },
  { code: 'invoice-amount', invoices: (lines, pick) => linesWith(lines, pick, overcharged) },
  {
    code: 'invoice-unexpected',
    or: ['out-of-period'],
    invoices: (lines, pick) => (lines.length > 0 ? [...lines, elsewhere(lines[pick % lines.length]!)] : null),
  },
];

const isRated = ({ meter, flags }: LedgerRow) => meter !== '' && flags === '';

/** A credit more than the quantity asks for, blocked so that no balance changes. */
function moreDemanded({ credits, blocked }: LedgerRow): Partial<LedgerRow> {
  return { credits: plus(credits, 1), blocked: plus(blocked, 1) };
}

/** A credit of the included ones is drawn as Flex. */
function drawnAsFlex({ included, flex, flexMonthAfter, includedAfter }: LedgerRow): Partial<LedgerRow> | null {
  if (Number(included) < 1) return null;
  return {
    included: plus(included, -1),
    flex: plus(flex, 1),
    includedAfter: plus(includedAfter, 1),
    flexMonthAfter: plus(flexMonthAfter, 1),
  };
}

function linesWith(lines: readonly string[], pick: number, change: (line: string) => string): readonly string[] | null {
  return lines.length === 0 ? null : lines.with(pick % lines.length, change(lines[pick % lines.length]!));
}

function overcharged(line: string): string {
  const parts = line.split(',');
  return [...parts.slice(0, -1), (Number(parts.at(-1)) + 0.5).toFixed(2)].join(',');
}

/** The same line a minute later, on an invoice of its own. */
function elsewhere(line: string): string {
  const [, at, ...rest] = line.split(',');
  const later = new Date(Date.parse(at!) + 60_000).toISOString().replace('.000Z', 'Z');
  return ['999', later, ...rest].join(',');
}

describe('a finding that is planted in a right ledger', () => {
  it.each(plants)(
    '$code is named, with the first row that differs, and all adds up',
    ({ code, or = [], metered, rows, invoices }) => {
      fc.assert(
        fc.property(metered ? meteredPrograms : programs, fc.nat({ max: 1000 }), (program, pick) => {
          const right = outcomeOf(program);
          const all = [...ledgerRows(right)];
          const [header, ...lines] = invoicesOf(right).trim().split('\n');
          const wrongRows = rows ? rows(all, pick) : all;
          const wrongLines = invoices ? invoices(lines, pick) : lines;
          fc.pre(wrongRows !== null && wrongLines !== null);
          const files = {
            ledger: ledgerCsv(right, () => [...wrongRows!]),
            invoices: `${[header, ...wrongLines!].join('\n')}\n`,
            usage: recordOf(right),
          };
          const report = auditOf(termsOfProgram(program), files);
          const named = report.findings.map((finding) => finding.code);
          expect({ named, is: named.some((each) => [code, ...or].includes(each)) }).toEqual({ named, is: true });
          expect(report.firstDivergence?.row ?? null).toBe(firstOther(wrongRows!, all));
          expectReconciled(report);
        }),
        { numRuns: 12, maxSkipsPerRun: 2000 },
      );
    },
  );
});

/** The kinds of rows that the terms order, and what it is called when one of them is missing. */
const ordered: ReadonlyMap<LedgerRow['kind'], string> = new Map([
  ['expire', 'missing-expiry'],
  ['forfeit', 'not-forfeited'],
  ['flex-close', 'missing-close'],
  ['grant', 'missing-grant'],
  ['purchase', 'missing-purchase'],
  ['adjust', 'missing-adjustment'],
  ['use', 'missing-usage'],
]);

/** The same timeline with all that happens on a day or two after another at one instant; null where the rules do not allow that. */
function crowded(program: Program): Program | null {
  const { zone, start, end } = program;
  const day = 24 * 3_600_000;
  const instant = (at: number) => {
    const local = zone.toLocal(at);
    return Math.min(end - 1, Math.max(start, zone.toInstant(local - (local % (20 * day)))));
  };
  const { usage } = program;
  const drafts = Array.from(usage.at, (at, row) => ({
    at: instant(at),
    demand: usage.demand[row]!,
    flags: usage.flags[row]!,
  }));
  const actions = inOrder(program.actions.map((action) => ({ ...action, at: instant(action.at) })));
  const together = { ...program, actions, usage: usageColumns(drafts) };
  return runProgram(together).ok ? together : null;
}

/** The places of rows that something else happens at the instant of, and that are missed where they are left out. */
function crowdedPlaces(rows: readonly LedgerRow[]): number[] {
  return rows.flatMap((row, index) => {
    const next = rows.slice(index + 1).find(({ kind }) => !optional.has(kind));
    const counts = row.kind === 'use' || row.credits !== '0';
    return counts && ordered.has(row.kind) && next?.at === row.at ? [index] : [];
  });
}

describe('a row that is missing before others of its instant', () => {
  it('is named for what it is, whatever follows it', () => {
    let shown = 0;
    fc.assert(
      fc.property(programs, fc.nat({ max: 1000 }), (drafted, pick) => {
        const program = crowded(drafted);
        fc.pre(program !== null);
        const right = outcomeOf(program!);
        const all = [...ledgerRows(right)];
        const places = crowdedPlaces(all);
        fc.pre(places.length > 0);
        shown += 1;
        const at = places[pick % places.length]!;
        const rows = renumbered(all.toSpliced(at, 1));
        const files = { ledger: ledgerCsv(right, () => rows), invoices: invoicesOf(right), usage: recordOf(right) };
        const report = auditOf(termsOfProgram(program!), files);
        const named = report.findings.filter(({ severity }) => severity === 'error').map(({ code }) => code);
        expect(named).toEqual([ordered.get(all[at]!.kind)]);
        expect(report.firstDivergence?.row ?? null).toBe(firstOther(rows, all));
        expectReconciled(report);
      }),
      { numRuns: 40, maxSkipsPerRun: 2000 },
    );
    expect(shown).toBeGreaterThan(0);
  });
});
