import { describe, expect, it } from 'vitest';
import { prefixOf } from '../../../../../renderer/workbench/palette/prefixes.ts';
import { nameOf, symbolsOf } from '../../../../../renderer/workbench/palette/symbolsOf.ts';

describe('the symbols of a scenario', () => {
  it('are its plans, meters, timeline entries, models and files, with the paths that lead to them', () => {
    const text = JSON.stringify({
      plans: [{ id: 'team', name: 'Team' }, { id: 'core' }],
      meters: [{ id: 'image' }],
      timeline: [{ at: '2026-01-01', do: 'buy-prepaid', credits: 300 }, 7],
      usage: { models: [{ id: 'growth' }], files: [{ path: 'usage/feb.csv' }] },
    });
    expect(symbolsOf(text).map(({ path, title }) => [path, title])).toEqual([
      ['plans[0]', 'Team'],
      ['plans[1]', 'core'],
      ['meters[0]', 'image'],
      ['timeline[0]', '2026-01-01 buy-prepaid 300'],
      ['timeline[1]', 'Timeline 2'],
      ['usage.models[0]', 'growth'],
      ['usage.files[0]', 'usage/feb.csv'],
    ]);
  });

  it.each(['', '{', 'null', '[]', '{"plans":3,"usage":[]}'])('of %j are none', (text) => {
    expect([...symbolsOf(text), ...nameOf(text)]).toEqual([]);
  });

  it('leave the name of the customer to a symbol of its own', () => {
    expect(nameOf('{"name":"Northwind"}')).toMatchObject([{ path: 'name', title: 'Northwind' }]);
    expect(nameOf('{"plans":[]}')).toEqual([]);
  });

  it('and the other things to look for have signs of their own', () => {
    const labels = ['>save', '@team', '#team', ':12', '?', 'acme'].map((search) => prefixOf(search).label);
    expect(new Set(labels).size).toBe(6);
    expect(labels.at(-1)).toBe('Go to file');
  });
});
