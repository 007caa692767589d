/** Quantities `[from, until)`. */
export interface QuantityRange {
  readonly from: number;
  readonly until: number;
}

/** What is asked of every quantity. Money in minor units. */
export interface CurveChoice {
  /** The percentile that is reported beside the mean. */
  readonly percent: number;
  /** A bill that is to be kept to; null: none. */
  readonly budget: number | null;
}

/**
 * What every whole quantity of a range comes to over the paths. Money in minor units, NaN where a quantity has no price. The
 * mean is that of the paths' whole bills, rounded once half away from zero; percentiles are by nearest rank.
 */
export interface PlanCurve {
  readonly paths: number;
  readonly mean: Float64Array;
  readonly high: Float64Array;
  /** Paths whose bill is within the budget; null without one. */
  readonly withinBudget: Float64Array | null;
  /** Paths on which some of what was bought is left at the end. */
  readonly unusedPaths: Float64Array;
  /** What is left of it, over all paths: whole credits, and nanocredits beside them. */
  readonly unusedWhole: Float64Array;
  readonly unusedRest: Float64Array;
}

/** An empty curve of a range. */
export function blankCurve(paths: number, { from, until }: QuantityRange, { budget }: CurveChoice): PlanCurve {
  const column = (): Float64Array => new Float64Array(until - from);
  return {
    paths,
    mean: column(),
    high: column(),
    withinBudget: budget === null ? null : column(),
    unusedPaths: column(),
    unusedWhole: column(),
    unusedRest: column(),
  };
}

/** Curves of neighbouring ranges as one, in the order given; at least one. */
export function mergeCurves(pieces: readonly PlanCurve[]): PlanCurve {
  const [first] = pieces;
  const joined = (column: (piece: PlanCurve) => Float64Array): Float64Array => {
    const all = new Float64Array(pieces.reduce((sum, piece) => sum + piece.mean.length, 0));
    let from = 0;
    for (const piece of pieces) {
      all.set(column(piece), from);
      from += piece.mean.length;
    }
    return all;
  };
  return {
    paths: first?.paths ?? 0,
    mean: joined(({ mean }) => mean),
    high: joined(({ high }) => high),
    withinBudget: first?.withinBudget ? joined(({ withinBudget }) => withinBudget!) : null,
    unusedPaths: joined(({ unusedPaths }) => unusedPaths),
    unusedWhole: joined(({ unusedWhole }) => unusedWhole),
    unusedRest: joined(({ unusedRest }) => unusedRest),
  };
}
