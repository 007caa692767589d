import { ratio, type Ratio } from './ratio.ts';

const grammar = /^(-?)(0|[1-9]\d*)(?:\.(\d+))?(?:[eE]([+-]?\d{1,3}))?$/;
const maximumDigits = 40;

/**
 * The exact value of decimal text in JSON's number grammar, or null where the text is not of that grammar or has more than
 * 40 digits. No binary fraction is involved; `1e400` and `0x10` give null.
 */
export function readDecimal(text: string): Ratio | null {
  const match = text.length <= 100 ? grammar.exec(text) : null;
  if (!match) return null;
  const [, sign, whole = '', fraction = '', exponentText = '0'] = match;
  const exponent = Number(exponentText) - fraction.length;
  const digits = whole + fraction;
  if (digits.length + Math.abs(exponent) > 2 * maximumDigits || digits.length > maximumDigits) return null;
  const units = BigInt(sign + digits);
  return exponent < 0 ? ratio(units, 10n ** BigInt(-exponent)) : ratio(units * 10n ** BigInt(exponent));
}

/** Plain decimal text of a ratio whose denominator has only the factors 2 and 5, else null. No exponent, no trailing zeros. */
export function formatDecimal(value: Ratio): string | null {
  let places = 0;
  let scale = 1n;
  while (scale % value.den !== 0n) {
    if (places === 2 * maximumDigits) return null;
    scale *= 10n;
    places += 1;
  }
  return formatScaled(value.num * (scale / value.den), places);
}

/** Plain decimal text of `units / 10^places`, without trailing zeros. */
export function formatScaled(units: bigint, places: number): string {
  const text = formatFixed(units, places);
  return places === 0 ? text : text.replace(/\.?0+$/, '');
}

/** Plain decimal text of `units / 10^places`, with exactly `places` decimals. */
export function formatFixed(units: bigint, places: number): string {
  const sign = units < 0n ? '-' : '';
  const digits = (units < 0n ? -units : units).toString().padStart(places + 1, '0');
  return places === 0 ? sign + digits : `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** Decimal text with the digits of its whole part in groups of three: `1234567.5` becomes `1,234,567.5`. */
export function groupDigits(text: string): string {
  const [whole = '', fraction] = text.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
