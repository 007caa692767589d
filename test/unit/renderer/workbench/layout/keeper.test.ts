import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createKeeper } from '../../../../../renderer/workbench/layout/keeper.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const times = { quietMs: 800, mostMs: 3000, retryMs: 5000 };

describe('a keeper', () => {
  it('waits until things are quiet, but not for ever', async () => {
    let runs = 0;
    const keeper = createKeeper(
      async () => void (runs += 1),
      times,
      () => undefined,
    );
    for (let ms = 0; ms < 6000; ms += 500) {
      keeper.touch();
      await vi.advanceTimersByTimeAsync(500);
    }
    expect(runs).toBe(2);
    expect(keeper.isDue()).toBe(false);
  });

  it('runs at once when it must, and only where something changed', async () => {
    let runs = 0;
    const keeper = createKeeper(
      async () => void (runs += 1),
      times,
      () => undefined,
    );
    await keeper.flush();
    expect(runs).toBe(0);
    keeper.touch();
    expect(keeper.isDue()).toBe(true);
    await keeper.flush();
    await vi.runAllTimersAsync();
    expect(runs).toBe(1);
  });

  it('tells a failure and tries again', async () => {
    let runs = 0;
    const told: unknown[] = [];
    const task = async () => {
      runs += 1;
      if (runs < 3) throw new Error('the disk is full');
    };
    const keeper = createKeeper(task, times, (error) => told.push(error));
    keeper.touch();
    await vi.advanceTimersByTimeAsync(1000);
    expect(keeper.isDue()).toBe(true);
    await vi.runAllTimersAsync();
    expect(told).toHaveLength(2);
    expect(keeper.isDue()).toBe(false);
  });
});
