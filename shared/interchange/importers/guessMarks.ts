import type { MappedNumbers } from '../auditMapping.ts';

/** What stands about amounts beside their digits and signs, and what of it has to be looked at. */
export interface GuessedMarks extends Pick<MappedNumbers, 'currency' | 'parentheses'> {
  readonly doubts: readonly string[];
  /** The amounts without it. */
  readonly bare: readonly string[];
}

/** A currency sign and parentheses about amounts. They are proposed and said, never just taken. */
export function guessMarks(values: readonly string[]): GuessedMarks {
  const shown = values
    .map((value) => value.trim().replaceAll(/[\u00a0\u202f]/g, ' '))
    .filter((text) => /\d/.test(text));
  const currencies = [...new Set(shown.map(currencyOf).filter((text) => text !== ''))];
  const [currency] = currencies;
  const first = currency === undefined ? undefined : shown.find((text) => text.includes(currency));
  const wrapped = shown.find((text) => /\(.*\)/.test(text));
  const single = currencies.length === 1;
  return {
    ...(single && currency !== undefined ? { currency } : {}),
    ...(wrapped === undefined ? {} : { parentheses: true }),
    doubts: [
      ...(single
        ? [`Amounts such as ${first} name a currency: ${currency} is left out, and nothing is converted.`]
        : []),
      ...(currencies.length > 1 ? [`Amounts name several currencies: ${currencies.slice(0, 5).join(', ')}.`] : []),
      ...(wrapped === undefined ? [] : [`Amounts in parentheses such as ${wrapped} are taken as below zero.`]),
    ],
    bare: shown.map((text) => text.replaceAll(/[^\d.,' +-]/g, '').trim()),
  };
}

/** What of an amount is neither digit nor sign, where that is a currency by its length. */
function currencyOf(text: string): string {
  const rest = text.replaceAll(/[\d.,'()+\u2212\s-]/g, '');
  return rest.length <= 10 ? rest : '';
}
