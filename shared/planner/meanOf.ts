import { ratio, roundHalfAway } from '../base/ratio.ts';

/** The mean of whole numbers, rounded once, half away from zero. Sums beyond 2^53 stay exact. */
export function meanOf(values: Float64Array): number {
  let high = 0n;
  let sum = 0;
  for (let index = 0; index < values.length; index++) {
    if (Math.abs(sum) + Math.abs(values[index]!) > Number.MAX_SAFE_INTEGER) {
      high += BigInt(sum);
      sum = 0;
    }
    sum += values[index]!;
  }
  return Number(roundHalfAway(ratio(high + BigInt(sum), BigInt(values.length))));
}
