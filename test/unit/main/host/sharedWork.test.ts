import { describe, expect, it } from 'vitest';
import { createSharedWork } from '../../../../main/host/sharedWork.ts';

/** Work that ends when it is told to, on a clock that is set by hand. */
function reading() {
  const shared = createSharedWork<string>();
  let now = 0;
  let begun = 0;
  let isWanted = () => true;
  let end: (value: string) => void = () => undefined;
  const begin = (asks: () => boolean) => {
    begun += 1;
    isWanted = asks;
    return new Promise<string>((resolve) => (end = resolve));
  };
  return {
    join: (signal?: AbortSignal) => shared.join('usage.csv', begin, { signal, clock: { now: () => now } }),
    pass: (ms: number) => (now += ms),
    isWanted: () => isWanted(),
    end: (value: string) => end(value),
    begun: () => begun,
  };
}

describe('a file that several wait for', () => {
  it('is read once, for all of them', async () => {
    const work = reading();
    const both = [work.join(), work.join(new AbortController().signal)];
    work.end('rows');
    expect(await Promise.all(both)).toEqual(['rows', 'rows']);
    expect(work.begun()).toBe(1);
  });

  it('is not waited for by one who was cancelled, and is read on for the others', async () => {
    const work = reading();
    const cancelled = new AbortController();
    const first = work.join(cancelled.signal);
    const second = work.join();
    cancelled.abort();
    expect(await first).toBeNull();
    work.pass(5000);
    expect(work.isWanted()).toBe(true);
    work.end('rows');
    expect(await second).toBe('rows');
  });

  it('is read on for a moment when nobody waits, for the next edit, and then no further', async () => {
    const work = reading();
    const cancelled = new AbortController();
    const first = work.join(cancelled.signal);
    cancelled.abort();
    expect(await first).toBeNull();
    work.pass(900);
    expect(work.isWanted()).toBe(true);
    const next = work.join();
    work.pass(900);
    expect([work.isWanted(), work.begun()]).toEqual([true, 1]);
    work.end('rows');
    expect(await next).toBe('rows');
    const last = work.join(AbortSignal.abort());
    expect(await last).toBeNull();
    work.pass(1000);
    expect(work.isWanted()).toBe(false);
    void work.join();
    expect(work.begun()).toBe(3);
  });
});
