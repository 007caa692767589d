import type { Result } from '../../shared/base/result.ts';
import { attempt, systemCode } from './attempt.ts';
import { confirm, publishNew } from './durableWrite.ts';
import { namesToTry } from './fileNames.ts';
import { locateForWriting } from './locate.ts';
import { StoreFailure, type StoreError } from './storeError.ts';
import { removeQuietly, writeTemp, type Chunks } from './tempFile.ts';
import type { Workspace } from './workspaceTypes.ts';

/** A file to make, in pieces. */
export interface FileToWrite {
  /** Wanted path; where it is taken the next free `NAME-2` is used. */
  readonly path: string;
  readonly chunks: Chunks;
}

/** A file that was made. */
export interface WrittenFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly durable: boolean;
}

/** Writes a new file as a stream: whole or not at all, and never over another one. */
export function writeNewFile(workspace: Workspace, file: FileToWrite): Promise<Result<WrittenFile, StoreError>> {
  return attempt(file.path, () => writeNew(workspace, file));
}

/** As `writeNewFile`, throwing refusals. Errors of the source pass through, and nothing is left behind. */
export async function writeNew(workspace: Workspace, { path, chunks }: FileToWrite): Promise<WrittenFile> {
  await workspace.checkWritable();
  const { absolute } = await locateForWriting(workspace, path);
  const temp = await writeTemp(workspace.ports, { target: absolute, shown: path, mode: 0o600 }, chunks);
  try {
    for (const name of namesToTry(path)) {
      const target = await locateForWriting(workspace, name);
      if (target.stat || !(await publishIfFree(workspace, temp, target.absolute, name))) continue;
      const durable = await confirm(workspace.ports, target.absolute);
      return { path: name, bytes: temp.bytes, sha256: temp.sha256, durable };
    }
    throw new StoreFailure({ code: 'exists', path, cause: 'every numbered name is taken' });
  } catch (error) {
    await removeQuietly(workspace.ports.fs, temp.absolute);
    throw error;
  }
}

async function publishIfFree(
  { ports }: Workspace,
  temp: Parameters<typeof publishNew>[1],
  absolute: string,
  shown: string,
) {
  try {
    await publishNew(ports, temp, absolute, shown);
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    if (error instanceof StoreFailure && error.error.code === 'exists') return false;
    throw error;
  }
}
