import { parseLocalDate } from '../../../../shared/calendar/instant.ts';

/** The parts of a demand model that a sketch is drawn from; what is absent has no effect. */
export interface SketchModel {
  readonly from: string;
  readonly until: string;
  readonly level: number;
  readonly per: 'day' | 'month';
  readonly growth: number;
  readonly weekdays: readonly number[] | null;
  readonly spikes: readonly {
    readonly from: string;
    readonly days: number;
    readonly factor: number;
    readonly add: number;
  }[];
}

const day = 86_400_000;
const mostDays = 1200;

/** The rough course of a demand model, one point a day: a picture beside its fields, on which no bill rests. */
export function demandSketch(model: SketchModel): number[] {
  const [start, end] = [parseLocalDate(model.from), parseLocalDate(model.until)];
  if (start === null || end === null || typeof model.level !== 'number') return [];
  const days = Math.min(mostDays, Math.max(0, Math.round((end - start) / day)));
  const { weekdays } = model;
  const mean = weekdays ? weekdays.reduce((sum, weight) => sum + weight, 0) / weekdays.length : 1;
  const spikes = model.spikes.map((spike) => ({ ...spike, at: parseLocalDate(spike.from) ?? Number.NaN }));
  return Array.from({ length: days }, (_, index) => {
    const at = start + index * day;
    let quantity = model.level / (model.per === 'month' ? daysInMonth(at) : 1);
    quantity *= (1 + model.growth) ** monthsBetween(start, at);
    if (weekdays && mean > 0) quantity *= (weekdays[(new Date(at).getUTCDay() + 6) % 7] ?? 1) / mean;
    const here = spikes.filter((spike) => at >= spike.at && at < spike.at + spike.days * day);
    return here.reduce(
      (sum, { add }) => sum + add,
      here.reduce((product, { factor }) => product * factor, quantity),
    );
  });
}

function daysInMonth(at: number): number {
  const date = new Date(at);
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
}

function monthsBetween(from: number, to: number): number {
  const [first, last] = [new Date(from), new Date(to)];
  return (last.getUTCFullYear() - first.getUTCFullYear()) * 12 + last.getUTCMonth() - first.getUTCMonth();
}

/** The points of a line through the values, in a box; the greatest value touches its top and zero its bottom. */
export function sketchPoints(values: readonly number[], width: number, height: number): string {
  const top = Math.max(...values, 0);
  const step = values.length > 1 ? width / (values.length - 1) : 0;
  const y = (value: number) => (top > 0 ? height - 1 - (value / top) * (height - 2) : height - 1);
  return values.map((value, index) => `${(index * step).toFixed(1)},${y(value).toFixed(1)}`).join(' ');
}
