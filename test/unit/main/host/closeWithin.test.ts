import { expect, it, vi } from 'vitest';
import { closeWithin } from '../../../../main/host/closeWithin.ts';

it('a host is closed when its saves are done; one that hangs is not waited for (F18)', async () => {
  vi.useFakeTimers();
  const saved: string[] = [];
  const saves = () => new Promise<void>((resolve) => setTimeout(() => resolve(void saved.push('saved')), 500));
  const quick = closeWithin({ close: saves }, 10_000);
  const hangs = closeWithin({ close: () => new Promise(() => {}) }, 10_000);
  await vi.advanceTimersByTimeAsync(9_999);
  expect([await quick, saved]).toEqual([true, ['saved']]);
  await vi.advanceTimersByTimeAsync(1);
  expect(await hangs).toBe(false);
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});
