import { applyEdits } from 'jsonc-parser';
import { describe, expect, it } from 'vitest';
import { duplicateItem } from '../../../../../../renderer/contrib/scenario/edit/duplicateItem.ts';
import { insertItems } from '../../../../../../renderer/contrib/scenario/edit/insertItems.ts';
import { removeAt } from '../../../../../../renderer/contrib/scenario/edit/removeAt.ts';
import { swapItems } from '../../../../../../renderer/contrib/scenario/edit/swapItems.ts';

const timeline = `{
  "timeline": [
    { "at": "2026-01-01", "do": "subscribe" },
    { "at": "2026-11-15", "do": "cancel" }
  ]
}
`;
const purchase = { at: '2026-02-10', do: 'buy-prepaid', credits: { number: '500' } };

describe('adding items to a list', () => {
  it('writes the item as its neighbours are written', () => {
    const line = '    { "at": "2026-02-10", "do": "buy-prepaid", "credits": 500 },\n';
    const added = applyEdits(timeline, insertItems(timeline, ['timeline'], 1, [purchase]));
    expect(added).toBe(timeline.replace('    { "at": "2026-11-15"', `${line}    { "at": "2026-11-15"`));
  });

  it('adds before the first and after the last', () => {
    const first = applyEdits(timeline, insertItems(timeline, ['timeline'], 0, [purchase]));
    expect(JSON.parse(first).timeline.map((entry: { do: string }) => entry.do)).toEqual([
      'buy-prepaid',
      'subscribe',
      'cancel',
    ]);
    const last = applyEdits(timeline, insertItems(timeline, ['timeline'], 99, [purchase]));
    expect(last).toContain('"do": "cancel" },\n    { "at": "2026-02-10", "do": "buy-prepaid", "credits": 500 }\n  ]');
  });

  it('makes a list that is missing or empty, one item a line', () => {
    const events = [
      { at: '2026-01-03', credits: { number: '1' } },
      { at: '2026-01-04', credits: { number: '2.50' } },
    ];
    const expected =
      '"events": [\n      { "at": "2026-01-03", "credits": 1 },\n      { "at": "2026-01-04", "credits": 2.50 }\n    ]';
    for (const text of ['{\n  "usage": { "events": [] }\n}', '{\n  "name": "A"\n}']) {
      const added = applyEdits(text, insertItems(text, ['usage', 'events'], 0, events));
      expect(JSON.parse(added).usage.events).toHaveLength(2);
      if (!text.includes('usage')) expect(added).toContain(expected);
    }
  });
});

describe('items of a list', () => {
  it('are removed with their line', () => {
    const without = applyEdits(timeline, removeAt(timeline, ['timeline', 0]));
    expect(without).toBe(timeline.replace('    { "at": "2026-01-01", "do": "subscribe" },\n', ''));
    expect(applyEdits(without, removeAt(without, ['timeline', 0]))).toBe('{\n  "timeline": []\n}\n');
  });

  it('change places with their text as it is', () => {
    const odd = '{ "timeline": [{"at":1.50},   { "at": 2 }] }';
    expect(applyEdits(odd, swapItems(odd, ['timeline'], 0, 1))).toBe('{ "timeline": [{ "at": 2 },   {"at":1.50}] }');
    expect(swapItems(odd, ['timeline'], 1, 2)).toEqual([]);
  });

  it('are copied behind themselves', () => {
    const line = '    { "at": "2026-01-01", "do": "subscribe" },\n';
    const copied = applyEdits(timeline, duplicateItem(timeline, ['timeline'], 0));
    expect(copied).toBe(timeline.replace(line, line + line));
  });
});
