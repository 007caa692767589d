import { formatCredits } from '../base/credits.ts';
import { formatMoney } from '../base/money.ts';
import { formatInstant, formatLocalDate } from '../calendar/instant.ts';
import { calendarMonths, type Period } from '../calendar/month.ts';
import type { Invoice, Run } from './outcome.ts';
import { balancesAfter, usageSeq } from './rows.ts';
import { sumColumn } from './sumColumn.ts';

/** One local calendar month of the horizon, with what its usage drew and what was invoiced in it. Exact text. */
export interface MonthText {
  /** `2026-01`. */
  readonly label: string;
  readonly from: string;
  readonly until: string;
  readonly included: string;
  readonly prepaid: string;
  readonly flex: string;
  readonly blocked: string;
  readonly invoiced: string;
  readonly cumulative: string;
}

/** A month with the usage rows and invoices that fall in it. */
export interface MonthSpan extends Period {
  readonly label: string;
  readonly rowsFrom: number;
  readonly rowsUntil: number;
  readonly invoices: readonly Invoice[];
}

/** A day on which a pool went to zero while it was being drawn. */
export interface RunOutText {
  readonly pool: 'included' | 'prepaid';
  readonly at: string;
  /** The local date. */
  readonly date: string;
  readonly row: number;
}

/** Balances after a row, in credits, for a chart only. */
export interface BalancePoint {
  /** Milliseconds UTC. */
  readonly at: number;
  readonly included: number;
  readonly prepaid: number;
  readonly row: number;
}

/** The months of the horizon. Invoices issued exactly at its end stand in its last month. @rule R25 */
export function monthSpans(run: Run): MonthSpan[] {
  const { program, invoices } = run;
  const { start, end, zone, usage } = program;
  let row = 0;
  return calendarMonths({ from: start, until: end }, zone).map((month) => {
    const rowsFrom = row;
    while (row < usage.count && usage.at[row]! < month.until) row += 1;
    const last = month.until === end;
    return {
      ...month,
      label: formatLocalDate(month.from, zone).slice(0, 7),
      rowsFrom,
      rowsUntil: row,
      invoices: invoices.filter(({ issuedAt: at }) => at >= month.from && (at < month.until || (last && at === end))),
    };
  });
}

/** The figures of each month, and the money invoiced up to its end. */
export function monthTexts(run: Run): MonthText[] {
  const { draws, program } = run;
  let cumulative = 0n;
  return monthSpans(run).map(({ label, from, until, rowsFrom, rowsUntil, invoices }) => {
    const sum = (column: Float64Array): bigint => sumColumn(column, rowsFrom, rowsUntil);
    const included = sum(draws.included);
    const prepaid = sum(draws.prepaid);
    const flex = sum(draws.flex);
    const invoiced = invoices.reduce((total, invoice) => total + invoice.total, 0n);
    cumulative += invoiced;
    return {
      label,
      from: formatInstant(from),
      until: formatInstant(until),
      included: formatCredits(included),
      prepaid: formatCredits(prepaid),
      flex: formatCredits(flex),
      blocked: formatCredits(sum(program.usage.demand) - included - prepaid - flex),
      invoiced: formatMoney(invoiced, program.minorDigits),
      cumulative: formatMoney(cumulative, program.minorDigits),
    };
  });
}

/** The days on which included or prepaid credits ran out. A pool that a boundary emptied did not run out. */
export function runOuts(run: Run): RunOutText[] {
  return (['included', 'prepaid'] as const)
    .flatMap((pool) => run.segments.flatMap((_, index) => runOutOf(run, index, pool)))
    .sort((a, b) => a.row - b.row);
}

function runOutOf(run: Run, index: number, pool: 'included' | 'prepaid'): RunOutText[] {
  const { segments, draws, program } = run;
  const segment = segments[index]!;
  if (segment[pool] === 0) return [];
  const column = draws[pool];
  let row = segment.rowsUntil - 1;
  while (row >= segment.rowsFrom && column[row] === 0) row -= 1;
  if (row < segment.rowsFrom || sumColumn(column, segment.rowsFrom, row + 1) !== BigInt(segment[pool])) return [];
  const at = program.usage.at[row]!;
  return [{ pool, at: formatInstant(at), date: formatLocalDate(at, program.zone), row: usageSeq(run, row) }];
}

/** Balances over time, thinned to about `most` points between entries; every entry keeps its jump, and every run-out its zero. */
export function balancePoints(run: Run, most = 800): BalancePoint[] {
  const { program, entries, segments } = run;
  const stride = Math.max(1, Math.ceil(program.usage.count / most));
  const points: BalancePoint[] = [];
  for (const entry of entries) points.push(point(entry.at, entry.includedAfter, entry.prepaidAfter, entry.seq));
  for (const { rowsFrom, rowsUntil } of segments) {
    for (let row = rowsFrom; row < rowsUntil; row += stride) points.push(usagePoint(run, row));
    if ((rowsUntil - 1 - rowsFrom) % stride !== 0) points.push(usagePoint(run, rowsUntil - 1));
  }
  for (const { row } of runOuts(run)) points.push(usagePoint(run, usageOf(run, row)));
  return points.sort((a, b) => a.row - b.row).filter((each, index, all) => each.row !== all[index - 1]?.row);
}

function usageOf(run: Run, seq: number): number {
  return seq - 1 - run.entries.filter((entry) => entry.seq < seq).length;
}

function usagePoint(run: Run, row: number): BalancePoint {
  const { included, prepaid } = balancesAfter(run, row);
  return point(run.program.usage.at[row]!, included, prepaid, usageSeq(run, row));
}

function point(at: number, included: number, prepaid: number, row: number): BalancePoint {
  return { at, included: included / 1e9, prepaid: prepaid / 1e9, row };
}
