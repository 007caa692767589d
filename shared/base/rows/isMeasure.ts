import { nameWords } from './nameWords.ts';

/** Words that end the name of a column whose figures name, count up, or price something. */
const ending =
  /(?:^|[^a-z])(?:id|ids|no|nr|num|number|index|line|row|seq|sequence|version|year|quarter|month|week|day|hour|date|time|timestamp|code|key|zip|phone|account|customer|invoice|order|price|rate|ratio|share|percent|pct|balance|after|before|left|remaining)$/;

/** Whether the figures of a column add up to something, by its name: `quantity` and `cost_usd` do; `customerId`, `unit price` and `balance` do not. */
export function isMeasure(name: string): boolean {
  return !ending.test(nameWords(name).replace(/[^a-z]+$/, ''));
}
