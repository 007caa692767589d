import { describe, expect, it } from 'vitest';
import { schemaHelp } from '../../../../../../renderer/contrib/scenario/draft/schemaHelp.ts';

const schema = {
  properties: {
    name: { description: 'Shown on the bill.' },
    timeline: { items: { oneOf: [{ $ref: '#/$defs/subscribe' }, { properties: { cap: { description: 'Money.' } } }] } },
  },
  $defs: { subscribe: { properties: { plan: { $ref: '#/$defs/plan' } } }, plan: { description: 'Id of a plan.' } },
};

describe('help of a field', () => {
  it('is the description of its schema, through alternatives and references', () => {
    expect(schemaHelp(schema, ['name'])).toBe('Shown on the bill.');
    expect(schemaHelp(schema, ['timeline', 3, 'plan'])).toBe('Id of a plan.');
    expect(schemaHelp(schema, ['timeline', 0, 'cap'])).toBe('Money.');
  });

  it('is empty where the schema says nothing', () => {
    expect(schemaHelp(schema, ['timeline', 0, 'nothing'])).toBe('');
  });
});
