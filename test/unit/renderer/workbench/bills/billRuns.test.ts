import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { Diagnostic } from '../../../../../shared/base/diagnostic.ts';
import type { BillOutcome, BillView } from '../../../../../shared/rpc/views.ts';
import { RpcFailure } from '../../../../../shared/rpc/rpcFailure.ts';
import { BillRuns, type BillHost } from '../../../../../renderer/workbench/bills/billRuns.ts';

const path = 'acme.scenario.json';
const bill = (name: string) => ({ name }) as BillView;
const fault: Diagnostic = { code: 'x', severity: 'error', path: 'name', place: null, message: 'no' };

/** A workbench with one document, whose host answers when it is told to. */
function desk() {
  let text = 'a';
  const asked: {
    text: string;
    answer: (outcome: BillOutcome) => Promise<void>;
    refuse: (code: string) => Promise<void>;
  }[] = [];
  const problems: (readonly Diagnostic[])[] = [];
  const documents = createStore(() => ({ byPath: {}, failures: {} }));
  const cancelled: string[] = [];
  const listeners = new Map<string, (payload: unknown) => void>();
  const host = {
    rpc: (name: string, params: { path: string; text: string }) =>
      new Promise((resolve, reject) => {
        if (name === 'bill.cancel') return resolve(cancelled.push(params.path));
        const answer = async (settle: () => void) => {
          settle();
          await vi.advanceTimersByTimeAsync(0);
        };
        asked.push({
          text: params.text,
          answer: (outcome) => answer(() => resolve(outcome)),
          refuse: (code) => answer(() => reject(new RpcFailure({ code, message: code }))),
        });
      }),
    documents: { store: documents, open: () => Promise.resolve({ text }), get: () => ({ text }) },
    problems: { set: (_owner: string, _path: string, found: readonly Diagnostic[]) => problems.push(found) },
    on: (name: string, listener: (payload: unknown) => void) => {
      listeners.set(name, listener);
      return () => listeners.delete(name);
    },
  } as unknown as BillHost;
  const type = (next: string) => {
    text = next;
    documents.setState({ byPath: {} });
  };
  const tell = (step: string) => listeners.get('bill.progress')?.({ path, step });
  return { runs: new BillRuns(host), asked, cancelled, problems, type, tell };
}

describe('the bill that follows the typing', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is asked for with the key itself; of what comes meanwhile only the last is run', async () => {
    const { runs, asked, type } = desk();
    runs.follow(path);
    await vi.advanceTimersByTimeAsync(0);
    await asked[0]!.answer({ bill: bill('a'), diagnostics: [] });
    type('ab');
    expect(asked.map(({ text }) => text)).toEqual(['a', 'ab']);
    for (const text of ['abc', 'abcd']) type(text);
    await asked[1]!.answer({ bill: bill('ab'), diagnostics: [] });
    expect(asked.map(({ text }) => text)).toEqual(['a', 'ab', 'abcd']);
  });

  it('runs once at a time: what was typed during a run is run after it', async () => {
    const { runs, asked, type } = desk();
    runs.follow(path);
    await vi.advanceTimersByTimeAsync(0);
    type('b');
    await vi.advanceTimersByTimeAsync(50);
    type('c');
    await vi.advanceTimersByTimeAsync(50);
    expect(asked).toHaveLength(1);
    await asked[0]!.answer({ bill: bill('a'), diagnostics: [] });
    await vi.advanceTimersByTimeAsync(50);
    expect(asked.map(({ text }) => text)).toEqual(['a', 'c']);
  });

  it('keeps the last good bill, marked as stale, and tells the problems', async () => {
    const { runs, asked, problems, type } = desk();
    runs.follow(path);
    await vi.advanceTimersByTimeAsync(0);
    await asked[0]!.answer({ bill: bill('a'), diagnostics: [] });
    type('{');
    await vi.advanceTimersByTimeAsync(50);
    await asked[1]!.answer({ bill: null, diagnostics: [fault] });
    expect(runs.store.getState()[path]).toMatchObject({ bill: { name: 'a' }, stale: true, diagnostics: [fault] });
    expect(problems.at(-1)).toEqual([fault]);
    type('{}');
    await vi.advanceTimersByTimeAsync(50);
    await asked[2]!.answer({ bill: bill('b'), diagnostics: [] });
    expect(runs.store.getState()[path]).toMatchObject({ bill: { name: 'b' }, stale: false });
  });

  it('stops when nobody looks any more, and takes its problems with it', async () => {
    const { runs, asked, problems, type } = desk();
    const [first, second] = [runs.follow(path), runs.follow(path)];
    await vi.advanceTimersByTimeAsync(0);
    await asked[0]!.answer({ bill: null, diagnostics: [fault] });
    first();
    type('b');
    await vi.advanceTimersByTimeAsync(50);
    expect(asked).toHaveLength(2);
    second();
    await asked[1]!.answer({ bill: bill('b'), diagnostics: [] });
    type('c');
    await vi.advanceTimersByTimeAsync(50);
    expect(asked).toHaveLength(2);
    expect(runs.store.getState()).toEqual({});
    expect(problems.at(-1)).toEqual([]);
  });

  it('gives way to a newer text where it takes its time, and its late answer counts for nothing (F44)', async () => {
    const { runs, asked, type, tell } = desk();
    runs.follow(path);
    await vi.advanceTimersByTimeAsync(0);
    tell('Computing');
    expect(runs.store.getState()[path]).toMatchObject({ running: true, step: 'Computing' });
    type('b');
    await vi.advanceTimersByTimeAsync(0);
    expect(asked.map(({ text }) => text)).toEqual(['a', 'b']);
    await asked[0]!.answer({ bill: bill('a'), diagnostics: [fault] });
    expect(runs.store.getState()[path]).toMatchObject({ bill: null, running: true, step: null, diagnostics: [] });
    await asked[1]!.answer({ bill: bill('b'), diagnostics: [] });
    expect(runs.store.getState()[path]).toMatchObject({ bill: { name: 'b' }, stale: false, running: false });
  });

  it('is stopped by hand, and computed again by hand', async () => {
    const { runs, asked, cancelled, type, tell } = desk();
    runs.follow(path);
    await vi.advanceTimersByTimeAsync(0);
    await asked[0]!.answer({ bill: bill('a'), diagnostics: [] });
    type('b');
    await vi.advanceTimersByTimeAsync(0);
    tell('Computing');
    await runs.cancel(path);
    expect(cancelled).toEqual([path]);
    await asked[1]!.refuse('cancelled');
    expect(runs.store.getState()[path]).toMatchObject({
      bill: { name: 'a' },
      stale: true,
      cancelled: true,
      running: false,
      failure: null,
    });
    runs.again(path);
    await asked[2]!.answer({ bill: bill('b'), diagnostics: [] });
    expect(runs.store.getState()[path]).toMatchObject({ bill: { name: 'b' }, stale: false, cancelled: false });
  });

  it('is stopped when its editor is closed', async () => {
    const { runs, cancelled } = desk();
    const stop = runs.follow(path);
    await vi.advanceTimersByTimeAsync(0);
    stop();
    expect(cancelled).toEqual([path]);
  });
});
