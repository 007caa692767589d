import { formatScaled } from '../../../shared/base/decimal.ts';

const creditPlaces = 9;

/** A whole quantity of credits in `count` parts as a plan buys them: alike but for billionths of a credit. Decimal text. */
export function equalParts(quantity: number, count: number): readonly string[] {
  const nanos = BigInt(quantity) * 10n ** BigInt(creditPlaces);
  const least = nanos / BigInt(count);
  const larger = Number(nanos % BigInt(count));
  return Array.from({ length: count }, (_, index) => formatScaled(index < larger ? least + 1n : least, creditPlaces));
}
