import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { Diagnostic } from '../../../../../shared/base/diagnostic.ts';
import type { BillOutcome, BillView } from '../../../../../shared/rpc/views.ts';
import { BillRuns, type BillHost } from '../../../../../renderer/workbench/bills/billRuns.ts';

const path = 'acme.scenario.json';
const bill = (name: string) => ({ name }) as BillView;
const fault: Diagnostic = { code: 'x', severity: 'error', path: 'name', place: null, message: 'no' };

/** A workbench with one document, whose host answers when it is told to. */
function desk() {
  let text = 'a';
  const asked: { text: string; answer: (outcome: BillOutcome) => Promise<void> }[] = [];
  const problems: (readonly Diagnostic[])[] = [];
  const documents = createStore(() => ({ byPath: {}, failures: {} }));
  const host = {
    rpc: (_: string, params: { text: string }) =>
      new Promise((resolve) =>
        asked.push({
          text: params.text,
          answer: async (outcome) => {
            resolve(outcome);
            await vi.advanceTimersByTimeAsync(0);
          },
        }),
      ),
    documents: { store: documents, open: () => Promise.resolve({ text }), get: () => ({ text }) },
    problems: { set: (_owner: string, _path: string, found: readonly Diagnostic[]) => problems.push(found) },
    on: () => () => undefined,
  } as unknown as BillHost;
  const type = (next: string) => {
    text = next;
    documents.setState({ byPath: {} });
  };
  return { runs: new BillRuns(host), asked, problems, type };
}

describe('the bill that follows the typing', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is computed at once, of a change in several steps only when they are all done', async () => {
    const { runs, asked, type } = desk();
    runs.follow(path);
    await vi.advanceTimersByTimeAsync(0);
    await asked[0]!.answer({ bill: bill('a'), diagnostics: [] });
    for (const text of ['ab', 'abc', 'abcd']) type(text);
    await vi.advanceTimersByTimeAsync(0);
    expect(asked.map(({ text }) => text)).toEqual(['a', 'abcd']);
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
});
