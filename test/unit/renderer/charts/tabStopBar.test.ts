import { describe, expect, it } from 'vitest';
import { tabStopBar } from '../../../../renderer/charts/tabStopBar.ts';

const none = { included: '0', prepaid: '0', flex: '0', blocked: '0' };
const months = [none, { ...none, prepaid: '5', flex: '2' }, { ...none, included: '7' }, { ...none, flex: '1' }];

describe('the tab stop of a chart of months', () => {
  it('is the first bar at first, and then the one that had the focus last', () => {
    expect(tabStopBar({ months, view: null, last: null })).toEqual({ month: 1, part: 'prepaid' });
    const last = { month: 1, part: 'flex' } as const;
    expect(tabStopBar({ months, view: null, last })).toEqual(last);
  });

  it('is the first bar again where the last one shows no more', () => {
    expect(tabStopBar({ months, view: { from: 2, until: 4 }, last: { month: 1, part: 'flex' } })).toEqual({
      month: 2,
      part: 'included',
    });
    expect(tabStopBar({ months: [months[2]!], view: null, last: { month: 3, part: 'flex' } })).toEqual({
      month: 0,
      part: 'included',
    });
    expect(tabStopBar({ months, view: null, last: { month: 2, part: 'flex' } })?.month).toBe(1);
  });

  it('is none where nothing was used', () => {
    expect(tabStopBar({ months: [none], view: null, last: null })).toBeNull();
  });
});
