import * as nodePath from 'node:path';
import type { Ports } from '../../platform/ports.ts';
import { sha256Stream } from '../../platform/sha256.ts';
import { writeAll } from '../../store/tempFile.ts';
import type { PrivateCopy } from './importSource.ts';

/** Copies bytes into a folder of their own, private to the user, for a reader that needs a file to itself. */
export async function makePrivateCopy(
  ports: Ports,
  chunks: AsyncIterable<Uint8Array>,
  name = 'usage.db',
): Promise<PrivateCopy> {
  const folder = nodePath.join(ports.appFolder, 'imports', ports.randomId());
  const path = nodePath.join(folder, name);
  const remove = () => ports.fs.removeFolder(folder);
  await ports.fs.mkdir(folder, 0o700);
  try {
    const file = await ports.fs.open(path, 'wx', 0o600);
    const hash = sha256Stream();
    try {
      for await (const chunk of chunks) {
        await writeAll(file, chunk, path);
        hash.add(chunk);
      }
    } finally {
      await file.close();
    }
    return { path, sha256: hash.digest(), remove };
  } catch (error) {
    await remove();
    throw error;
  }
}
