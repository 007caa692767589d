/**
 * Fewer points with the same picture: each of the even buckets keeps its first and last point and the extremes of every value,
 * in their order, with the points that must stay. At most `4 × buckets` points and those of `stays`, for two values.
 */
export function thin<Point>(points: readonly Point[], { buckets, values, stays }: Thinning<Point>): readonly Point[] {
  if (points.length <= 4 * buckets) return points;
  const kept = new Set<number>([0, points.length - 1]);
  for (let bucket = 0; bucket < buckets; bucket++) {
    const from = Math.floor((bucket * points.length) / buckets);
    const until = Math.floor(((bucket + 1) * points.length) / buckets);
    for (const value of values) {
      for (const index of extremes(points, { from, until, value })) kept.add(index);
    }
  }
  points.forEach((point, index) => {
    if (stays(point)) kept.add(index);
  });
  return points.filter((_, index) => kept.has(index));
}

interface Thinning<Point> {
  readonly buckets: number;
  readonly values: readonly ((point: Point) => number)[];
  readonly stays: (point: Point) => boolean;
}

function extremes<Point>(
  points: readonly Point[],
  { from, until, value }: { from: number; until: number; value: (point: Point) => number },
): readonly number[] {
  let least = from;
  let greatest = from;
  for (let index = from; index < until; index++) {
    if (value(points[index]!) < value(points[least]!)) least = index;
    if (value(points[index]!) > value(points[greatest]!)) greatest = index;
  }
  return [least, greatest];
}
