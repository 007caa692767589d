import { groupDigits } from '../../../base/decimal.ts';

/** An amount of money as a page shows it: digits in groups, with its currency. */
export function money(amount: string, currency: string): string {
  return `${grouped(amount)} ${currency}`;
}

/** Decimal text with its digits in groups, a sign or ≈ kept before it. */
export function grouped(amount: string): string {
  const [, sign = '', digits = amount] = /^(≈ |-)?(.*)$/.exec(amount) ?? [];
  return `${sign === '-' ? '−' : sign}${groupDigits(digits)}`;
}

/** A share as a percentage: whole, but for the smallest and the greatest. */
export function percent(share: number): string {
  const hundredths = share * 100;
  if (share > 0 && hundredths < 1) return 'under 1 %';
  if (share < 1 && hundredths > 99) return 'over 99 %';
  return `${Math.round(hundredths)} %`;
}
