import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AuditReport } from '../../../../shared/audit/report.ts';
import type { AuditTerms } from '../../../../shared/audit/terms.ts';
import { formatCredits, nanosPerCredit } from '../../../../shared/base/credits.ts';
import { zoneOf } from '../../../../shared/calendar/zone.ts';
import type { Deviation } from '../../../../shared/engine/deviation.ts';
import type { Run } from '../../../../shared/engine/outcome.ts';
import type { Action, Program } from '../../../../shared/engine/program.ts';
import { ledgerRows } from '../../../../shared/engine/rows.ts';
import { runProgram } from '../../../../shared/engine/run.ts';
import { rowColumns, type LedgerRow } from '../../../../shared/ledger/row.ts';
import { rowAmount } from '../../../../shared/ledger/rowAmount.ts';
import { ratePrice } from '../../../../shared/scenario/rateDemand.ts';
import { decodeScenario } from '../../../../shared/scenario/decode.ts';
import { demandAt, meteredPrograms } from '../../../support/meteredPrograms.ts';
import { auditOf, invoicesOf, ledgerCsv, recordOf } from '../../../support/audited.ts';
import { inOrder, outcomeOf, programs, usageColumns } from '../../../support/programs.ts';
import { scenarioDocument } from '../../../support/scenarioDocument.ts';

/** The terms of a program: an audit takes its usage from elsewhere. */
function termsOfProgram(program: Program): AuditTerms {
  const { scenario } = decodeScenario(JSON.stringify(scenarioDocument()));
  const bare = { ...program, usage: usageColumns([]) };
  const meters = new Map(program.meters.map(({ id }, index) => [id, index]));
  const prices = program.meters.map(({ rates }) => rates.map((rate) => ({ from: rate.from, price: ratePrice(rate) })));
  return { scenario: { ...scenario!, zone: program.zone }, text: '', program: bare, meters, prices };
}

const optional: ReadonlySet<string> = new Set(['opening', 'subscribe', 'change-plan', 'cancel', 'set-flex']);
const apart: ReadonlySet<string> = new Set(['seq', 'id', 'rule', 'cause', 'flags']);
const cells = rowColumns.filter((column) => !apart.has(column));

/** The first row of a file, from 1, whose cells are not those of the right ledger at its position; those the terms decide apart. */
function firstOther(rows: readonly LedgerRow[], right: readonly LedgerRow[]): number | null {
  const due = right.filter(({ kind }) => !optional.has(kind));
  let position = 0;
  for (const [index, row] of rows.entries()) {
    if (optional.has(row.kind)) continue;
    const wanted = due[position++];
    if (!wanted || cells.some((column) => (row[column] || '0') !== (wanted[column] || '0'))) return index + 1;
  }
  return null;
}

const cents = (text: string): bigint => BigInt(text.replace('.', ''));
const sum = (amounts: readonly { readonly money: string }[]): bigint =>
  amounts.reduce((total, { money }) => total + cents(money), 0n);

/** The bridge from what is due to what was charged adds up, cause by cause, and findings leave nothing unexplained. */
function expectReconciled({ reconciliation, totals }: AuditReport): void {
  const { difference, byFinding, byHypothesis, expected, actual } = reconciliation;
  expect(difference).toBe(totals.difference.total);
  expect(cents(expected) + cents(difference)).toBe(cents(actual));
  expect(sum(byFinding.causes) + cents(byFinding.unexplained)).toBe(cents(difference));
  expect(byFinding.unexplained).toBe('0.00');
  if (byHypothesis) expect(sum(byHypothesis.causes) + cents(byHypothesis.unexplained)).toBe(cents(difference));
}

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
