import * as nodePath from 'node:path';
import type { Fs, OpenFile } from '../platform/fs.ts';
import type { Ports } from '../platform/ports.ts';
import { sha256Stream } from '../platform/sha256.ts';
import { refuse, storeErrorOf, systemCode } from './attempt.ts';
import { readChunks, type FileToRead } from './readBytes.ts';
import { StoreFailure } from './storeError.ts';

/** Bytes on their way to a file, all at once or in pieces. */
export type Chunks = Iterable<Uint8Array> | AsyncIterable<Uint8Array>;

/** A complete, synced and checked file that waits beside its target. */
export interface TempFile {
  readonly absolute: string;
  readonly bytes: number;
  readonly sha256: string;
}

const tempName = /^\.(.+)\.(\d+)\.[0-9a-f]{8,}\.tmp$/;

/** The name of an unfinished file or folder: whose it is and which process makes it can be told from it. */
export function tempPath(target: string, ports: Ports): string {
  const name = nodePath.basename(target).slice(0, 100);
  return nodePath.join(nodePath.dirname(target), `.${name}.${ports.processes.self.pid}.${ports.randomId()}.tmp`);
}

/** Target and process of an unfinished file by its name, or null where the name is not one of ours. */
export function readTempName(name: string): { readonly target: string; readonly pid: number } | null {
  const match = tempName.exec(name);
  return match ? { target: match[1] ?? '', pid: Number(match[2]) } : null;
}

/** Where a new file goes and with which mode. */
export interface TempTarget {
  readonly target: string;
  readonly shown: string;
  readonly mode: number;
}

/** Writes a file beside its target: every byte, synced, size and content read back and compared. On any failure it is removed. */
export async function writeTemp(ports: Ports, to: TempTarget, chunks: Chunks): Promise<TempFile> {
  const absolute = tempPath(to.target, ports);
  const file = await ports.fs.open(absolute, 'wx', 0o600);
  try {
    const written = await writeSynced(file, chunks, to);
    await compare(ports.fs, { absolute, ...written }, to.shown);
    return { absolute, ...written };
  } catch (error) {
    await removeQuietly(ports.fs, absolute);
    throw await withFreeSpace(ports.fs, error, { absolute, shown: to.shown });
  }
}

/** Says of a full disk how much is free on it; any other failure stays as it is. */
async function withFreeSpace(fs: Fs, error: unknown, { absolute, shown }: FileToRead): Promise<unknown> {
  if (systemCode(error) === null || storeErrorOf(error, shown).code !== 'no-space') return error;
  const free = await fs.freeBytes(nodePath.dirname(absolute)).catch(() => null);
  const cause = systemCode(error)!;
  return new StoreFailure({ code: 'no-space', path: shown, cause, ...(free === null ? {} : { free }) });
}

async function writeSynced(file: OpenFile, chunks: Chunks, { mode, shown }: TempTarget) {
  const hash = sha256Stream();
  let bytes = 0;
  try {
    for await (const chunk of chunks) {
      await writeAll(file, chunk, shown);
      hash.add(chunk);
      bytes += chunk.length;
    }
    if (mode !== 0o600) await file.chmod(mode);
    await file.sync();
    const { size } = await file.stat();
    if (size !== bytes) refuse('io', shown, `${size} of ${bytes} bytes were written`);
  } finally {
    await file.close();
  }
  return { bytes, sha256: hash.digest() };
}

/** Writes every byte, however few the system takes at a time. */
export async function writeAll(file: OpenFile, bytes: Uint8Array, shown: string): Promise<void> {
  let done = 0;
  while (done < bytes.length) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done);
    if (bytesWritten <= 0) refuse('no-space', shown, 'the system takes no more bytes');
    done += bytesWritten;
  }
}

async function compare(fs: Fs, { absolute, bytes, sha256 }: TempFile, shown: string): Promise<void> {
  const hash = sha256Stream();
  let read = 0;
  for await (const chunk of readChunks(fs, { absolute, shown })) {
    hash.add(chunk);
    read += chunk.length;
  }
  if (read !== bytes || hash.digest() !== sha256) refuse('io', shown, 'what was written does not read back the same');
}

/** Removes an unfinished file; one that cannot be removed is left for the next start to sweep. */
export async function removeQuietly(fs: Fs, absolute: string): Promise<void> {
  try {
    await fs.unlink(absolute);
  } catch (error) {
    if (systemCode(error) === null) throw error;
  }
}

/** As `removeQuietly`, for an unfinished folder. */
export async function removeFolderQuietly(fs: Fs, absolute: string): Promise<void> {
  try {
    await fs.removeFolder(absolute);
  } catch (error) {
    if (systemCode(error) === null) throw error;
  }
}
