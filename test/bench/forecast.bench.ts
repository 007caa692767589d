import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { bundle } from '../../main/launch/bundle.ts';
import { createWorkerPool, type WorkerPool } from '../../main/workers/workerPool.ts';
import { nthSmallest, percentileRank } from '../../shared/base/nthSmallest.ts';
import type { PathColumns } from '../../shared/forecast/pathColumns.ts';
import type { PathTask } from '../../shared/forecast/pathTask.ts';
import { openPaths, type PathRange } from '../../shared/forecast/runPaths.ts';
import { lognormalTable, logVarianceOf, tableShift } from '../../shared/forecast/sampling/factorTable.ts';
import { forecastTaskOf, yearOf } from '../support/forecastOf.ts';
import { lawErrors } from '../support/lawErrors.ts';
import { lawModels } from '../support/lawModels.ts';
import { report } from './measure.ts';

const paths = 10_000;
const cv = 0.4;
const runs = 12;
const rounds = 5;
const parts = 4;
const monthStarts = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

/** One meter, 365 days, monthly rounding above included credits that suffice in some months. */
function yearTask(): PathTask {
  const noise = { kind: 'lognormal', cv };
  return forecastTaskOf(yearOf([{ id: 'm', meter: 'training', level: 160, per: 'day', noise }]));
}

/** The least of several runs, on the clock and of the processor's time: other work on the machine disturbs it least. */
interface Timed {
  readonly ms: number;
  readonly cpuMs: number;
  readonly points: readonly number[];
}

/** Percentiles by selection, as numpy does it. */
function pointsOf(total: Float64Array): number[] {
  const values = total.slice();
  return [10, 50, 90].map((percent) => nthSmallest(values, percentileRank(percent, values.length)));
}

async function best(work: () => Promise<readonly number[]> | readonly number[]): Promise<Timed> {
  let least: Timed = { ms: Infinity, cpuMs: Infinity, points: [] };
  for (let run = 0; run < runs; run++) {
    const [from, used] = [performance.now(), process.cpuUsage()];
    const points = await work();
    const { user, system } = process.cpuUsage(used);
    const ms = Math.min(least.ms, performance.now() - from);
    least = { ms, cpuMs: Math.min(least.cpuMs, (user + system) / 1000), points };
  }
  return least;
}

/** The least of some rounds, all of which come to the same. */
function leastOf(rounds: readonly Timed[]): Timed {
  const [{ points }] = rounds as readonly [Timed];
  if (rounds.some((round) => round.points.join() !== points.join())) throw new Error('a round comes to something else');
  return { ms: Math.min(...rounds.map(({ ms }) => ms)), cpuMs: Math.min(...rounds.map(({ cpuMs }) => cpuMs)), points };
}

async function openPool() {
  const folder = mkdtempSync(path.join(tmpdir(), 'drawdown-bench-'));
  const root = fileURLToPath(new URL('../..', import.meta.url));
  await bundle({ root, into: folder, entry: 'main/workers/forecastWorker.ts', format: 'esm' });
  const pool = createWorkerPool({ file: pathToFileURL(path.join(folder, 'forecastWorker.mjs')) });
  const close = async (): Promise<void> => {
    await pool.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { pool, close };
}

async function totals(pool: WorkerPool, task: PathTask): Promise<Float64Array> {
  const total = new Float64Array(paths);
  const size = paths / parts;
  const ranges = Array.from({ length: parts }, (_, part) => ({ from: part * size, until: (part + 1) * size }));
  const onPiece = (piece: PathColumns, index: number): void => total.set(piece.total, index * size);
  const outcome = await pool.run<PathRange, PathColumns>({ kind: 'paths', task, parts: ranges, onPiece });
  if (!outcome.ok) throw new Error(outcome.error.message);
  return total;
}

interface Rivals {
  readonly version: string;
  readonly vectorised: Timed;
  readonly plain: Timed;
}

/** The same rules in numpy, in Debian's Python; null where that is not there. */
function rivals(task: PathTask): Rivals | null {
  const [model] = task.demand.models;
  const logVariance = logVarianceOf(cv);
  const input = JSON.stringify({
    paths,
    runs,
    base: [...model!.base],
    starts: monthStarts,
    table: [...lognormalTable({ logVariance, zeroDays: 0 })],
    shift: tableShift,
    sigma: Math.sqrt(logVariance),
    included: 150e9,
    price: 400,
    fees: 12 * 29_900,
  });
  const script = fileURLToPath(new URL('forecast.py', import.meta.url));
  const { status, stdout } = spawnSync('/usr/bin/python3', [script], { input, encoding: 'utf8' });
  return status === 0 ? (JSON.parse(stdout) as Rivals) : null;
}

/** Other draws, the same law: percentiles differ by a few of Flex's steps at most. */
function mustAgree(ours: Timed, theirs: Timed): void {
  for (const [index, point] of ours.points.entries()) {
    if (Math.abs(point - theirs.points[index]!) > 0.01 * point) throw new Error('the rival bills something else');
  }
}

/** Rounds of each in turn, so that all meet the same machine. */
async function compareWithNumpy(): Promise<void> {
  const task = yearTask();
  const { pool, close } = await openPool();
  const [ones, alls, theirs]: [Timed[], Timed[], Rivals[]] = [[], [], []];
  const open = openPaths(task);
  for (let round = 0; round < rounds; round++) {
    ones.push(await best(() => pointsOf(open({ from: 0, until: paths }).total)));
    alls.push(await best(async () => pointsOf(await totals(pool, task))));
    const found = rivals(task);
    if (found) theirs.push(found);
  }
  await close();
  const [one, all] = [leastOf(ones), leastOf(alls)];
  if (one.points.join() !== all.points.join()) throw new Error('threads change the outcome');
  report(`forecast: ${paths} paths of 365 days, one thread`, shown(one));
  report(`forecast: the same on ${availableParallelism()} threads`, shown(all));
  if (theirs.length === 0) return report('forecast: Debian’s python3-numpy is not installed', 'no rival');
  const vectorised = leastOf(theirs.map((rival) => rival.vectorised));
  const plain = leastOf(theirs.map((rival) => rival.plain));
  mustAgree(one, vectorised);
  mustAgree(one, plain);
  report(`forecast: numpy ${theirs[0]!.version}, the best of eight vectorised ways`, shown(vectorised));
  compare({ one, all }, vectorised, 3);
  report('forecast: numpy, the plain way', shown(plain));
  compare({ one, all }, plain, 10);
}

function shown({ ms, cpuMs }: Timed): string {
  return `${ms.toFixed(1)} ms (${cpuMs.toFixed(1)} ms of the processor)`;
}

function compare({ one, all }: { readonly one: Timed; readonly all: Timed }, rival: Timed, target: number): void {
  const clock = rival.ms / Math.min(one.ms, all.ms);
  report('forecast: times faster than that', `${clock.toFixed(1)} (target ${target})`);
  report('forecast: times less of one processor', (rival.cpuMs / one.cpuMs).toFixed(1));
}

/** Percentiles against laws that are known without any simulation. */
function compareWithLaws(): void {
  for (const model of lawModels()) {
    for (const { percent, truth, mean, standardError, typical } of lawErrors(model, { seeds: 20, paths })) {
      const errors = (mean / standardError).toFixed(1);
      const size = ((100 * typical) / truth).toFixed(2);
      report(`${model.name}: P${percent}, mean error over 20 seeds`, `${errors} standard errors (limit 3)`);
      report(`${model.name}: P${percent}, error at ${paths} paths`, `${size} %`);
    }
  }
}

await compareWithNumpy();
compareWithLaws();
