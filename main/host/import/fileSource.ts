import * as nodePath from 'node:path';
import type { Result } from '../../../shared/base/result.ts';
import { ImportStop } from '../../../shared/interchange/importers/importFault.ts';
import type { FileStat } from '../../platform/fs.ts';
import type { Ports } from '../../platform/ports.ts';
import { sha256Stream } from '../../platform/sha256.ts';
import { attempt } from '../../store/attempt.ts';
import { readChunks } from '../../store/readBytes.ts';
import { StoreFailure, type StoreError } from '../../store/storeError.ts';
import type { ImportSource, PrivateCopy } from './importSource.ts';

/** Where a file to import lies, and what refusals call it. */
export interface FilePlace {
  readonly absolute: string;
  readonly shown: string;
}

/** What SQLite keeps beside a database while it is in use. */
const companions = ['-wal', '-journal'];

/** An ordinary file as a source. Links are followed; pipes, devices and folders are refused. */
export function openFileSource(ports: Ports, place: FilePlace): Promise<Result<ImportSource, StoreError>> {
  return attempt(place.shown, async () => {
    const absolute = await ports.fs.realpath(place.absolute);
    const stat = await ports.fs.stat(absolute);
    if (!stat.isFile())
      throw new StoreFailure({ code: 'not-a-file', path: place.shown, cause: 'not an ordinary file' });
    const file = { absolute, shown: place.shown };
    return {
      name: nodePath.basename(place.shown),
      bytes: stat.size,
      chunks: () => readChunks(ports.fs, file),
      copy: () => attempt(place.shown, () => copyDatabase(ports, file)),
    };
  });
}

/** Copies a database with its journal into a folder of its own, private to the user. */
async function copyDatabase(ports: Ports, { absolute, shown }: FilePlace): Promise<PrivateCopy> {
  const { fs } = ports;
  const folder = nodePath.join(ports.appFolder, 'imports', ports.randomId());
  const remove = () => fs.removeFolder(folder);
  await fs.mkdir(folder, 0o700);
  try {
    const path = nodePath.join(folder, 'usage.db');
    const before = await marks(ports, absolute);
    await fs.copyFile(absolute, path);
    for (const suffix of companions) {
      if (before.has(suffix)) await fs.copyFile(absolute + suffix, path + suffix);
    }
    if (!sameMarks(before, await marks(ports, absolute))) throw new ImportStop({ code: 'source-changed' });
    const hash = sha256Stream();
    for await (const chunk of readChunks(fs, { absolute: path, shown })) hash.add(chunk);
    return { path, sha256: hash.digest(), remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** Sizes and times of a database and what lies beside it, to see whether somebody wrote meanwhile. */
async function marks({ fs }: Ports, absolute: string): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const suffix of ['', ...companions]) {
    const stat = await fs.stat(absolute + suffix).catch(absent);
    if (stat && (suffix === '' || stat.size > 0)) found.set(suffix, `${stat.size} ${stat.mtimeMs}`);
  }
  return found;
}

function absent(error: unknown): FileStat | null {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
  throw error;
}

function sameMarks(a: Map<string, string>, b: Map<string, string>): boolean {
  return a.size === b.size && [...a].every(([suffix, mark]) => b.get(suffix) === mark);
}
