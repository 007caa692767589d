import { parseInstant } from '../../shared/calendar/instant.ts';
import type { Zone } from '../../shared/calendar/zone.ts';
import type { BalancePoint, RunOut } from '../../shared/rpc/views.ts';
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
}

const buckets = 200;
const mostMarks = 24;

/** Steps from the start to the end of the horizon, thinned for drawing; run-out days stay, the first 24 of them marked. */
export function balanceSeries(bill: BalanceInput, zone: Zone): BalanceSeries {
  const from = parseInstant(bill.from, zone) ?? 0;
  const until = parseInstant(bill.until, zone) ?? from;
  const marks = bill.runOuts.slice(0, mostMarks).flatMap((runOut) => markOf(runOut, zone));
  const rows = new Set(marks.map((mark) => mark.row));
  const points = thin(bill.balances, {
    buckets,
    values: [(point) => point.included, (point) => point.prepaid],
    stays: (point) => rows.has(point.row),
  });
  return { from, until, points: reachEnd(points, until), marks };
}

interface BalanceInput {
  readonly from: string;
  readonly until: string;
  readonly balances: readonly BalancePoint[];
  readonly runOuts: readonly RunOut[];
}

function markOf(runOut: RunOut, zone: Zone): readonly RunOutMark[] {
  const instant = parseInstant(runOut.at, zone);
  return instant === null ? [] : [{ ...runOut, instant }];
}

function reachEnd(points: readonly BalancePoint[], until: number): readonly BalancePoint[] {
  const last = points.at(-1);
  return last && last.at < until ? [...points, { ...last, at: until }] : points;
}
