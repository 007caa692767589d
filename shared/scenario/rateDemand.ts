import { maximumNanos } from '../base/credits.ts';
import { ratio, roundHalfEven, type Ratio } from '../base/ratio.ts';
import { decimalParts, type DecimalParts } from './decimalParts.ts';

/** A rate ready for use on many rows. */
export interface RatePrice {
  readonly creditsPerUnit: Ratio;
  readonly minimum: DecimalParts;
  readonly plus: DecimalParts;
  /** Nanocredits of one unit as `num / den` by the quantity's scale, where both are safe integers, else null. */
  readonly fast: readonly ({ readonly num: number; readonly den: number } | null)[];
}

const nanos = 1_000_000_000n;
const scales = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
const powers = scales.map((scale) => 10 ** scale);

/** Prepares a rate. `minimum` and `plus` have at most nine decimals. @rule R18 */
export function ratePrice(rate: {
  readonly creditsPerUnit: Ratio;
  readonly minimum: Ratio;
  readonly plus: Ratio;
}): RatePrice {
  const { num, den } = rate.creditsPerUnit;
  return {
    creditsPerUnit: rate.creditsPerUnit,
    minimum: decimalParts(rate.minimum)!,
    plus: decimalParts(rate.plus)!,
    fast: scales.map((scale) => {
      const price = ratio(num * nanos, den * 10n ** BigInt(scale));
      const safe = price.num <= BigInt(maximumNanos) && price.den <= BigInt(maximumNanos);
      return safe ? { num: Number(price.num), den: Number(price.den) } : null;
    }),
  };
}

/**
 * Nanocredits of a quantity `mantissa / 10^scale`, rounded half-even once; NaN where they reach 2^53. `calls` 0 leaves
 * minimum and plus out, as for demand models. @rule R18
 */
export function nanosOf(price: RatePrice, mantissa: number, scale: number, calls: number): number {
  const { minimum, plus } = price;
  if (mantissa === 0) return 0;
  if (calls === 0 || (minimum.mantissa === 0 && plus.mantissa === 0)) return priced(price, mantissa, scale);
  const common = Math.max(scale, minimum.scale, plus.scale);
  const quantity = mantissa * powers[common - scale]!;
  const least = minimum.mantissa * powers[common - minimum.scale]! * calls;
  const added = plus.mantissa * powers[common - plus.scale]! * calls;
  const effective = Math.max(quantity, least) + added;
  if (effective <= maximumNanos) return priced(price, effective, common);
  return exactNanosOf(price, exactEffective({ mantissa, scale, calls, minimum, plus }, common), common);
}

function exactEffective(
  {
    mantissa,
    scale,
    calls,
    minimum,
    plus,
  }: DecimalParts & { calls: number; minimum: DecimalParts; plus: DecimalParts },
  common: number,
): bigint {
  const at = (parts: DecimalParts, times: number): bigint =>
    BigInt(parts.mantissa) * 10n ** BigInt(common - parts.scale) * BigInt(times);
  const quantity = at({ mantissa, scale }, 1);
  const least = at(minimum, calls);
  return (quantity > least ? quantity : least) + at(plus, calls);
}

function priced(price: RatePrice, mantissa: number, scale: number): number {
  const fast = price.fast[scale];
  const product = fast ? mantissa * fast.num : Infinity;
  if (!fast || product > maximumNanos) return exactNanosOf(price, BigInt(mantissa), scale);
  return roundedQuotient(product, fast.den);
}

/** A quotient of two safe integers, the first not negative, rounded half-even. @rule R18 */
export function roundedQuotient(product: number, den: number): number {
  if (den === 1) return product;
  const remainder = remainderOf(product, den);
  const floor = (product - remainder) / den;
  const rest = den - remainder;
  if (remainder < rest) return floor;
  return remainder > rest || floor % 2 === 1 ? floor + 1 : floor;
}

/** Below this a quotient that is one too large does not leave the exact range. */
const wellWithin = 2 ** 52;

/** The remainder of two positive whole numbers, which `%` takes many times as long for. */
function remainderOf(product: number, den: number): number {
  if (product >= wellWithin || den >= wellWithin) return product % den;
  const remainder = product - Math.floor(product / den) * den;
  // The division may have been rounded up to the next whole number.
  return remainder < 0 ? remainder + den : remainder;
}

function exactNanosOf({ creditsPerUnit: { num, den } }: RatePrice, mantissa: bigint, scale: number): number {
  const exact = roundHalfEven(ratio(mantissa * num * nanos, den * 10n ** BigInt(scale)));
  return exact <= BigInt(maximumNanos) ? Number(exact) : NaN;
}
