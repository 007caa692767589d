import { readDecimal, formatFixed } from '../../../shared/base/decimal.ts';
import { add, divide, ratio, roundHalfEven, zeroRatio } from '../../../shared/base/ratio.ts';

/** Money paid for each credit that was used, to four decimals: `4.1234`; null where none was used. Decimal text in. */
export function pricePerCredit(money: string, used: readonly string[]): string | null {
  const total = readDecimal(money);
  const credits = used.map((text) => readDecimal(text) ?? zeroRatio).reduce(add, zeroRatio);
  if (total === null || credits.num <= 0n) return null;
  const price = divide(total, credits);
  return formatFixed(roundHalfEven(ratio(price.num * 10_000n, price.den)), 4);
}
