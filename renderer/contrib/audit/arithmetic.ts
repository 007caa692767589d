import type { FindingView } from '../../../shared/rpc/auditViews.ts';
import { formatCredits, formatMoney } from '../../base/format.ts';

/** Whether decimal text is zero, exactly. */
export function isZero(text: string): boolean {
  return /^-?0*\.?0*$/.test(text);
}

/** Money with its sign, for a difference: `+$4.00`, `−$4.00`, `$0.00`. */
export function signedMoney(text: string, currency: string): string {
  const figure = formatMoney(text, currency);
  return isZero(text) || text.startsWith('-') ? figure : `+${figure}`;
}

/** Credits with their sign. */
export function signedCredits(text: string): string {
  const figure = formatCredits(text);
  return isZero(text) || text.startsWith('-') ? figure : `+${figure}`;
}

/** How a finding's figures belong together: what stands, less what should, and its effect on the bill. */
export function findingArithmetic(
  { expected, actual, credits, money }: FindingView,
  currency: string,
): readonly string[] {
  const lines: string[] = [];
  if (isNumber(expected) && isNumber(actual) && !isZero(credits)) {
    lines.push(`${formatCredits(actual)} − ${formatCredits(expected)} = ${creditsText(credits)}`);
  } else if (!isZero(credits)) lines.push(creditsText(credits));
  lines.push(
    isZero(money)
      ? 'No effect on the bill by itself'
      : `${signedMoney(money, currency)} on the bill: ${money.startsWith('-') ? 'too little' : 'too much'} was charged`,
  );
  return lines;
}

function creditsText(credits: string): string {
  return `${signedCredits(credits)} ${/^-?1$/.test(credits) ? 'credit' : 'credits'}`;
}

function isNumber(text: string): boolean {
  return /^-?\d+(\.\d+)?$/.test(text);
}
