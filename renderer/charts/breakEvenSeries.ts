/** Two costs at each of some amounts of use. */
export interface CrossingPoint {
  readonly use: number;
  readonly first: number;
  readonly second: number;
}

/** Where the second curve stops costing more than the first, by straight lines between points; null: it always, or never, does. */
export function crossingOf(points: readonly CrossingPoint[]): { readonly use: number; readonly cost: number } | null {
  for (let index = 1; index < points.length; index++) {
    const before = points[index - 1]!;
    const after = points[index]!;
    const dearer = before.second - before.first;
    const cheaper = after.second - after.first;
    if (dearer <= 0 || cheaper > 0) continue;
    const part = dearer / (dearer - cheaper);
    return {
      use: before.use + part * (after.use - before.use),
      cost: before.first + part * (after.first - before.first),
    };
  }
  return null;
}

interface Purchase {
  /** Credits bought, and what they cost together. */
  readonly quantity: number;
  readonly cost: number;
  /** Money for a credit of Flex. */
  readonly flexPrice: number;
  /** Credits at which the drawing ends. */
  readonly until: number;
}

/** What overage costs as Flex (first), and with a purchase that is paid whatever is used and then Flex (second). */
export function overageSeries({ quantity, cost, flexPrice, until }: Purchase): readonly CrossingPoint[] {
  const uses = [0, cost / flexPrice, quantity, until].filter((use) => Number.isFinite(use) && use <= until);
  return [...new Set(uses)]
    .sort((a, b) => a - b)
    .map((use) => ({ use, first: use * flexPrice, second: cost + Math.max(0, use - quantity) * flexPrice }));
}
