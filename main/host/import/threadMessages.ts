import { ImportStop, type ImportFault } from '../../../shared/interchange/importers/importFault.ts';
import type { ImportBatch } from '../../../shared/interchange/importers/batch.ts';
import type { Result } from '../../../shared/base/result.ts';
import { StoreFailure, type StoreError } from '../../store/storeError.ts';
import type { ImportWish, OpenImport } from './openImport.ts';

/** What the thread that reads a source is told. */
export type ToThread =
  | { readonly do: 'open'; readonly name: string; readonly bytes: number; readonly wish: Omit<ImportWish, 'watch'> }
  | { readonly do: 'next' }
  | { readonly do: 'take'; readonly ask: number; readonly of: Answered<Uint8Array | null | ThreadCopy> };

/** A private copy, which whoever made it takes away again. */
export interface ThreadCopy {
  readonly path: string;
  readonly sha256: string;
}

/** What it says: what it made of the source so far, or what it must have of it. It reaches no file of the user's by itself. */
export type FromThread =
  | { readonly is: 'opened'; readonly of: Answered<Result<ThreadImport, ImportFault>> }
  | { readonly is: 'batch'; readonly of: Answered<ThreadBatch> }
  | { readonly is: 'wish'; readonly ask: number; readonly for: 'chunk' | 'end'; readonly stream: number }
  | { readonly is: 'wish'; readonly ask: number; readonly for: 'copy' };

/** What is known of a source once it is open. */
export type ThreadImport = Pick<OpenImport, 'format' | 'encoding' | 'columns' | 'mapping'>;

/** A batch, or the end with the digest of all that was read. */
export type ThreadBatch = { readonly batch: ImportBatch } | { readonly batch: null; readonly sha256: string };

/** What came of a piece of work on the other side: what it threw crosses as data. */
export type Answered<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly stop: ImportFault }
  | { readonly ok: false; readonly store: StoreError }
  | { readonly ok: false; readonly stack: string };

/** Does a piece of work for the other side. */
export async function answered<T>(work: () => Promise<T>): Promise<Answered<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    if (error instanceof ImportStop) return { ok: false, stop: error.fault };
    if (error instanceof StoreFailure) return { ok: false, store: error.error };
    return { ok: false, stack: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

/** The value that the other side came to; what it threw is thrown here. */
export function valueOf<T>(answer: Answered<T>): T {
  if (answer.ok) return answer.value;
  if ('stop' in answer) throw new ImportStop(answer.stop);
  if ('store' in answer) throw new StoreFailure(answer.store);
  throw new Error(`On the thread of an import: ${answer.stack}`);
}
