const halfLog2 = 0.34657359027997264;
/** ln 2 in two parts: the first has trailing zeros, so that a small whole multiple of it is exact. */
const log2High = 0.6931471803691238;
const log2Low = 1.9082149292705877e-10;

/**
 * e^x to about one unit in the last place, by IEEE additions, multiplications and divisions alone, so that every machine gets
 * the same bits. 0 below -745, Infinity above 709.
 */
export function exponential(x: number): number {
  if (x < -745) return 0;
  if (x > 709) return Infinity;
  const halvings = Math.floor((x + halfLog2) / (2 * halfLog2));
  const rest = x - halvings * log2High - halvings * log2Low;
  let sum = 1;
  for (let term = 15; term >= 1; term--) sum = 1 + (rest / term) * sum;
  return scaled(sum, halvings);
}

/** value × 2^power, exact where the result is a normal number. */
function scaled(value: number, power: number): number {
  let factor = power < 0 ? 0.5 : 2;
  let result = value;
  for (let left = Math.abs(power); left > 0; left = (left - (left % 2)) / 2) {
    if (left % 2 === 1) result *= factor;
    factor *= factor;
  }
  return result;
}
