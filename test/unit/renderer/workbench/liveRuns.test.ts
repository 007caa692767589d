import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Documents, DocumentsState, OpenDocument } from '../../../../renderer/platform/documents.ts';
import { isBusy, type LiveQuestion } from '../../../../renderer/workbench/live/liveRun.ts';
import { LiveRuns, type LiveHost } from '../../../../renderer/workbench/live/liveRuns.ts';
import { RpcFailure } from '../../../../shared/rpc/rpcFailure.ts';

interface Choice {
  readonly level: number;
  /** Looked at in the answer alone. */
  readonly month: number;
}
type Question = LiveQuestion<Choice>;

const path = 'acme.scenario.json';
const settle = () => vi.advanceTimersByTimeAsync(0);

describe('answers that follow a document', () => {
  let texts: StoreApi<DocumentsState>;
  let asked: { readonly question: Question; answer(value: string): void; refuse(code: string): void }[];
  let cancelled: string[];
  let runs: LiveRuns<Choice, string>;
  let started: () => LiveRuns<Choice, string>;
  const write = (text: string) => texts.setState({ byPath: { [path]: { path, text } as OpenDocument }, failures: {} });
  const last = () => asked.at(-1)!;

  beforeEach(() => {
    vi.useFakeTimers();
    texts = createStore<DocumentsState>(() => ({ byPath: {}, failures: {} }));
    asked = [];
    cancelled = [];
    const documents = {
      store: texts,
      get: () => texts.getState().byPath[path] ?? null,
      open: () => Promise.resolve(write('one')),
    } as unknown as Documents;
    const states: Record<string, string> = {};
    const rpc = (name: string, { job, key, value }: Record<'job' | 'key' | 'value', string>) => {
      if (name === 'state.get') return Promise.resolve(states[key] ?? null);
      return Promise.resolve(name === 'state.set' ? void (states[key] = value) : cancelled.push(job));
    };
    const host = { rpc, documents, on: () => () => undefined } as unknown as LiveHost;
    started = () =>
      new LiveRuns<Choice, string>(host, {
        name: 'test',
        first: { level: 100, month: 1 },
        isKept: true,
        asks: (change) => 'level' in change,
        isSmall: () => false,
        ask: (_rpc, question) =>
          new Promise((resolve, reject) => {
            asked.push({
              question,
              answer: (value) => resolve({ answer: value, diagnostics: [] }),
              refuse: (code) => reject(new RpcFailure({ code, message: code })),
            });
          }),
      });
    runs = started();
  });
  afterEach(() => vi.useRealTimers());

  it('are rough at once, and from the whole sample when changes rest', async () => {
    runs.follow(path);
    await settle();
    expect(asked.map(({ question }) => [question.text, question.rough])).toEqual([['one', true]]);
    last().answer('about');
    await settle();
    expect(runs.run(path)).toMatchObject({ answer: 'about', rough: true });
    await vi.advanceTimersByTimeAsync(300);
    expect(last().question.rough).toBe(false);
    last().answer('exactly');
    await settle();
    expect(runs.run(path)).toMatchObject({ answer: 'exactly', rough: false, running: null });
  });

  it('are on their way until the whole sample has answered, and no longer where it cannot', async () => {
    runs.follow(path);
    await settle();
    expect(isBusy(runs.run(path))).toBe(true);
    last().answer('about');
    await settle();
    expect(isBusy(runs.run(path))).toBe(true);
    await vi.advanceTimersByTimeAsync(300);
    expect(isBusy(runs.run(path))).toBe(true);
    last().refuse('failed');
    await settle();
    expect(isBusy(runs.run(path))).toBe(false);
  });

  it('take a drag one rough run at a time, and then only where it has come to', async () => {
    runs.follow(path);
    await settle();
    for (const level of [110, 120, 130]) runs.choose(path, { level });
    expect(asked).toHaveLength(1);
    last().answer('at 100');
    await settle();
    expect(asked.map(({ question }) => question.choice.level)).toEqual([100, 130]);
  });

  it('wait with the whole sample for a rough run that is slow, so that something is seen', async () => {
    runs.follow(path);
    await vi.advanceTimersByTimeAsync(2000);
    expect(asked).toHaveLength(1);
    last().answer('about');
    await settle();
    expect(runs.run(path).answer).toBe('about');
    expect(asked.map(({ question }) => question.rough)).toEqual([true, false]);
  });

  it('come from the whole sample also where a change has rested before a slow rough run was over', async () => {
    runs.follow(path);
    await settle();
    runs.choose(path, { level: 120 });
    await vi.advanceTimersByTimeAsync(2000);
    last().answer('about, at 100');
    await settle();
    last().answer('about, at 120');
    await settle();
    const levels = asked.map(({ question }) => [question.choice.level, question.rough]);
    expect(levels).toEqual([
      [100, true],
      [120, true],
      [120, false],
    ]);
  });

  it('are not asked again for what only changes how they are looked at', async () => {
    runs.follow(path);
    await settle();
    last().answer('about');
    await vi.advanceTimersByTimeAsync(300);
    last().answer('exactly');
    await settle();
    runs.choose(path, { month: 2 });
    await vi.advanceTimersByTimeAsync(300);
    expect(asked).toHaveLength(2);
    expect(runs.run(path)).toMatchObject({ choice: { month: 2 }, answer: 'exactly' });
  });

  it('drop what comes late from a run that gave way', async () => {
    runs.follow(path);
    await settle();
    last().answer('about');
    await vi.advanceTimersByTimeAsync(300);
    const whole = last();
    write('two');
    await settle();
    expect(last().question).toMatchObject({ text: 'two', rough: true });
    whole.answer('of text one');
    await settle();
    expect(runs.run(path).answer).toBe('about');
    last().answer('of text two');
    await settle();
    expect(runs.run(path).answer).toBe('of text two');
  });

  it('keep the last good one where the present cannot be answered, and say why', async () => {
    runs.follow(path);
    await settle();
    last().answer('good');
    await settle();
    runs.choose(path, { level: 1e9 });
    last().refuse('beyond-budget');
    await settle();
    expect(runs.run(path)).toMatchObject({ answer: 'good', stale: true, failure: { code: 'beyond-budget' } });
  });

  it('stop when asked to, and stay stopped', async () => {
    runs.follow(path);
    await settle();
    void runs.cancel(path);
    expect(cancelled).toEqual([last().question.job]);
    last().refuse('cancelled');
    await vi.advanceTimersByTimeAsync(1000);
    expect(asked).toHaveLength(1);
    expect(runs.run(path)).toMatchObject({ cancelled: true, running: null, failure: null });
  });

  it('are asked no more when nobody looks', async () => {
    const stop = runs.follow(path);
    await settle();
    stop();
    write('two');
    await vi.advanceTimersByTimeAsync(1000);
    expect(asked).toHaveLength(1);
  });

  it('are to what was chosen before a restart', async () => {
    runs.follow(path);
    await settle();
    runs.choose(path, { level: 120 });
    await vi.advanceTimersByTimeAsync(1000);
    runs = started();
    runs.follow(path);
    await settle();
    expect(last().question.choice).toEqual({ level: 120, month: 1 });
  });

  it('are to what somebody chose while the host was asked what was kept', async () => {
    runs.follow(path);
    runs.choose(path, { level: 80 });
    await settle();
    expect(last().question.choice).toEqual({ level: 80, month: 1 });
  });
});
