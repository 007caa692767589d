import { describe, expect, it } from 'vitest';
import { inTurns } from '../../../../../main/host/audit/inTurns.ts';

/** A clock that moves on by itself, so that every look takes 10 ms. */
function clock() {
  let now = 0;
  return { now: () => (now += 10) };
}

function* steps(count: number, done: number[]): Generator<void, string> {
  for (let step = 1; step <= count; step++) {
    done.push(step);
    yield;
  }
  return 'finished';
}

describe('work in turns', () => {
  it('comes to its result', async () => {
    const done: number[] = [];
    expect(await inTurns(steps(100, done), clock())).toBe('finished');
    expect(done).toHaveLength(100);
  });

  it('lets others run before it is through', async () => {
    const done: number[] = [];
    const work = inTurns(steps(100, done), clock());
    const seen = await new Promise<number>((resolve) => setImmediate(() => resolve(done.length)));
    expect(seen).toBeLessThan(100);
    await work;
  });

  it('ends where nobody waits any more', async () => {
    const done: number[] = [];
    const check = () => {
      if (done.length > 5) throw new Error('nobody waits');
    };
    await expect(inTurns(steps(100, done), clock(), check)).rejects.toThrow('nobody waits');
    expect(done.length).toBeLessThan(20);
  });
});
