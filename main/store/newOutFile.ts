import * as nodePath from 'node:path';
import type { Result } from '../../shared/base/result.ts';
import type { Ports } from '../platform/ports.ts';
import { attempt, refuse } from './attempt.ts';
import { confirm, publishNew } from './durableWrite.ts';
import { lstatOrNull } from './locate.ts';
import { refuseInside, type WrittenOut } from './outFile.ts';
import type { StoreError } from './storeError.ts';
import { removeQuietly, writeTemp, type Chunks } from './tempFile.ts';

/** A file that a command was told to make, wherever it lies. */
export interface NewOutFile {
  readonly absolute: string;
  readonly shown: string;
  /** Files and folders that the command reads: nothing in them is written. */
  readonly inputs: readonly string[];
}

/** Refuses a place where something is already, or whose folder is missing, before any work is done for it. */
export function checkNewOutFile(ports: Ports, file: NewOutFile): Promise<Result<void, StoreError>> {
  return attempt(file.shown, async () => void (await placeOf(ports, file)));
}

/** Writes a new file: whole or not at all, and never over another one. Refusals that the pieces throw pass through. */
export function writeNewOutFile(
  ports: Ports,
  file: NewOutFile,
  chunks: Chunks,
): Promise<Result<WrittenOut, StoreError>> {
  const { shown } = file;
  return attempt(shown, async () => {
    const target = await placeOf(ports, file);
    const temp = await writeTemp(ports, { target, shown, mode: 0o600 }, chunks);
    try {
      await publishNew(ports, temp, target, shown);
    } catch (error) {
      await removeQuietly(ports.fs, temp.absolute);
      throw error;
    }
    await confirm(ports, target);
    return { bytes: temp.bytes, sha256: temp.sha256 };
  });
}

async function placeOf({ fs }: Ports, { absolute, shown, inputs }: NewOutFile): Promise<string> {
  const folder = await fs.realpath(nodePath.dirname(absolute));
  const target = nodePath.join(folder, nodePath.basename(absolute));
  if (await lstatOrNull(fs, target)) refuse('exists', shown, 'it is never overwritten');
  await refuseInside(fs, target, { shown, inputs });
  return target;
}
