import { constants } from 'node:fs';
import type { Fs, OpenFile } from '../platform/fs.ts';
import { refuse } from './attempt.ts';
import { StoreFailure } from './storeError.ts';

/** Not blocking on a pipe that took the file's place, and not following a link that did. */
const readFlags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0);

/** A file to read: where it is, and the name that refusals give it. */
export interface FileToRead {
  readonly absolute: string;
  readonly shown: string;
}

/** Opens an ordinary file for reading; pipes, devices, folders and links are refused without waiting for them. */
export async function openOrdinary(fs: Fs, { absolute, shown }: FileToRead): Promise<OpenFile> {
  const before = await fs.lstat(absolute);
  if (!before.isFile()) refuse('not-a-file', shown, before.isDirectory() ? 'a folder' : 'a link, pipe or device');
  const file = await fs.open(absolute, readFlags);
  try {
    if (!(await file.stat()).isFile()) refuse('not-a-file', shown, 'a pipe or device');
    return file;
  } catch (error) {
    await file.close();
    throw error;
  }
}

/** The whole of an ordinary file. One larger than `limit` bytes is refused before it is read. */
export async function readBytes(fs: Fs, file: FileToRead, limit: number): Promise<Uint8Array> {
  const open = await openOrdinary(fs, file);
  try {
    const { size } = await open.stat();
    if (size > limit) {
      throw new StoreFailure({ code: 'too-large', path: file.shown, cause: 'size', bytes: size, limit });
    }
    const bytes = new Uint8Array(size);
    const read = await readAt(open, bytes, 0);
    return read === size ? bytes : bytes.subarray(0, read);
  } finally {
    await open.close();
  }
}

/** Fills `bytes` from `position` on; gives how many there were before the file's end. */
export async function readAt(file: OpenFile, bytes: Uint8Array, position: number): Promise<number> {
  let done = 0;
  while (done < bytes.length) {
    const { bytesRead } = await file.read(bytes, done, bytes.length - done, position + done);
    if (bytesRead === 0) break;
    done += bytesRead;
  }
  return done;
}

const chunkBytes = 1 << 20;

/** An ordinary file in pieces of up to 1 MB. Each piece is only valid until the next is asked for. */
export async function* readChunks(fs: Fs, file: FileToRead): AsyncGenerator<Uint8Array> {
  const open = await openOrdinary(fs, file);
  try {
    const buffer = new Uint8Array(chunkBytes);
    for (let position = 0; ;) {
      const read = await readAt(open, buffer, position);
      if (read === 0) return;
      yield buffer.subarray(0, read);
      position += read;
    }
  } finally {
    await open.close();
  }
}
