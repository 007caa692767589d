import { describe, expect, it } from 'vitest';
import { spreadMarks } from '../../../../renderer/charts/marks.ts';

const mark = (text: string, at: number, strong = false) => ({ id: text, at, text, strong });

describe('marks on an axis', () => {
  it('leaves the text to the stronger of two that stand close', () => {
    const marks = spreadMarks([mark('P10', 10), mark('Mean', 52), mark('P50', 50, true), mark('P90', 90)], {
      from: 0,
      until: 100,
    });
    expect(marks.map(({ id, text }) => [id, text])).toEqual([
      ['P10', 'P10'],
      ['P50', 'P50'],
      ['Mean', null],
      ['P90', 'P90'],
    ]);
  });

  it('leaves out what lies outside the axis', () => {
    expect(spreadMarks([mark('P90', 120)], { from: 0, until: 100 })).toEqual([]);
  });
});
