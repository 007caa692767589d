import { dayAxis } from './chartAxes.ts';
import type { ChartData } from './chartData.ts';

/** Usage by day from a local date, and what a model says of each day. */
export interface Demand {
  readonly from: string;
  /** Null where nothing is known. */
  readonly seen: readonly (number | null)[];
  readonly line: readonly number[];
  /** P10 and P90 of each day, where the model was sampled. */
  readonly low?: readonly number[];
  readonly high?: readonly number[];
}

/** One day for drawing. `at` is its local date as if UTC. */
export interface DemandColumn {
  readonly at: number;
  readonly date: string;
  readonly seen: number | null;
  readonly line: number;
  readonly band: readonly [number, number] | null;
}

const dayMs = 86_400_000;

/** The days as columns. */
export function demandColumns({ from, seen, line, low, high }: Demand): readonly DemandColumn[] {
  const start = Date.parse(`${from}T00:00:00Z`);
  return line.map((expected, index) => {
    const at = start + index * dayMs;
    const date = new Date(at).toISOString().slice(0, 10);
    const band = low && high ? ([low[index]!, high[index]!] as const) : null;
    return { at, date, seen: seen[index] ?? null, line: expected, band };
  });
}

/** The days as a table. */
export function demandData(
  columns: readonly DemandColumn[],
  { lineName, unit }: { readonly lineName: string; readonly unit: string },
): ChartData {
  const banded = columns.some(({ band }) => band !== null);
  const text = (value: number | null) => (value === null ? '' : quantityText(value));
  const figure = (title: string) => ({ title, kind: 'credits' as const });
  return {
    caption: `By day, in ${unit}`,
    currency: '',
    columns: [
      { title: 'Date', kind: 'text' },
      figure('Seen'),
      figure(lineName),
      ...(banded ? [figure('P10'), figure('P90')] : []),
    ],
    rows: columns.map(({ date, seen, line, band }) => [
      date,
      text(seen),
      text(line),
      ...(banded ? [text(band?.[0] ?? null), text(band?.[1] ?? null)] : []),
    ]),
    at: columns.map(({ at }) => at),
    axis: dayAxis({ from: columns[0]?.at ?? 0, until: columns.at(-1)?.at ?? 0 }),
  };
}

/** A quantity as plain decimal text with the six digits that matter, never an exponent. */
export function quantityText(value: number): string {
  const digits = value === 0 ? 0 : Math.max(0, 5 - Math.floor(Math.log10(Math.abs(value))));
  const text = value.toFixed(Math.min(digits, 9));
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}
