import { availableParallelism } from 'node:os';
import { assert } from '../../../shared/base/assert.ts';
import type { Diagnostic } from '../../../shared/base/diagnostic.ts';
import { err, ok, type Result } from '../../../shared/base/result.ts';
import type { InvoicesRead } from '../../../shared/interchange/importers/invoiceLines.ts';
import type { DecodedScenario } from '../../../shared/scenario/decode.ts';
import type { UsageFileRows } from '../../../shared/scenario/usageFileRows.ts';
import type { Clock } from '../../platform/clock.ts';
import { workerFile } from '../../workers/workerFile.ts';
import { createWorkerPool } from '../../workers/workerPool.ts';
import { inTurns } from '../audit/inTurns.ts';
import type { BillFigures } from '../billFigures.ts';
import type { DecodedRun } from '../runDecoded.ts';
import type { OpenedSeal } from '../quote/openSeal.ts';
import { packRows, unpackRun, unpackScenario, type PackedRows } from './packed.ts';
import type { DecodedPiece, InvoicesTask, RunPiece, RunTask } from './scenarioJobs.ts';

/** What to run: a text that was decoded without faults, and the rows of its files. */
export interface RunWanted {
  readonly text: string;
  readonly files: readonly UsageFileRows[];
  readonly faults: readonly Diagnostic[];
}

/** A run that was made on a thread, with its bill. */
export interface ThreadRun extends DecodedRun {
  readonly figures: BillFigures | null;
}

/**
 * Threads on which large scenarios are read and run, and other large texts read, so that the host answers meanwhile, and an end is put to whatever takes too
 * long or too much. What is cancelled comes back as null, at once.
 */
export interface ScenarioThreads {
  decode(text: string, signal?: AbortSignal): Promise<DecodedScenario | null>;
  run(wanted: RunWanted, signal?: AbortSignal): Promise<ThreadRun | null>;
  /** Reads a sealed quote and looks at its seal. */
  quote(text: string, signal?: AbortSignal): Promise<OpenedSeal | null>;
  /** Reads invoices, or says why they cannot be read. */
  invoices(task: InvoicesTask, signal?: AbortSignal): Promise<Result<InvoicesRead, string> | null>;
  close(): Promise<void>;
}

/** What one scenario may take. */
export interface ScenarioLimits {
  readonly heapMb: number;
  readonly longestMs: number;
}

const usualLimits: ScenarioLimits = { heapMb: 4096, longestMs: 600_000 };

/** A thread whose work nobody waits for is ended after that: the next edit may be about to come. */
const graceMs = 200;

export function createScenarioThreads(clock: Clock, limits: ScenarioLimits = usualLimits): ScenarioThreads {
  const { heapMb, longestMs } = limits;
  // One may be at what was just cancelled.
  const size = Math.max(2, availableParallelism());
  const pool = createWorkerPool({ file: workerFile('scenarioWorker'), size, limits: { heapMb }, graceMs });
  const packed = new WeakMap<UsageFileRows, PackedRows>();

  async function packedRows(rows: UsageFileRows): Promise<PackedRows> {
    const known = packed.get(rows) ?? (await inTurns(packRows(rows), clock));
    packed.set(rows, known);
    return known;
  }

  /** The one piece of a job; null where it was cancelled. */
  async function pieceOf<T>(kind: string, task: unknown, signal?: AbortSignal): Promise<Result<T, Diagnostic> | null> {
    const tooLong = AbortSignal.timeout(longestMs);
    let piece: T | null = null;
    const outcome = await pool.run<null, T>({
      kind,
      task,
      parts: [null],
      onPiece: (made) => void (piece = made),
      signal: AbortSignal.any(signal ? [signal, tooLong] : [tooLong]),
    });
    if (outcome.ok) {
      assert(piece !== null, 'a job that is done gave its piece');
      return ok(piece);
    }
    const { code, message } = outcome.error;
    if (code === 'out-of-memory') return err(givenUp('takes-too-much', `${heapMb} MB of memory`));
    if (code === 'worker-died') throw new Error(message);
    return tooLong.aborted && !signal?.aborted ? err(givenUp('takes-too-long', `${longestMs / 1000} seconds`)) : null;
  }

  return {
    async decode(text, signal) {
      const piece = await pieceOf<DecodedPiece>('decode', text, signal);
      if (!piece?.ok) return piece && { scenario: null, diagnostics: [piece.error] };
      const { scenario, diagnostics } = piece.value;
      return { scenario: scenario && unpackScenario(scenario, text), diagnostics };
    },
    async run({ text, files, faults }, signal) {
      const rows: PackedRows[] = [];
      for (const file of files) rows.push(await packedRows(file));
      const task: RunTask = { text, files: rows, faults };
      const piece = await pieceOf<RunPiece>('run', task, signal);
      if (!piece?.ok) return piece && { run: null, figures: null, diagnostics: [...faults, piece.error] };
      const { run, figures, diagnostics } = piece.value;
      return { run: run && (await inTurns(unpackRun(run), clock)), figures, diagnostics };
    },
    async quote(text, signal) {
      const piece = await pieceOf<OpenedSeal>('quote', text, signal);
      return piece?.ok === false
        ? { quote: null, isSealed: false, diagnostics: [piece.error] }
        : (piece?.value ?? null);
    },
    async invoices(task, signal) {
      const piece = await pieceOf<Result<InvoicesRead, string>>('invoices', task, signal);
      return piece?.ok === false ? err(piece.error.message) : (piece?.value ?? null);
    },
    close: () => pool.close(),
  };
}

function givenUp(code: string, limit: string): Diagnostic {
  const message = `It takes more than ${limit} to read or to compute, and was given up.`;
  return { code, severity: 'error', path: '', place: null, message };
}
