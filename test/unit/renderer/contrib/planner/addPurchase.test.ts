import { describe, expect, it } from 'vitest';
import { withPurchases } from '../../../../../renderer/contrib/planner/addPurchase.ts';

const text = `{
  "timeline": [
    { "at": "2026-01-01", "do": "subscribe", "plan": "growth" },
    { "at": "2026-06-20T09:00", "do": "buy-prepaid", "credits": 60 }
  ]
}
`;

describe('a purchase in the scenario', () => {
  it('stands after what happens before it, written as its neighbours are', () => {
    expect(withPurchases(text, [{ at: '2026-03-01', credits: '250' }])).toBe(
      text.replace('"growth" },\n', '"growth" },\n    { "at": "2026-03-01", "do": "buy-prepaid", "credits": 250 },\n'),
    );
  });

  it('stands after everything of its day, so that it is bought on the plan subscribed to then', () => {
    const added = withPurchases(text, [{ at: '2026-01-01', credits: '5' }]);
    expect(JSON.parse(added).timeline.map((entry: { do: string }) => entry.do)).toEqual([
      'subscribe',
      'buy-prepaid',
      'buy-prepaid',
    ]);
  });

  it('comes several at once, in order', () => {
    const added = withPurchases(text, [
      { at: '2026-03-01', credits: '33.333333334' },
      { at: '2026-09-01', credits: '9' },
    ]);
    expect(JSON.parse(added).timeline.map(({ at }: { at: string }) => at)).toEqual([
      '2026-01-01',
      '2026-03-01',
      '2026-06-20T09:00',
      '2026-09-01',
    ]);
  });

  it('stands before everything that comes later, and makes the timeline where there is none', () => {
    expect(JSON.parse(withPurchases(text, [{ at: '2025-12-01', credits: '1' }])).timeline[0]).toEqual({
      at: '2025-12-01',
      do: 'buy-prepaid',
      credits: 1,
    });
    expect(JSON.parse(withPurchases('{}', [{ at: '2026-01-01', credits: '1' }])).timeline).toHaveLength(1);
    expect(JSON.parse(withPurchases('{ "timeline": [] }', [{ at: '2026-01-01', credits: '1' }])).timeline).toHaveLength(
      1,
    );
  });
});
