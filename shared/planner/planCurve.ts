/** What is asked of every quantity. Money in minor units. */
export interface CurveChoice {
  /** The greatest quantity. */
  readonly most: number;
  /** The percentile that is reported beside the mean. */
  readonly percent: number;
  /** A bill that is to be kept to; null: none. */
  readonly budget: number | null;
}

/**
 * What every whole quantity from 0 on comes to over the paths. Money in minor units, NaN where a quantity has no price. The
 * mean is that of the paths' whole bills, rounded once half away from zero; percentiles are by nearest rank.
 */
export interface PlanCurve {
  readonly paths: number;
  readonly mean: Float64Array;
  readonly high: Float64Array;
  /** Paths within the budget; null without one. */
  readonly withinBudget: Float64Array | null;
  /** Paths on which some of what was bought is left at the end. */
  readonly unusedPaths: Float64Array;
  /** What is left of it, over all paths: whole credits, and nanocredits beside them. */
  readonly unusedWhole: Float64Array;
  readonly unusedRest: Float64Array;
}

/** An empty curve. */
export function blankCurve(paths: number, { most, budget }: CurveChoice): PlanCurve {
  const column = (): Float64Array => new Float64Array(most + 1);
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
