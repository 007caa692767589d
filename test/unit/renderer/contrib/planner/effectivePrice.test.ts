import { describe, expect, it } from 'vitest';
import { effectivePrice } from '../../../../../renderer/contrib/planner/effectivePrice.ts';

describe('what a credit costs that is used', () => {
  it('carries the price of those that are left over', () => {
    expect(effectivePrice({ cost: '900.00', quantity: 250, unusedMean: '25' })).toBe('4.0000');
    expect(effectivePrice({ cost: '100.00', quantity: 30, unusedMean: '0' })).toBe('3.3333');
  });

  it('is none where nothing is used', () => {
    expect(effectivePrice({ cost: '40.00', quantity: 10, unusedMean: '10' })).toBeNull();
    expect(effectivePrice({ cost: '0.00', quantity: 0, unusedMean: '0' })).toBeNull();
  });
});
