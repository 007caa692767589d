import { parseInstant } from '../../shared/calendar/instant.ts';
import { dayMs } from '../../shared/calendar/month.ts';
import type { Zone } from '../../shared/calendar/zone.ts';
import type { BalancePoint, RunOut } from '../../shared/rpc/views.ts';
import { inView, type ChartView } from './chartView.ts';
import { thin } from './thin.ts';

/** The balances as step lines over `[from, until]`: milliseconds UTC, credits as floats. */
export interface BalanceSeries {
  readonly from: number;
  readonly until: number;
  readonly points: readonly BalancePoint[];
  readonly marks: readonly RunOutMark[];
}

/** A run-out that is marked on the chart. */
export interface RunOutMark extends RunOut {
  readonly instant: number;
  /** Written beside it; null where an earlier text stands too close. */
  readonly text: string | null;
}

const buckets = 200;
/** Marks of one pool stand at least this share of the horizon apart. */
const leastGap = 1 / 40;
const leastTextGap = 1 / 14;

/** Steps from the start to the end of the horizon, thinned for drawing; run-out days that are not too close are marked. */
export function balanceSeries(bill: BalanceInput, zone: Zone, view: ChartView | null = null): BalanceSeries {
  const { from, until } = view ?? balanceSpan(bill, zone);
  const spanMs = until - from;
  const marked = bill.runOuts.flatMap((runOut) => markOf(runOut, zone));
  const all = marked.filter(({ instant }) => instant >= from && instant <= until);
  const marks = lettered(spread(all, spanMs * leastGap), spanMs);
  const rows = new Set(marks.map((mark) => mark.row));
  const points = thin(inView(bill.balances, view, ({ at }) => at).drawn, {
    buckets,
    values: [(point) => point.included, (point) => point.prepaid],
    stays: (point) => rows.has(point.row),
  });
  return { from, until, points: reachEnd(points, until), marks };
}

/** The horizon as instants. */
export function balanceSpan(bill: Pick<BalanceInput, 'from' | 'until'>, zone: Zone): ChartView {
  const from = parseInstant(bill.from, zone) ?? 0;
  return { from, until: parseInstant(bill.until, zone) ?? from };
}

/** What a chart of balances is drawn from: a bill has it, and a forecast on expected usage. */
export interface BalanceInput {
  readonly from: string;
  readonly until: string;
  readonly balances: readonly BalancePoint[];
  readonly runOuts: readonly RunOut[];
}

function markOf(runOut: RunOut, zone: Zone): readonly RunOutMark[] {
  const instant = parseInstant(runOut.at, zone);
  return instant === null ? [] : [{ ...runOut, instant, text: null }];
}

/** Leaves out marks that would stand on the one before them. */
function spread(marks: readonly RunOutMark[], gapMs: number): readonly RunOutMark[] {
  const last = { included: -Infinity, prepaid: -Infinity };
  return marks.filter(({ pool, instant }) => {
    if (instant - last[pool] < gapMs) return false;
    last[pool] = instant;
    return true;
  });
}

/** Writes the day, or over more than two years the month, beside the marks that have room for it. */
function lettered(marks: readonly RunOutMark[], spanMs: number): readonly RunOutMark[] {
  const isLong = spanMs > 2 * 366 * dayMs;
  let last = -Infinity;
  return marks.map((mark) => {
    if (mark.instant - last < spanMs * leastTextGap) return mark;
    last = mark.instant;
    return { ...mark, text: isLong ? mark.date.slice(0, 7) : mark.date.slice(5) };
  });
}

function reachEnd(points: readonly BalancePoint[], until: number): readonly BalancePoint[] {
  const last = points.at(-1);
  return last && last.at < until ? [...points, { ...last, at: until }] : points;
}
