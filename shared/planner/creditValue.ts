import { nanosPerCredit, wholeCredits } from '../base/credits.ts';

/**
 * Minor units of some nanocredits at `num` ÷ `den` minor units a whole credit, rounded once, half away from zero. All are whole
 * and not negative. @rule R24
 */
export function creditValue(nanos: number, num: number, den: number): number {
  const credits = wholeCredits(nanos);
  const top = credits * num;
  const whole = Math.floor(top / den);
  const rest = (top - whole * den) * nanosPerCredit + (nanos - credits * nanosPerCredit) * num;
  const bottom = 2 * den * nanosPerCredit;
  const safe = Math.max(top, bottom, 2 * rest + bottom) <= Number.MAX_SAFE_INTEGER;
  if (!safe || whole * den > top) return exactly(nanos, num, den);
  const part = Math.floor((2 * rest + bottom / 2) / bottom);
  return whole + (part * bottom > 2 * rest + bottom / 2 ? part - 1 : part);
}

function exactly(nanos: number, num: number, den: number): number {
  const bottom = BigInt(den) * BigInt(nanosPerCredit);
  return Number((2n * BigInt(nanos) * BigInt(num) + bottom) / (2n * bottom));
}
