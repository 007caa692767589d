import { err, ok, type Result } from '../../shared/base/result.ts';
import { StoreFailure, type StoreError, type StoreErrorCode } from './storeError.ts';

type PlainCode = Exclude<StoreErrorCode, 'too-large' | 'encoding' | 'damaged-row' | 'changed-on-disk' | 'locked'>;

const codes: ReadonlyMap<string, PlainCode> = new Map([
  ['ENOENT', 'missing'],
  ['EEXIST', 'exists'],
  ['ENOTEMPTY', 'exists'],
  ['ENOTDIR', 'not-a-folder'],
  ['EISDIR', 'not-a-file'],
  ['ENXIO', 'not-a-file'],
  ['EROFS', 'read-only'],
  ['ENOSPC', 'no-space'],
  ['EDQUOT', 'no-space'],
  ['EFBIG', 'no-space'],
  ['EACCES', 'denied'],
  ['EPERM', 'denied'],
  ['EBUSY', 'busy'],
  ['ETXTBSY', 'busy'],
  ['ENAMETOOLONG', 'name-too-long'],
  ['ELOOP', 'link-loop'],
  ['EMFILE', 'too-many-open'],
  ['ENFILE', 'too-many-open'],
  ['EINTR', 'interrupted'],
]);

/** Runs one piece of work of the store and gives its refusal as a value. `path` names the file where the system did not. */
export async function attempt<T>(path: string, work: () => Promise<T>): Promise<Result<T, StoreError>> {
  try {
    return ok(await work());
  } catch (error) {
    return err(storeErrorOf(error, path));
  }
}

/** The refusal that a thrown thing stands for. Whatever is neither ours nor the system's is a bug and goes on. */
export function storeErrorOf(error: unknown, path: string): StoreError {
  if (error instanceof StoreFailure) return error.error;
  const code = systemCode(error);
  if (code === null) throw error;
  return { code: codes.get(code) ?? 'io', path, cause: code };
}

/** The system's code of a failed call (`ENOENT`), or null. */
export function systemCode(error: unknown): string | null {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  return typeof code === 'string' && /^E[A-Z0-9]+$/.test(code) ? code : null;
}

/** Throws a refusal without figures of its own. */
export function refuse(code: PlainCode, path: string, cause: string): never {
  throw new StoreFailure({ code, path, cause });
}
