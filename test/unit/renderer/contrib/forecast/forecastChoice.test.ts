import { describe, expect, it } from 'vitest';
import { firstChoice, readChoice } from '../../../../../renderer/contrib/forecast/forecastChoice.ts';

describe('what is asked of a forecast', () => {
  it('always has the percentiles of the headline, in order and without doubles', () => {
    const { ask } = readChoice({ ...firstChoice, percentiles: '97.5, 5 90' });
    expect(ask?.percentiles).toEqual([5, 10, 50, 90, 97.5]);
  });

  it('takes a budget as people write it, and none where the field is empty', () => {
    expect(readChoice({ ...firstChoice, budget: '4,250.50' }).ask?.budget).toBe('4250.50');
    expect(readChoice({ ...firstChoice, budget: '  ' }).ask?.budget).toBeNull();
  });

  it.each([
    ['percentiles', '0, 50'],
    ['percentiles', '101'],
    ['percentiles', 'many'],
    ['percentiles', Array.from({ length: 30 }, (_, index) => index + 1).join(',')],
    ['budget', '-5'],
    ['budget', '5k'],
    ['seed', '1.5'],
    ['seed', '-1'],
    ['seed', '99999999999'],
  ] as const)('names the field that is wrong: %s %s', (field, typed) => {
    const { ask, faults } = readChoice({ ...firstChoice, [field]: typed });
    expect(ask).toBeNull();
    expect(faults[field]).not.toBeNull();
  });
});
