import { nameWords } from './nameWords.ts';

const ending =
  /(?:^|[^a-z])(?:quantity|qty|count|credits?|units?|tokens?|images?|calls?|requests?|hours?|minutes?|seconds?|bytes|[kmgt]i?b)$/;

/** Whether the figures of a column count something, and are no money, by its name: `quantity`, `ConsumedQuantity`, `credits`. */
export function isCountName(name: string): boolean {
  return ending.test(nameWords(name));
}
