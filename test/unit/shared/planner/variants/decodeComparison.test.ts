import { describe, expect, it } from 'vitest';
import { comparisonJsonSchema } from '../../../../../shared/planner/variants/comparisonJsonSchema.ts';
import { decodeComparison } from '../../../../../shared/planner/variants/decodeComparison.ts';

const variants = [{ name: 'As it is' }, { name: 'Capped', changes: [{ do: 'cap', amount: '200.50' }] }];
const document = { format: 'drawdown.comparison/1', name: 'Acme', base: 'acme.scenario.json', variants };

/** Each fault as `code path line`. */
function faultsOf(parts: object): string[] {
  const { comparison, diagnostics } = decodeComparison(JSON.stringify({ ...document, ...parts }, null, 1));
  expect(comparison).toBeNull();
  return diagnostics.map(({ code, path, place }) => `${code} ${path} ${place === null ? 'nowhere' : 'placed'}`);
}

describe('a comparison document', () => {
  it('gives its variants, on the base where they name no scenario, and amounts as they were written', () => {
    const { comparison, diagnostics } = decodeComparison(JSON.stringify(document));
    expect(diagnostics).toEqual([]);
    expect(comparison?.variants.map(({ name, scenario }) => [name, scenario])).toEqual([
      ['As it is', 'acme.scenario.json'],
      ['Capped', 'acme.scenario.json'],
    ]);
    expect(comparison?.variants[1]!.changes[0]!.written).toEqual({ do: 'cap', amount: '200.50' });
  });

  it.each([
    ['one variant', { variants: variants.slice(1) }, ['wrong-length variants placed']],
    [
      'six variants',
      { variants: Array.from({ length: 6 }, (_, n) => ({ name: `${n}` })) },
      ['wrong-length variants placed'],
    ],
    ['two of one name', { variants: [variants[0], variants[0]] }, ['duplicate-id variants[1].name placed']],
    [
      'an unknown change',
      { variants: [variants[0], { name: 'x', changes: [{ do: 'discount' }] }] },
      ['unknown-value variants[1].changes[0].do placed'],
    ],
    [
      'an unknown edition',
      { variants: [variants[0], { name: 'x', changes: [{ do: 'catalog', edition: '1999' }] }] },
      ['unknown-catalog variants[1].changes[0].edition placed'],
    ],
    [
      'a price of nothing',
      { variants: [variants[0], { name: 'x', changes: [{ do: 'price' }] }] },
      ['missing-key variants[1].changes[0] placed'],
    ],
    [
      'a negative factor',
      { variants: [variants[0], { name: 'x', changes: [{ do: 'usage', factor: -1 }] }] },
      ['negative variants[1].changes[0].factor placed'],
    ],
    ['a path that leads out', { base: '../acme.scenario.json' }, ['bad-path base placed']],
    ['a key too many', { budget: 5 }, ['unknown-key budget placed']],
  ])('with %s is refused in its place', (_, parts, faults) => {
    expect(faultsOf(parts)).toEqual(faults);
  });

  it('is described by the JSON Schema made from its decoder, every key with a sentence', () => {
    const schema = comparisonJsonSchema() as {
      properties: Record<string, { description?: string; minItems?: number; maxItems?: number }>;
    };
    expect(Object.keys(schema.properties)).toEqual(['format', 'name', 'base', 'variants']);
    expect(schema.properties['variants']).toMatchObject({ minItems: 2, maxItems: 5 });
    for (const { description } of Object.values(schema.properties)) expect(description).toMatch(/\.$/);
  });
});
