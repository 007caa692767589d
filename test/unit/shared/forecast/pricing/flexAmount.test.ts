import { describe, expect, it } from 'vitest';
import { flexAmount } from '../../../../../shared/forecast/pricing/flexAmount.ts';

describe('the amount of a Flex line', () => {
  it('is credits times price where the price is in whole minor units', () => {
    expect(flexAmount(77, 400, 1)).toBe(30_800);
  });

  it('is rounded once, half away from zero', () => {
    // 3 credits at 0.005: 1.5 cents. 1 at 3.333: 333.3 cents. 5 at 3.3333: 1666.65 cents.
    expect(flexAmount(3, 1, 2)).toBe(2);
    expect(flexAmount(1, 3333, 10)).toBe(333);
    expect(flexAmount(5, 33_333, 100)).toBe(1667);
  });

  it('stays exact where the product is beyond 2^53', () => {
    // 7,000,000 × 1,234,567,890.123 = 8,641,975,230,861,000.
    expect(flexAmount(7_000_000, 1_234_567_890_123, 1000)).toBe(8_641_975_230_861_000);
  });
});
