/** Who holds a workspace. Times in milliseconds UTC. */
export interface LockHolder {
  readonly pid: number;
  readonly host: string;
  readonly lockedAt: number;
  /** When it last showed that it is alive. */
  readonly seenAt: number;
}

/** Which text encodings are told apart and refused. */
export type Encoding = 'UTF-16LE' | 'UTF-16BE' | 'UTF-32' | 'not UTF-8';

interface Base {
  /** The file or folder, as the user knows it. */
  readonly path: string;
  /** What the system or the check said. */
  readonly cause: string;
}

/** Why the store refused or failed. `code` decides; `cause` is only shown. */
export type StoreError =
  | (Base & {
      readonly code:
        | 'missing'
        | 'exists'
        | 'outside'
        | 'bad-name'
        | 'not-a-file'
        | 'not-a-folder'
        | 'damaged'
        | 'newer-format'
        | 'read-only'
        | 'denied'
        | 'busy'
        | 'name-too-long'
        | 'link-loop'
        | 'too-many-open'
        | 'interrupted'
        | 'io';
    })
  /** `free`: bytes that are left on the disk, where that is known. */
  | (Base & { readonly code: 'no-space'; readonly free?: number })
  | (Base & { readonly code: 'too-large'; readonly bytes: number; readonly limit: number })
  | (Base & { readonly code: 'encoding'; readonly encoding: Encoding; readonly offset: number })
  | (Base & { readonly code: 'damaged-row'; readonly row: number })
  | (Base & { readonly code: 'changed-on-disk'; readonly sha256: string | null })
  | (Base & { readonly code: 'locked'; readonly holder: LockHolder });

export type StoreErrorCode = StoreError['code'];

/** A refusal on its way out of the store. The functions that others call catch it and give a `Result`. */
export class StoreFailure extends Error {
  override name = 'StoreFailure';
  readonly error: StoreError;
  constructor(error: StoreError) {
    super(`${error.code}: ${error.path}: ${error.cause}`);
    this.error = error;
  }
}

/** The refusal in plain words: what happened, to which file, and what to do. */
export function describeStoreError(error: StoreError): string {
  const { path } = error;
  switch (error.code) {
    case 'missing':
      return `${path} is not there (any more).`;
    case 'exists':
      return `${path} exists already and is not overwritten.`;
    case 'outside':
      return `${path} lies outside the workspace and is not touched.`;
    case 'bad-name':
      return `${path} cannot be a file name: ${error.cause}.`;
    case 'not-a-file':
      return `${path} is not an ordinary file (${error.cause}).`;
    case 'not-a-folder':
      return `${path} is not a folder.`;
    case 'damaged':
      return `${path} is damaged: ${error.cause}. It is kept as it is.`;
    case 'damaged-row':
      return `${path} is damaged at row ${error.row}: ${error.cause}. It is kept as it is.`;
    case 'newer-format':
      return `${path} was made by a newer version: ${error.cause}.`;
    case 'read-only':
      return `${path} cannot be written to: ${error.cause}.`;
    case 'no-space':
      return `There is no space left on the disk of ${path}${freeWords(error.free)}. The file before is kept; free some space and save again.`;
    case 'denied':
      return `The system denies access to ${path} (${error.cause}).`;
    case 'busy':
      return `Another program has ${path} open (${error.cause}). Close it there and save again.`;
    case 'name-too-long':
      return `The name of ${path} is too long for this disk.`;
    case 'link-loop':
      return `${path} is a link that leads back to itself.`;
    case 'too-many-open':
      return `Too many files are open to open ${path}. Close some programs and try again.`;
    case 'interrupted':
      return `${path} was interrupted: nothing of it is left.`;
    case 'io':
      return `${path} cannot be read or written: ${error.cause}.`;
    case 'too-large':
      return `${path} has ${error.bytes.toLocaleString('en')} bytes; at most ${error.limit.toLocaleString('en')} can be opened.`;
    case 'encoding':
      return error.encoding === 'not UTF-8'
        ? `${path} is not UTF-8 text (byte ${error.offset}). Save it as UTF-8.`
        : `${path} is ${error.encoding} text. Save it as UTF-8.`;
    case 'changed-on-disk':
      return `${path} was changed by another program since it was read.`;
    case 'locked':
      return `${path} is open in another Drawdown (${describeHolder(error.holder)}).`;
  }
}

function freeWords(free: number | undefined): string {
  return free === undefined ? '' : ` (${free.toLocaleString('en')} bytes are free)`;
}

/** The holder of a lock in words. */
export function describeHolder(holder: LockHolder): string {
  return `process ${holder.pid} on ${holder.host}, since ${new Date(holder.lockedAt).toISOString()}`;
}
