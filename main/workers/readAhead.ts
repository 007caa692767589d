import type { Fs } from '../platform/fs.ts';
import type { FileToRead } from '../store/readBytes.ts';
import { SharedBlocks } from './sharedBlocks.ts';

/** From this size on a file is worth a thread. */
const worthAThread = 16_000_000;

/**
 * Begins to read the rows of a ledger on a thread of its own; null where the file is too small for that, no ordinary file, or not plain
 * from the start. A file that changes before its last rows are used counts as not plain.
 */
export async function readAhead(fs: Fs, file: FileToRead): Promise<SharedBlocks | null> {
  try {
    const { size, mtimeMs } = await fs.stat(file.absolute);
    if (size < worthAThread) return null;
    return await SharedBlocks.open(file, size, async () => {
      const after = await fs.stat(file.absolute);
      return after.size === size && after.mtimeMs === mtimeMs;
    });
  } catch {
    return null;
  }
}
