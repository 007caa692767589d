import * as nodePath from 'node:path';
import type { Result } from '../../shared/base/result.ts';
import type { Ports } from '../platform/ports.ts';
import { attempt, refuse } from './attempt.ts';
import { confirm } from './durableWrite.ts';
import { lstatOrNull } from './locate.ts';
import { renameWithRetry } from './rename.ts';
import type { StoreError } from './storeError.ts';
import { removeQuietly, writeTemp, type Chunks } from './tempFile.ts';

/** A file that a command was told to write, wherever it lies. */
export interface OutFile {
  readonly absolute: string;
  readonly shown: string;
  readonly chunks: Chunks;
  /** Folders whose content the command reads: nothing in them is written. */
  readonly inputs: readonly string[];
}

/** What was written. */
export interface WrittenOut {
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * Writes a file whole or not at all. An ordinary file of that name is replaced only by the finished one; a device, a pipe, a
 * folder, and whatever the command reads, are refused. Refusals that the pieces throw pass through.
 */
export function writeOutFile(ports: Ports, out: OutFile): Promise<Result<WrittenOut, StoreError>> {
  return attempt(out.shown, async () => {
    const { fs } = ports;
    const { shown } = out;
    const target = await targetOf(ports, out);
    const mode = ((await lstatOrNull(fs, target))?.mode ?? 0o600) & 0o777;
    const temp = await writeTemp(ports, { target, shown, mode }, out.chunks);
    try {
      await renameWithRetry(ports, temp.absolute, target, shown);
    } catch (error) {
      await removeQuietly(fs, temp.absolute);
      throw error;
    }
    await confirm(ports, target);
    return { bytes: temp.bytes, sha256: temp.sha256 };
  });
}

/** The real place of the file, links followed; a link stays one, and its target is what gets replaced. */
async function targetOf({ fs }: Ports, { absolute, shown, inputs }: OutFile): Promise<string> {
  const found = await lstatOrNull(fs, absolute);
  const folder = await fs.realpath(nodePath.dirname(absolute));
  const target = found?.isSymbolicLink()
    ? await fs.realpath(absolute)
    : nodePath.join(folder, nodePath.basename(absolute));
  const stat = await lstatOrNull(fs, target);
  if (stat && !stat.isFile()) refuse('not-a-file', shown, stat.isDirectory() ? 'a folder' : 'a pipe or device');
  await refuseInside(fs, target, { shown, inputs });
  return target;
}

/** Refuses a place in what a command reads: nothing there is written. */
export async function refuseInside(
  fs: Ports['fs'],
  target: string,
  { shown, inputs }: Pick<OutFile, 'shown' | 'inputs'>,
): Promise<void> {
  for (const input of inputs) {
    const relative = nodePath.relative(await fs.realpath(input), target);
    const isOutside = relative === '..' || relative.startsWith(`..${nodePath.sep}`) || nodePath.isAbsolute(relative);
    if (!isOutside) refuse('exists', shown, 'it is part of what is read');
  }
}
