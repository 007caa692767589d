import { ratio, roundHalfAway } from '../base/ratio.ts';

/** The mean of whole numbers, rounded once, half away from zero. Sums beyond 2^53 stay exact. */
export function meanOf(values: Float64Array): number {
  let high = 0n;
  let sum = 0;
  for (let index = 0; index < values.length; index++) {
    sum += values[index]!;
    if (Math.abs(sum) < 2 ** 52) continue;
    high += BigInt(sum - values[index]!) + BigInt(values[index]!);
    sum = 0;
  }
  return Number(roundHalfAway(ratio(high + BigInt(sum), BigInt(values.length))));
}
