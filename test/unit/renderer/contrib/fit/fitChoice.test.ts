import { describe, expect, it } from 'vitest';
import { firstChoice, readFitChoice } from '../../../../../renderer/contrib/fit/fitChoice.ts';

describe('what a fit is asked with', () => {
  it('is everything where nothing is typed', () => {
    expect(readFitChoice({ ...firstChoice, holdOut: '' }).ask).toEqual({ from: null, until: null, holdOut: 0 });
    expect(readFitChoice({ ...firstChoice, from: ' 2026-01-31 ' }).ask).toEqual({
      from: '2026-01-31',
      until: null,
      holdOut: 28,
    });
  });

  it.each([
    ['from', { from: '2026-02-30' }],
    ['until', { until: 'soon' }],
    ['holdOut', { holdOut: '1.5' }],
    ['holdOut', { holdOut: '9999' }],
  ] as const)('is not asked with a wrong %s', (field, change) => {
    const { ask, faults } = readFitChoice({ ...firstChoice, ...change });
    expect(ask).toBeNull();
    expect(faults[field]).not.toBeNull();
  });
});
