/** Positions `[from, from + count)`. */
export interface Stretch {
  readonly from: number;
  readonly count: number;
}

/** Positions as stretches of neighbours, each of which is read at once. */
export function stretches(positions: Uint32Array): readonly Stretch[] {
  const found: { from: number; count: number }[] = [];
  for (const position of positions.toSorted()) {
    const last = found.at(-1);
    if (last && position === last.from + last.count) last.count += 1;
    else found.push({ from: position, count: 1 });
  }
  return found;
}
