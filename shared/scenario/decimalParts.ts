import type { Ratio } from '../base/ratio.ts';

/** An exact decimal as a whole number over a power of ten: `mantissa / 10^scale`, the mantissa a safe integer. */
export interface DecimalParts {
  readonly mantissa: number;
  readonly scale: number;
}

/** The parts of an amount with at most nine decimals, the scale as small as can be; null where the mantissa reaches 2^53. */
export function decimalParts({ num, den }: Ratio): DecimalParts | null {
  let scale = 0;
  let power = 1n;
  while (power % den !== 0n) {
    if (scale === 9) return null;
    scale += 1;
    power *= 10n;
  }
  const mantissa = Number(num * (power / den));
  return Number.isSafeInteger(mantissa) ? { mantissa, scale } : null;
}
