import type { RunOutSpread } from '../../shared/rpc/forecastViews.ts';
import { ofColumns } from './chartAxes.ts';
import { percentName, type ChartData } from './chartData.ts';

/** The share of the paths on which each pool has never run out until a month’s end; null: there is no such pool. */
export interface RunOutColumn {
  readonly label: string;
  readonly included: number | null;
  readonly prepaid: number | null;
}

/** The pools of a forecast. */
export interface RunOuts {
  readonly included: RunOutSpread | null;
  readonly prepaid: RunOutSpread | null;
}

/** Burn-down as a distribution: all paths have credits at the start, and fewer with each month in which a pool runs out. */
export function runOutSeries(runOut: RunOuts, months: readonly string[]): readonly RunOutColumn[] {
  const included = stillLeft(runOut.included, months.length);
  const prepaid = stillLeft(runOut.prepaid, months.length);
  return months.map((label, index) => ({
    label,
    included: included?.[index] ?? null,
    prepaid: prepaid?.[index] ?? null,
  }));
}

function stillLeft(spread: RunOutSpread | null, months: number): readonly number[] | null {
  if (spread === null) return null;
  let left = 1;
  return Array.from({ length: months }, (_, month) => {
    left -= spread.byMonth[month] ?? 0;
    return Math.max(0, Math.round(left * 1e9) / 1e9);
  });
}

/** By month: the share of the paths on which a pool first ran out, and the share on which it is not out yet. */
export function runOutData(runOut: RunOuts, months: readonly string[]): ChartData {
  const columns = runOutSeries(runOut, months);
  const pools = (['included', 'prepaid'] as const).filter((pool) => runOut[pool] !== null);
  return {
    caption:
      'Share of the paths on which a pool first runs out in a month, and on which it has not run out until its end',
    currency: '',
    columns: [
      { title: 'Month', kind: 'text' },
      ...pools.flatMap((pool) => [
        { title: `${poolTitles[pool]} runs out`, kind: 'share' as const },
        { title: `${poolTitles[pool]} not out yet`, kind: 'share' as const },
      ]),
    ],
    rows: columns.map((column, index) => [
      column.label,
      ...pools.flatMap((pool) => [String(runOut[pool]!.byMonth[index] ?? 0), String(column[pool] ?? 0)]),
    ]),
    ...ofColumns(months),
  };
}

export const poolTitles = { included: 'Included', prepaid: 'Prepaid' } as const;

/** `P10 2026-07-02, P50 2026-09-01, P90 never`: of many percentiles only these. */
export function runOutDates({ points }: RunOutSpread): string {
  const usual = points.filter(({ percent }) => percent === 10 || percent === 50 || percent === 90);
  return (usual.length > 0 ? usual : points)
    .map(({ percent, date }) => `${percentName(percent)} ${date ?? 'never'}`)
    .join(', ');
}
