import { describe, expect, it } from 'vitest';
import { askUntilStopped } from '../../../../../renderer/contrib/compare/askUntilStopped.ts';
import type { Workbench } from '../../../../../renderer/platform/workbench.ts';

const files = { first: 'a.ledger', second: 'b.ledger' };

/** A host that answers when it is told to, and notes what it is asked. */
function slowHost() {
  const calls: (readonly [string, { readonly job: string }])[] = [];
  let settle = { answer: (_: unknown): void => undefined, refuse: (_: unknown): void => undefined };
  const rpc = (name: string, params: { readonly job: string }) => {
    calls.push([name, params]);
    if (name === 'compare.cancel') return Promise.resolve({ cancelled: true });
    return new Promise((answer, refuse) => (settle = { answer, refuse }));
  };
  const told: unknown[] = [];
  const stop = askUntilStopped(rpc as unknown as Workbench['rpc'], 'compare.run', files, (asked) => told.push(asked));
  return { calls, told, stop, host: () => settle };
}

describe('a comparison that is asked for', () => {
  it('is told when it is there, and is not cancelled then', async () => {
    const { calls, told, stop, host } = slowHost();
    host().answer({ same: true });
    await expect.poll(() => told).toEqual([{ view: { same: true }, failure: null }]);
    stop();
    expect(calls.map(([name]) => name)).toEqual(['compare.run']);
  });

  it('is told why it came to nothing', async () => {
    const { told, host } = slowHost();
    host().refuse(new Error('a.ledger is damaged'));
    await expect.poll(() => told).toEqual([{ view: null, failure: 'a.ledger is damaged' }]);
  });

  it('is cancelled by its own name once nobody waits, and never told any more', async () => {
    const { calls, told, stop, host } = slowHost();
    stop();
    stop();
    expect(calls.map(([name]) => name)).toEqual(['compare.run', 'compare.cancel']);
    expect(calls[1]![1]).toEqual({ job: calls[0]![1].job });
    host().refuse(new Error('It was cancelled.'));
    await Promise.resolve();
    expect(told).toEqual([]);
  });

  it('has a name of its own each time', () => {
    expect(slowHost().calls[0]![1].job).not.toBe(slowHost().calls[0]![1].job);
  });
});
