import { assert } from '../../base/assert.ts';

/** A line through observations: one coefficient a column; columns that the others already give have NaN as their error. */
export interface Regression {
  readonly coefficients: Float64Array;
  /** Standard errors of the coefficients, if deviations are independent; NaN where a column was dropped. */
  readonly errors: Float64Array;
  readonly residuals: Float64Array;
  /** How much each observation counts, from 0 to 1. */
  readonly weights: Float64Array;
  /** Weighted sum of squared residuals, and what is left of the observations beside the coefficients. */
  readonly squares: number;
  readonly freedom: number;
  /** Robust standard deviation of the residuals. */
  readonly scale: number;
}

/** Residuals smaller than this, relative to the whole, are noise of the arithmetic. */
const leastScale = 1e-6;
const rounds = { huber: 5, bisquare: 15 };

/**
 * A linear regression that single deviating observations do not move: least squares, reweighted after Huber and then by
 * Tukey's bisquare, around the median absolute deviation.
 */
export function robustRegression(columns: readonly Float64Array[], values: Float64Array): Regression {
  assert(
    columns.every(({ length }) => length === values.length),
    'every column has every observation',
  );
  const weights = new Float64Array(values.length).fill(1);
  let solved = weightedLeastSquares(columns, values, weights);
  for (let round = 0; round < rounds.huber + rounds.bisquare; round++) {
    const weigh = round < rounds.huber ? huberWeight : bisquareWeight;
    const scale = medianDeviation(solved.residuals);
    for (let row = 0; row < weights.length; row++) weights[row] = weigh(Math.abs(solved.residuals[row]!) / scale);
    solved = weightedLeastSquares(columns, values, weights);
  }
  return { ...solved, weights, scale: medianDeviation(solved.residuals) };
}

/** A linear regression with weights given; `scale` is that of its residuals. */
export function weightedRegression(
  columns: readonly Float64Array[],
  values: Float64Array,
  weights: Float64Array,
): Regression {
  const solved = weightedLeastSquares(columns, values, weights);
  return { ...solved, weights, scale: medianDeviation(solved.residuals) };
}

function huberWeight(distance: number): number {
  return distance <= 1.345 ? 1 : 1.345 / distance;
}

function bisquareWeight(distance: number): number {
  const part = distance / 4.685;
  return part >= 1 ? 0 : (1 - part * part) ** 2;
}

/** The median absolute value as a standard deviation of a normal law, never 0. */
export function medianDeviation(residuals: Float64Array): number {
  const sorted = residuals.map(Math.abs).sort();
  const middle = sorted.length >> 1;
  const median = sorted.length % 2 === 1 ? sorted[middle]! : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
  return Math.max(1.4826 * median, leastScale);
}

function weightedLeastSquares(columns: readonly Float64Array[], values: Float64Array, weights: Float64Array) {
  const { inverse, kept } = invert(normalMatrix(columns, weights));
  const right = columns.map((column) => sumOf(column, values, weights));
  const coefficients = Float64Array.from(columns, (_, row) =>
    kept[row] ? inverse[row]!.reduce((sum, part, index) => sum + part * right[index]!, 0) : 0,
  );
  const residuals = values.map((value, row) => {
    let fitted = 0;
    for (let column = 0; column < columns.length; column++) fitted += coefficients[column]! * columns[column]![row]!;
    return value - fitted;
  });
  const squares = sumOf(residuals, residuals, weights);
  const freedom = weights.reduce((sum, weight) => sum + weight, 0) - kept.filter(Boolean).length;
  const variance = freedom > 0 ? squares / freedom : NaN;
  const errors = Float64Array.from(columns, (_, row) => (kept[row] ? Math.sqrt(variance * inverse[row]![row]!) : NaN));
  return { coefficients, errors, residuals, squares, freedom };
}

function sumOf(one: Float64Array, other: Float64Array, weights: Float64Array): number {
  let sum = 0;
  for (let row = 0; row < one.length; row++) sum += one[row]! * other[row]! * weights[row]!;
  return sum;
}

function normalMatrix(columns: readonly Float64Array[], weights: Float64Array): number[][] {
  const matrix = columns.map(() => new Array<number>(columns.length).fill(0));
  for (let row = 0; row < columns.length; row++)
    for (let column = row; column < columns.length; column++)
      matrix[row]![column] = matrix[column]![row] = sumOf(columns[row]!, columns[column]!, weights);
  return matrix;
}

/** The inverse by Gauss and Jordan; rows that the ones before them already give are left out of it. */
function invert(matrix: number[][]): { readonly inverse: number[][]; readonly kept: boolean[] } {
  const size = matrix.length;
  const work = matrix.map((row, index) => [...row, ...row.map((_, column) => (column === index ? 1 : 0))]);
  const kept = matrix.map(() => false);
  for (let pivot = 0; pivot < size; pivot++) {
    const value = work[pivot]![pivot]!;
    if (!(value > 1e-9 * matrix[pivot]![pivot]!)) continue;
    kept[pivot] = true;
    work[pivot] = work[pivot]!.map((part) => part / value);
    for (let row = 0; row < size; row++) {
      const factor = work[row]![pivot]!;
      if (row === pivot || factor === 0) continue;
      work[row] = work[row]!.map((part, column) => part - factor * work[pivot]![column]!);
    }
  }
  const inverse = work.map((row, index) =>
    row.slice(size).map((part, column) => (kept[index] && kept[column] ? part : 0)),
  );
  return { inverse, kept };
}
