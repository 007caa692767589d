import { maximumNanos } from '../base/credits.ts';
import { divide, floorRatio, ratio, type Ratio } from '../base/ratio.ts';

/**
 * The Flex that a cap allows in its window, in nanocredits: cap ÷ price, rounded down to the quantum; Infinity without a cap
 * or where Flex costs nothing. @rule R13
 */
export function capLimit(cap: Ratio | null, flexPrice: Ratio): number {
  if (!cap || flexPrice.num === 0n) return Infinity;
  const { num, den } = divide(cap, flexPrice);
  const limit = Number(floorRatio(ratio(num * 1_000_000_000n, den)));
  return limit > maximumNanos ? Infinity : limit;
}
