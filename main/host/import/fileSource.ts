import * as nodePath from 'node:path';
import type { Result } from '../../../shared/base/result.ts';
import { ImportStop } from '../../../shared/interchange/importers/importFault.ts';
import type { Ports } from '../../platform/ports.ts';
import { attempt, systemCode } from '../../store/attempt.ts';
import { readChunks } from '../../store/readBytes.ts';
import { StoreFailure, type StoreError } from '../../store/storeError.ts';
import type { ImportSource } from './importSource.ts';
import { makePrivateCopy } from './privateCopy.ts';

/** Where a file to import lies, and what refusals call it. */
export interface FilePlace {
  readonly absolute: string;
  readonly shown: string;
}

/** What SQLite keeps beside a database while it is in use. */
const companions = ['-wal', '-journal'];

/** An ordinary file as a source. Links are followed; pipes, devices and folders are refused. */
export function openFileSource(
  ports: Ports,
  { absolute, shown }: FilePlace,
): Promise<Result<ImportSource, StoreError>> {
  return attempt(shown, async () => {
    const file = { absolute: await ports.fs.realpath(absolute), shown };
    const stat = await ports.fs.stat(file.absolute);
    if (!stat.isFile()) throw new StoreFailure({ code: 'not-a-file', path: shown, cause: 'no ordinary file' });
    const chunks = () => readChunks(ports.fs, file);
    return {
      name: nodePath.basename(shown),
      bytes: stat.size,
      chunks,
      copy: () => copyDatabase(ports, file, chunks),
    };
  });
}

/** Copies a database with its journal; one that is written to meanwhile is refused. */
async function copyDatabase(ports: Ports, { absolute }: FilePlace, chunks: () => AsyncIterable<Uint8Array>) {
  const before = await marksOf(ports, absolute);
  const copy = await makePrivateCopy(ports, chunks());
  try {
    for (const suffix of companions) {
      if (before.has(suffix)) await ports.fs.copyFile(absolute + suffix, copy.path + suffix);
    }
    const after = await marksOf(ports, absolute);
    const same = before.size === after.size && [...before].every(([suffix, mark]) => after.get(suffix) === mark);
    if (!same) throw new ImportStop({ code: 'source-changed' });
    return copy;
  } catch (error) {
    await copy.remove();
    throw error;
  }
}

/** Sizes and times of a database and of what lies beside it, to see whether somebody wrote meanwhile. */
async function marksOf({ fs }: Ports, absolute: string): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const suffix of ['', ...companions]) {
    try {
      const { size, mtimeMs } = await fs.stat(absolute + suffix);
      if (suffix === '' || size > 0) found.set(suffix, `${size} ${mtimeMs}`);
    } catch (error) {
      if (suffix === '' || systemCode(error) !== 'ENOENT') throw error;
    }
  }
  return found;
}
