/** Something marked on an axis. */
export interface ChartMark {
  readonly id: string;
  readonly at: number;
  readonly text: string;
  /** Drawn first among those that stand close. */
  readonly strong: boolean;
}

/** A mark with its text where there is room for it. */
export interface LetteredMark extends Omit<ChartMark, 'text'> {
  readonly text: string | null;
}

const leastTextGap = 1 / 11;

/** Marks inside `[from, until]`, from left to right; texts that would overlap are left to the stronger mark. */
export function spreadMarks(
  marks: readonly ChartMark[],
  { from, until }: { readonly from: number; readonly until: number },
): readonly LetteredMark[] {
  const inside = marks.filter(({ at }) => at >= from && at <= until);
  const gap = (until - from) * leastTextGap;
  const lettered: ChartMark[] = [];
  for (const mark of [...inside].sort((a, b) => Number(b.strong) - Number(a.strong))) {
    if (lettered.every(({ at }) => Math.abs(at - mark.at) >= gap)) lettered.push(mark);
  }
  return [...inside]
    .sort((a, b) => a.at - b.at)
    .map((mark) => ({ ...mark, text: lettered.includes(mark) ? mark.text : null }));
}
