/** A file to import. It is only ever read. */
export interface ImportSource {
  /** The file's own name, as the user knows it. */
  readonly name: string;
  readonly bytes: number;
  /** Its bytes from the start, as often as asked for; each piece is only valid until the next is asked for. */
  chunks(): AsyncIterable<Uint8Array>;
  /** A private copy with whatever belongs to it (a database's journal), for a reader that needs a file to itself. */
  copy(): Promise<PrivateCopy>;
}

/** A copy of a source in the app's own folder. */
export interface PrivateCopy {
  readonly path: string;
  readonly sha256: string;
  /** Takes it away again, with all that a reader put beside it. */
  remove(): Promise<void>;
}

/** The largest file that is imported, in bytes. It is told by its size before it is read. */
export const sourceLimit = 2 * 1024 ** 3;
