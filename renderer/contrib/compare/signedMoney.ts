import { formatMoney } from '../../base/format.ts';

/** Money with its sign, for a difference: `+$4.00`, `−$4.00`, `$0.00`. */
export function signedMoney(text: string, currency: string): string {
  const figure = formatMoney(text, currency);
  return /^-?0*\.?0*$/.test(text) || text.startsWith('-') ? figure : `+${figure}`;
}
