import { describe, expect, it } from 'vitest';
import { createAllowance } from '../../../../main/web/allowance.ts';

describe('an allowance', () => {
  it('lets a burst pass, and then so many a second', () => {
    const allowance = createAllowance({ perSecond: 10, burst: 3 });
    const take = (now: number) => allowance.take(now);
    expect([0, 0, 0, 0].map(take)).toEqual([true, true, true, false]);
    expect([99, 100, 100].map(take)).toEqual([false, true, false]);
  });

  it('does not save up more than a burst', () => {
    const allowance = createAllowance({ perSecond: 10, burst: 2 });
    allowance.take(0);
    expect([60_000, 60_000, 60_000].map((now) => allowance.take(now))).toEqual([true, true, false]);
  });
});
