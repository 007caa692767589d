import { nameWords } from './nameWords.ts';

const ending = /(?:^|[^a-z])currency(?:[^a-z]?code)?$/;

/** Whether a column names the currency of each row, by its name: `currency`, `BillingCurrency`, `currency_code`. */
export function isCurrencyName(name: string): boolean {
  return ending.test(nameWords(name));
}
