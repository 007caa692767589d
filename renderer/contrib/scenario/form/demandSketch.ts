import { parseLocalDate } from '../../../../shared/calendar/instant.ts';

/** The parts of a demand model that a sketch is drawn from; what is absent has no effect. */
export interface SketchModel {
  readonly from: string;
  readonly until: string;
  readonly level: number;
  readonly per: 'day' | 'month';
  readonly growth: number;
  readonly weekdays: readonly number[] | null;
  readonly months: readonly number[] | null;
  readonly ramp: { readonly to: number; readonly by: string } | null;
  readonly spikes: readonly SketchSpike[];
}

interface SketchSpike {
  readonly from: string;
  /** End of the window for the first day; empty where the spike is certain. */
  readonly until: string;
  readonly chance: number;
  /** The least and the greatest. */
  readonly days: readonly [number, number];
  readonly factor: readonly [number, number];
  readonly add: number;
}

const day = 86_400_000;
const mostDays = 1200;

/** The rough expected course of a demand model, one point a day: a picture beside its fields, on which no bill rests. */
export function demandSketch(model: SketchModel): number[] {
  const [start, end] = [parseLocalDate(model.from), parseLocalDate(model.until)];
  if (start === null || end === null || typeof model.level !== 'number') return [];
  const days = Math.min(mostDays, Math.max(0, Math.round((end - start) / day)));
  const { weekdays, months } = model;
  const spikes = model.spikes.map(sketchedSpike);
  const level = sketchedLevel(model, start);
  return Array.from({ length: days }, (_, index) => {
    const at = start + index * day;
    const date = new Date(at);
    let quantity = level(at) / (model.per === 'month' ? daysInMonth(at) : 1);
    quantity *= (1 + model.growth) ** monthsBetween(start, at);
    quantity *= weightOf(weekdays, (date.getUTCDay() + 6) % 7) * weightOf(months, date.getUTCMonth());
    const here = spikes.map((spike) => ({ ...spike, share: spike.shareAt(at) })).filter(({ share }) => share > 0);
    return here.reduce(
      (sum, { add }) => sum + add,
      here.reduce((product, { factor, share }) => product * (1 + share * (factor - 1)), quantity),
    );
  });
}

function weightOf(weights: readonly number[] | null, index: number): number {
  if (!weights) return 1;
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
  return mean > 0 ? (weights[index] ?? 1) / mean : 1;
}

function sketchedLevel({ level, ramp }: SketchModel, start: number): (at: number) => number {
  const by = ramp ? parseLocalDate(ramp.by) : null;
  if (!ramp || by === null || by <= start) return () => level;
  return (at) => level + (ramp.to - level) * Math.min(1, (at - start) / (by - start));
}

/** A spike as its mean factor and how likely it covers a day: wholly where it is certain. */
function sketchedSpike({ from, until, chance, days: [least, greatest], factor, add }: SketchSpike) {
  const at = parseLocalDate(from) ?? Number.NaN;
  const end = parseLocalDate(until);
  const window = end === null ? 1 : Math.max(1, Math.round((end - at) / day));
  const length = Math.round((least + greatest) / 2);
  const shareAt = (here: number): number => {
    const offset = Math.round((here - at) / day);
    const starts = Math.min(window - 1, offset) - Math.max(0, offset - length + 1) + 1;
    return starts > 0 ? (chance * starts) / window : 0;
  };
  return { factor: (factor[0] + factor[1]) / 2, add, shareAt };
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
