import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { drawTexts, statement } from '../../../../shared/engine/statement.ts';
import { billOf } from '../../../support/billOf.ts';

const folder = new URL('../../../golden/cases/', import.meta.url);
const cases = readdirSync(folder).filter((name) => name.endsWith('.json'));
const scenarios = cases.map(
  (name) => (JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as { readonly scenario: object }).scenario,
);

function billed(scenario: object): string {
  const run = billOf(scenario);
  return JSON.stringify({ ...statement(run), draws: drawTexts(run) });
}

/** The same with its keys in another order, which says nothing. */
function shuffled(value: unknown, order: (count: number) => readonly number[]): unknown {
  if (Array.isArray(value)) return value.map((each) => shuffled(each, order));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  return Object.fromEntries(
    order(entries.length).map((index) => [entries[index]![0], shuffled(entries[index]![1], order)]),
  );
}

it('a worked case has the same bill at each run, in whatever order its keys are written (F46)', () => {
  const first = scenarios.map(billed);
  fc.assert(
    fc.property(fc.nat(scenarios.length - 1), fc.infiniteStream(fc.nat()), (which, numbers) => {
      const order = (count: number) => {
        const left = Array.from({ length: count }, (_, index) => index);
        return Array.from({ length: count }, () => left.splice(numbers.next().value! % left.length, 1)[0]!);
      };
      expect(billed(shuffled(scenarios[which], order) as object)).toBe(first[which]);
    }),
    { numRuns: 100 },
  );
});
