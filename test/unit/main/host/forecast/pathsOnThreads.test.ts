import { afterEach, describe, expect, it } from 'vitest';
import { pathsOnThreads } from '../../../../../main/host/forecast/pathsOnThreads.ts';
import { workerFile } from '../../../../../main/workers/workerFile.ts';
import { createWorkerPool, type WorkerPool } from '../../../../../main/workers/workerPool.ts';
import { runPaths } from '../../../../../shared/forecast/runPaths.ts';
import { forecastTaskOf, yearOf } from '../../../../support/forecastOf.ts';

const model = { id: 'a', credits: true, level: 9, per: 'day', noise: { kind: 'lognormal', cv: 0.7, shared: 0.5 } };
const models = [
  { ...model, spikes: [{ chance: 0.3, from: '2026-02-01', until: '2026-05-01', days: [3, 10], factor: [2, 4] }] },
  { ...model, id: 'b', level: 2 },
];

const task = forecastTaskOf(yearOf(models), 11);

let pool: WorkerPool;
afterEach(() => pool.close());

describe('Paths on threads', () => {
  it.each([1, 2, 3])('are what one thread gives, on %i of them', async (size) => {
    pool = createWorkerPool({ file: workerFile('forecastWorker'), size });
    const columns = await pathsOnThreads(pool, task, { paths: 1003 });
    expect(columns).toEqual({ ok: true, value: runPaths(task, { from: 0, until: 1003 }) });
  });

  it('tell how far they are, up to the end', async () => {
    pool = createWorkerPool({ file: workerFile('forecastWorker'), size: 2 });
    const told: number[] = [];
    await pathsOnThreads(pool, task, { paths: 400, tell: (part) => told.push(part) });
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told.length).toBeGreaterThan(4);
    expect(told.at(-1)).toBe(1);
  });

  it('are given up while they run, and the threads go on to others', async () => {
    pool = createWorkerPool({ file: workerFile('forecastWorker'), size: 2 });
    const stop = new AbortController();
    const from = performance.now();
    const long = pathsOnThreads(pool, task, {
      paths: 2_000_000,
      signal: stop.signal,
      tell: () => stop.abort(),
    });
    expect(await long).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect((await pathsOnThreads(pool, task, { paths: 10 })).ok).toBe(true);
    expect(performance.now() - from).toBeLessThan(5000);
  });

  it('run the engine on each path where its terms cannot be written down', async () => {
    pool = createWorkerPool({ file: workerFile('forecastWorker'), size: 2 });
    const priced = {
      id: 'growth',
      kind: 'paid',
      cycle: 'monthly',
      fee: 299,
      includedCredits: 150,
      flexPrice: '90071992.123456789',
    };
    const odd = forecastTaskOf(yearOf(models, { plans: [priced] }), 11);
    expect(odd.pricing.kind).toBe('engine');
    const columns = await pathsOnThreads(pool, odd, { paths: 37 });
    expect(columns).toEqual({ ok: true, value: runPaths(odd, { from: 0, until: 37 }) });
  });
});
