/** Round numbers (1, 2 or 5 times a power of ten apart) inside `[from, until]`, about `count` of them. */
export function niceTicks(from: number, until: number, count: number): number[] {
  const span = until - from;
  if (!(span > 0) || !Number.isFinite(span)) return [from];
  const rough = span / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((times) => times * power).find((each) => each >= rough) ?? 10 * power;
  const first = Math.ceil(from / step);
  const last = Math.floor(until / step);
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)));
}
