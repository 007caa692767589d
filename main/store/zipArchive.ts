import { Zip, ZipDeflate } from 'fflate';
import { assert } from '../../shared/base/assert.ts';
import { sha256Stream } from '../platform/sha256.ts';
import { StoreFailure } from './storeError.ts';
import type { Chunks } from './tempFile.ts';

/** A file to put into an archive. Where `sha256` is given its bytes must have that hash. */
export interface ArchivedFile {
  /** With `/`. */
  readonly path: string;
  readonly chunks: () => Chunks;
  readonly sha256: string | null;
}

/** Entries bear this date, so that the same files give the same archive, byte for byte. */
const entryDate = new Date(1980, 0, 1);
const level = 6;

/** Sizes in the archive have 32 bits; what deflate may add is kept free. */
export const mostArchiveBytes = 4_000_000_000;

/** Files as pieces of one zip archive, with their hashes in `SHA256SUMS` at its end, as `sha256sum -c` reads it. */
export async function* zipArchive(files: readonly ArchivedFile[]): AsyncGenerator<Uint8Array> {
  let pieces: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    assert(error === null, 'an archive of plain files is always written');
    pieces.push(piece);
  });
  const taken = (): Uint8Array[] => {
    const ready = pieces;
    pieces = [];
    return ready;
  };
  const sums: string[] = [];
  for (const file of files) {
    const entry = openEntry(zip, file.path);
    const hash = sha256Stream();
    for await (const chunk of file.chunks()) {
      hash.add(chunk);
      entry.push(chunk);
      yield* taken();
    }
    entry.push(new Uint8Array(0), true);
    sums.push(`${checked(hash.digest(), file)}  ${file.path}\n`);
  }
  openEntry(zip, 'SHA256SUMS').push(Buffer.from(sums.join('')), true);
  zip.end();
  yield* taken();
}

function openEntry(zip: Zip, path: string): ZipDeflate {
  const entry = new ZipDeflate(path, { level });
  entry.mtime = entryDate;
  zip.add(entry);
  return entry;
}

function checked(found: string, { path, sha256 }: ArchivedFile): string {
  if (sha256 === null || found === sha256) return found;
  throw new StoreFailure({ code: 'changed-on-disk', path, cause: 'it changed while it was in use', sha256: found });
}
