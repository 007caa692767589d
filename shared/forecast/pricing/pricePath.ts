import { maximumNanos } from '../../base/credits.ts';
import { pathFault, type PathColumns } from '../pathColumns.ts';
import { balance, drawSegments, openBalances, type PathDemand } from './drawSegments.ts';
import type { PathTerms } from './pathTerms.ts';
import { sumSegments } from './sumSegments.ts';

/** Room for one path at a time, so that none is made for each. */
const summed: PathDemand = { totals: new Float64Array(0), first: 0, slots: null };
const balances = new Float64Array(Object.keys(balance).length);

/**
 * Prices one path: `demand` by slot in nanocredits, the usage that is the same on every path included. Writes its row of `out`,
 * which is fresh. Equal to the engine's run on the same demand. @rule R4 R11 R12 R13 R16 R21
 */
export function pricePath(terms: PathTerms, demand: Float64Array, out: PathColumns, path: number): void {
  if (summed.totals.length < terms.segments) summed.totals = new Float64Array(terms.segments);
  summed.slots = demand;
  sumSegments(terms, demand, summed.totals, 0);
  priceTotals(terms, summed, out, path);
}

/** Prices one path whose demand is known by segment. Without its slots no day of running out is found. */
export function priceTotals(terms: PathTerms, demand: PathDemand, out: PathColumns, path: number): void {
  const { months, segments, monthBase } = terms;
  for (let month = 0; month < months; month++) out.monthAmount[path * months + month] = monthBase[month]!;
  openBalances(terms, balances);
  if (drawSegments(terms, demand, balances, out, path, 0, segments + 1)) settle(out, path, balances[balance.greatest]!);
  else out.fault[path] = pathFault.belowZero;
}

/** Sums up the months of a path, and marks it where an amount has left the range in which it is exact. */
function settle(out: PathColumns, path: number, greatest: number): void {
  const { months, monthAmount } = out;
  let total = 0;
  for (let month = path * months; month < (path + 1) * months; month++) total += monthAmount[month]!;
  out.total[path] = total;
  if (!(greatest <= maximumNanos && total <= Number.MAX_SAFE_INTEGER)) out.fault[path] = pathFault.beyondRange;
}
