/** Ticks of an axis of figures: nothing, and even round steps up to the first at or above `most`; at most five beside zero. */
export function ticksUpTo(most: number): readonly number[] {
  if (!(most > 0) || !Number.isFinite(most)) return [0, 1];
  const rough = most / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5].map((times) => times * power).find((each) => each >= rough) ?? 10 * power;
  const count = Math.ceil(Number((most / step).toPrecision(12)));
  return Array.from({ length: count + 1 }, (_, index) => Number((index * step).toPrecision(12)));
}
