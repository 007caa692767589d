import type { Result } from '../../../shared/base/result.ts';
import type { StoreError } from '../../store/storeError.ts';

/** A file to import. It is only ever read. */
export interface ImportSource {
  /** The file's own name, as the user knows it. */
  readonly name: string;
  readonly bytes: number;
  /** Its bytes from the start; each piece is only valid until the next is asked for. May be read several times. */
  chunks(): AsyncIterable<Uint8Array>;
  /**
   * A private copy with whatever belongs to it (a database's journal), for readers that need a file to themselves.
   * `remove` takes it away again.
   */
  copy(): Promise<Result<PrivateCopy, StoreError>>;
}

/** A copy of a source in the app's own folder. */
export interface PrivateCopy {
  readonly path: string;
  readonly sha256: string;
  remove(): Promise<void>;
}

/** The largest file that is imported. Text is read in a stream; what bounds it is the time that it takes. */
export const sourceLimit = 2 * 1024 ** 3;
