import { assert } from '../../base/assert.ts';
import { pathFault, type PathColumns } from '../pathColumns.ts';
import { histogramOf, type Histogram } from './histogram.ts';
import { runOutOf, type RunOut } from './runOut.ts';
import { meanOf, shareAbove, shareWithin, spreadOf, type Spread } from './spread.ts';

/** What is asked of a forecast. */
export interface SummaryChoice {
  /** In (0, 100], at most six decimals each; in any order. */
  readonly percentiles: readonly number[];
  /** Minor units; null: none was named. */
  readonly budget: bigint | null;
  /** The horizon's first local day: midnight as if UTC. */
  readonly firstDay: number;
  /** Which pools there ever are. */
  readonly pools: { readonly included: boolean; readonly prepaid: boolean };
}

/** One calendar month over the paths: what is invoiced in it, and its Flex and blocked credits (nanocredits). */
export interface MonthSummary extends Spread {
  /** Share of the paths with any, and the mean over all of them. */
  readonly flexChance: number;
  readonly flexMean: bigint;
  readonly blockedChance: number;
  readonly blockedMean: bigint;
}

/** A forecast in figures. Money in minor units. */
export interface ForecastSummary {
  readonly paths: number;
  readonly percentiles: readonly number[];
  readonly total: Spread;
  readonly months: readonly MonthSummary[];
  /** Cost from the horizon's start to the end of each month. */
  readonly fan: readonly Spread[];
  readonly histogram: Histogram;
  /** Null: there is no such pool. */
  readonly runOut: { readonly included: RunOut | null; readonly prepaid: RunOut | null };
  /** How likely the total is not above the budget. */
  readonly budget: { readonly amount: bigint; readonly chance: number } | null;
}

/** The first path that has no price, and why; null where all have one. */
export function faultOf({ fault }: PathColumns): { readonly path: number; readonly fault: number } | null {
  const path = fault.findIndex((code) => code !== pathFault.none);
  return path < 0 ? null : { path, fault: fault[path]! };
}

/** Sums paths up: a pure function of the columns, so that it does not matter in how many pieces they were made. */
export function forecastSummary(columns: PathColumns, choice: SummaryChoice): ForecastSummary {
  assert(columns.paths > 0 && faultOf(columns) === null, 'there are paths, and all have a price');
  const { paths, total } = columns;
  const { percentiles, budget, pools } = choice;
  const months = Array.from({ length: columns.months }, (_, month) => month);
  const when = { percentiles, months: columns.months, firstDay: choice.firstDay };
  return {
    paths,
    percentiles,
    total: spreadOf(total, percentiles),
    months: months.map((month) => monthSummary(columns, month, percentiles)),
    fan: fanOf(columns, percentiles),
    histogram: histogramOf(total),
    runOut: {
      included: pools.included ? runOutOf(columns.includedOut, when) : null,
      prepaid: pools.prepaid ? runOutOf(columns.prepaidOut, when) : null,
    },
    budget: budget === null ? null : { amount: budget, chance: shareWithin(total, Number(budget)) },
  };
}

function monthSummary(columns: PathColumns, month: number, percentiles: readonly number[]): MonthSummary {
  const flex = monthColumn(columns, columns.monthFlex, month);
  const blocked = monthColumn(columns, columns.monthBlocked, month);
  return {
    ...spreadOf(monthColumn(columns, columns.monthAmount, month), percentiles),
    flexChance: shareAbove(flex, 0),
    flexMean: meanOf(flex),
    blockedChance: shareAbove(blocked, 0),
    blockedMean: meanOf(blocked),
  };
}

function fanOf(columns: PathColumns, percentiles: readonly number[]): Spread[] {
  const sums = new Float64Array(columns.paths);
  return Array.from({ length: columns.months }, (_, month) => {
    const amounts = monthColumn(columns, columns.monthAmount, month);
    for (let path = 0; path < sums.length; path++) sums[path]! += amounts[path]!;
    return spreadOf(sums, percentiles);
  });
}

/** One month of a column that is row-major by path. */
function monthColumn({ paths, months }: PathColumns, cells: Float64Array, month: number): Float64Array {
  const column = new Float64Array(paths);
  for (let path = 0; path < paths; path++) column[path] = cells[path * months + month]!;
  return column;
}
