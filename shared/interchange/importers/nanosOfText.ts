import { exactNanos, nanosPerCredit } from '../../base/credits.ts';
import { readDecimal } from '../../base/decimal.ts';

const powers = [1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, nanosPerCredit];

/** Nanocredits of decimal text, exact; NaN where it is no decimal, has more than nine decimals, or leaves the exact range. */
export function nanosOfText(text: string): number {
  const negative = text.charCodeAt(0) === 45;
  let value = 0;
  let decimals = -1;
  let digits = 0;
  for (let at = negative ? 1 : 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 46 && decimals < 0 && digits > 0) decimals = 0;
    else if (code >= 48 && code <= 57) {
      value = value * 10 + (code - 48);
      digits += 1;
      if (decimals >= 0) decimals += 1;
    } else return NaN;
  }
  if (digits === 0 || decimals === 0) return NaN;
  const nanos = value * (powers[9 - Math.max(0, decimals)] ?? NaN);
  if (digits > 15 || !(nanos <= Number.MAX_SAFE_INTEGER)) return slowNanos(text);
  return negative && nanos !== 0 ? -nanos : nanos;
}

function slowNanos(text: string): number {
  const value = /[eE]/.test(text) ? null : readDecimal(text);
  const nanos = value && exactNanos(value);
  return nanos !== null && Number.isSafeInteger(Number(nanos)) ? Number(nanos) : NaN;
}
