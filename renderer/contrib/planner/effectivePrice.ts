import { formatFixed, readDecimal } from '../../../shared/base/decimal.ts';
import { add, divide, ratio, roundHalfEven } from '../../../shared/base/ratio.ts';

/** What each prepaid credit costs that is used, on average: the purchase ÷ what is not left over; null where none is used. */
export function effectivePrice({ cost, quantity, unusedMean }: Bought): string | null {
  const money = readDecimal(cost);
  const unused = readDecimal(unusedMean);
  if (money === null || unused === null) return null;
  const used = add(ratio(BigInt(quantity)), ratio(-unused.num, unused.den));
  if (used.num <= 0n) return null;
  const price = divide(money, used);
  return formatFixed(roundHalfEven(ratio(price.num * 10_000n, price.den)), 4);
}

interface Bought {
  readonly cost: string;
  readonly quantity: number;
  readonly unusedMean: string;
}
