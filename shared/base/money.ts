import { formatDecimal, formatFixed, groupDigits } from './decimal.ts';
import { ratio, roundHalfAway, type Ratio } from './ratio.ts';

/** Currencies of which it is known without asking: the first question costs a command a fortieth of a second. */
const cents: ReadonlySet<string> = new Set(['USD', 'EUR', 'GBP', 'CHF', 'CAD', 'AUD']);

/** Decimals of a currency's minor unit (2 for USD, 0 for JPY), by ISO 4217. `currency` is three capital letters. */
export function minorDigits(currency: string): number {
  if (cents.has(currency)) return 2;
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

/** Minor units of an exact amount of money, rounded once, half away from zero. @rule R24 */
export function roundToMinor(amount: Ratio, digits: number): bigint {
  return roundHalfAway(ratio(amount.num * 10n ** BigInt(digits), amount.den));
}

/** Decimal text of minor units with the currency's own decimals: `299.00`. */
export function formatMoney(minor: bigint, digits: number): string {
  return formatFixed(minor, digits);
}

/** An amount of minor units with its currency: `$1,299.00`, `CHF 299.00`. */
export function describeMoney(minor: bigint, currency: string): string {
  return withSymbol(formatFixed(minor, minorDigits(currency)), currency);
}

/** A price as exact decimal text with its currency: `$3.5`. */
export function describePrice(price: Ratio, currency: string): string {
  return withSymbol(formatDecimal(price) ?? `${price.num}/${price.den}`, currency);
}

function withSymbol(plain: string, currency: string): string {
  const amount = groupDigits(plain);
  const parts = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
  }).formatToParts(0);
  const symbol = parts.find((part) => part.type === 'currency')?.value ?? currency;
  const gap = symbol.length > 1 ? ' ' : '';
  return amount.startsWith('-') ? `-${symbol}${gap}${amount.slice(1)}` : `${symbol}${gap}${amount}`;
}
