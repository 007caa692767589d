import type { Run } from '../../shared/engine/outcome.ts';
import type { Program } from '../../shared/engine/program.ts';
import { bigints, decimals } from '../support/arithmetic.ts';
import { millionEvents } from '../support/millionEvents.ts';
import { PlainEngine, type Arithmetic } from '../support/plainEngine.ts';
import { outcomeOf } from '../support/programs.ts';
import { collectGarbage, medianMs, report } from './measure.ts';

function plain<N>(program: Program, math: Arithmetic<N>): { ms: number; engine: PlainEngine<N> } {
  const engine = new PlainEngine(program, math);
  const from = performance.now();
  engine.run();
  return { ms: performance.now() - from, engine };
}

/** The rivals must have computed the same: every draw, every balance in the end, every line. */
function mustAgree<N>(run: Run, { lines, entries }: PlainEngine<N>, math: Arithmetic<N>): void {
  const ours = run.invoices.flatMap((invoice) => invoice.lines.map((line) => `${line.kind} ${line.amount}`)).sort();
  const theirs = lines.map((line) => `${line.kind} ${line.amount}`).sort();
  if (ours.join() !== theirs.join()) throw new Error('the rival bills something else');
  const used = entries.filter((entry) => entry.kind === 'use');
  for (const [row, entry] of used.entries()) {
    const same =
      math.toNanos(entry.included) === BigInt(run.draws.included[row]!) &&
      math.toNanos(entry.prepaid) === BigInt(run.draws.prepaid[row]!) &&
      math.toNanos(entry.flex) === BigInt(run.draws.flex[row]!);
    if (!same) throw new Error(`the rival draws something else for row ${row}`);
  }
}

function bytesPerEvent(program: Program): number {
  const used = (): number => process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers;
  collectGarbage();
  const before = used();
  const run = outcomeOf(program);
  collectGarbage();
  return (used() - before) / run.program.usage.count;
}

/** Columns in, columns out, against the same rules with one object an entry. */
function compareWithRivals(): void {
  const program = millionEvents();
  // First of all: buffers of earlier runs are freed at a time of their own, and would be taken off.
  const bytes = bytesPerEvent(program);
  const run = outcomeOf(program);
  const ms = medianMs(9, () => outcomeOf(program));
  report('engine: 1,000,000 events, all rules on', `${ms.toFixed(1)} ms`);
  report('engine: memory beyond the input columns', `${bytes.toFixed(1)} bytes an event (limit 40)`);
  const big = plain(program, bigints);
  mustAgree(run, big.engine, bigints);
  report('engine: times faster than objects with bigint', `${(big.ms / ms).toFixed(1)} (target 12)`);
  const decimal = plain(program, decimals);
  mustAgree(run, decimal.engine, decimals);
  report('engine: times faster than objects with decimal.js', `${(decimal.ms / ms).toFixed(1)} (target 100)`);
}

compareWithRivals();
