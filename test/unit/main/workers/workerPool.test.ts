import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { bundle } from '../../../../main/launch/bundle.ts';
import { createWorkerPool, type PoolOptions, type WorkerPool } from '../../../../main/workers/workerPool.ts';

const root = path.resolve(import.meta.dirname, '../../../..');
let folder: string;
let pool: WorkerPool;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'drawdown-pool-'));
  await bundle({ root, into: folder, entry: 'test/support/poolWorker.ts', format: 'esm' });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(() => pool.close());

function start(options: Partial<PoolOptions> = {}): WorkerPool {
  pool = createWorkerPool({ file: pathToFileURL(path.join(folder, 'poolWorker.mjs')), size: 2, ...options });
  return pool;
}

const parts = Array.from({ length: 40 }, (_, index) => index);

/** What came of a job, its pieces by part. */
async function columns(wanted = parts, signal?: AbortSignal) {
  const pieces: number[] = [];
  const threads = new Set<string>();
  const outcome = await pool.run<number, { column: Float64Array; thread: string }>({
    kind: 'column',
    task: { add: 1000 },
    parts: wanted,
    onPiece: ({ column, thread }, index) => {
      pieces[index] = column[0]!;
      threads.add(thread);
    },
    ...(signal ? { signal } : {}),
  });
  return { outcome, pieces, threads: threads.size };
}

const doomed = (kind: string, signal?: AbortSignal) =>
  pool.run({ kind, task: null, parts: [7], onPiece: () => undefined, ...(signal ? { signal } : {}) });

describe('A pool of workers', () => {
  it.each([1, 2, 3])('gives every piece of every part with %i threads', async (size) => {
    start({ size });
    const { outcome, pieces, threads } = await columns();
    expect(outcome).toEqual({ ok: true, value: null });
    expect(pieces).toEqual(parts.map((part) => part + 1000));
    expect(threads).toBeLessThanOrEqual(size);
  });

  it('starts no more threads than there are parts, and keeps them', async () => {
    start({ size: 3 });
    const { threads } = await columns([1]);
    expect(threads).toBe(1);
    const again = await Promise.all([columns(), columns()]);
    expect(again.map(({ pieces }) => pieces[39])).toEqual([1039, 1039]);
  });

  it('answers a job without parts at once', async () => {
    start();
    expect((await columns([])).outcome.ok).toBe(true);
  });

  it('answers a cancelled job at once, and does others with the same threads', async () => {
    start({ size: 1 });
    const stop = new AbortController();
    const first = columns(parts, stop.signal);
    stop.abort();
    const { outcome, pieces } = await first;
    expect(outcome).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(pieces.length).toBeLessThan(parts.length);
    expect((await columns()).pieces).toHaveLength(40);
  });

  it('refuses a job that was cancelled before it began', async () => {
    start();
    expect((await columns(parts, AbortSignal.abort())).outcome).toMatchObject({ error: { code: 'cancelled' } });
  });

  it('ends a thread that does not come back from a cancelled part, and starts another', async () => {
    start({ size: 1, graceMs: 50 });
    const stop = new AbortController();
    const hanging = doomed('hang', stop.signal);
    setTimeout(() => stop.abort(), 200);
    const from = performance.now();
    expect(await hanging).toMatchObject({ error: { code: 'cancelled' } });
    expect(performance.now() - from).toBeLessThan(5000);
    expect((await columns()).outcome.ok).toBe(true);
  });

  it('reports a thread that dies as an error, and puts another in its place (F19)', async () => {
    start();
    expect(await doomed('death')).toEqual({
      ok: false,
      error: { code: 'worker-died', message: expect.stringMatching(/ended unexpectedly: it ended with code 7/) },
    });
    expect((await columns()).pieces).toHaveLength(40);
  });

  it('reports a worker file that cannot be loaded', async () => {
    start({ file: new URL('file:///nowhere/missingWorker.mjs') });
    expect(await doomed('column')).toMatchObject({ error: { code: 'worker-died' } });
  });

  it('ends a thread that takes more memory than its limit, and no more than that thread', async () => {
    start({ size: 1, limits: { heapMb: 24 } });
    expect(await doomed('hog')).toMatchObject({ error: { code: 'out-of-memory' } });
    expect((await columns()).outcome.ok).toBe(true);
  });

  it('throws what is a mistake of the worker, and goes on', async () => {
    start({ size: 1 });
    await expect(doomed('fault')).rejects.toThrow('a mistake of the worker');
    await expect(doomed('unheard-of')).rejects.toThrow('the worker knows the kind of the job');
    expect((await columns()).outcome.ok).toBe(true);
  });

  it('refuses what waits when it is closed, and all that comes later', async () => {
    start({ size: 1 });
    const waiting = doomed('hang');
    await pool.close();
    expect(await waiting).toMatchObject({ error: { code: 'closed' } });
    expect((await columns()).outcome).toMatchObject({ error: { code: 'closed' } });
  });
});
