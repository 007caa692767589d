/** A quantity in `count` whole parts that differ by at most one, the larger ones first. */
export function equalParts(quantity: number, count: number): readonly number[] {
  const least = Math.floor(quantity / count);
  const larger = quantity - least * count;
  return Array.from({ length: count }, (_, index) => (index < larger ? least + 1 : least));
}
