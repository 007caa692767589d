/** Up to five variants by colour and, for those who do not tell colours apart, by dashes. */
export const variantMarks = [
  { id: 'variant-0', colour: 'var(--chart-total)', dash: undefined },
  { id: 'variant-1', colour: 'var(--chart-included)', dash: '9 3' },
  { id: 'variant-2', colour: 'var(--chart-flex)', dash: '2 3' },
  { id: 'variant-3', colour: 'var(--chart-prepaid)', dash: '10 3 2 3' },
  { id: 'variant-4', colour: 'var(--chart-cumulative)', dash: '5 5' },
] as const;

/** The mark of a variant by its index. */
export function variantMark(index: number): (typeof variantMarks)[number] {
  return variantMarks[index % variantMarks.length]!;
}
