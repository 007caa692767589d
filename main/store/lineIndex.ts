import type { Fs } from '../platform/fs.ts';
import { openOrdinary, readAt, readChunks, type FileToRead } from './readBytes.ts';

/** Where lines of a file begin: every `step`th of them, and how many there are. */
export interface LineIndex {
  readonly lines: number;
  readonly bytes: number;
  /** Offsets of lines 0, step, 2 × step … */
  readonly offsets: readonly number[];
  /** False where the last line has no end. */
  readonly whole: boolean;
}

/** Rows that are read in another order are read one by one: a small step reads little beside them. */
const step = 16;
const lineFeed = 0x0a;

/** Counts the lines of a file and notes where every 16th begins. */
export async function indexLines(fs: Fs, file: FileToRead): Promise<LineIndex> {
  const offsets = [0];
  let lines = 0;
  let bytes = 0;
  let lastEnd = 0;
  for await (const chunk of readChunks(fs, file)) {
    for (let at = chunk.indexOf(lineFeed); at !== -1; at = chunk.indexOf(lineFeed, at + 1)) {
      lines += 1;
      lastEnd = bytes + at + 1;
      if (lines % step === 0) offsets.push(lastEnd);
    }
    bytes += chunk.length;
  }
  return { lines, bytes, offsets, whole: lastEnd === bytes };
}

/** Lines to read, with the line before them where there is one in the file. */
export interface LineRange {
  readonly from: number;
  readonly count: number;
}

/** The bytes of some lines, line ends included. */
export async function readLines(fs: Fs, file: FileToRead, index: LineIndex, range: LineRange): Promise<Uint8Array> {
  const firstMark = Math.floor(range.from / step);
  const lastMark = Math.ceil((range.from + range.count) / step);
  const start = index.offsets[firstMark] ?? index.bytes;
  const end = index.offsets[lastMark] ?? index.bytes;
  const bytes = new Uint8Array(end - start);
  const open = await openOrdinary(fs, file);
  try {
    const read = await readAt(open, bytes, start);
    return cut(bytes.subarray(0, read), range.from - firstMark * step, range.count);
  } finally {
    await open.close();
  }
}

function cut(bytes: Uint8Array, skip: number, count: number): Uint8Array {
  const start = afterLines(bytes, 0, skip);
  return bytes.subarray(start, afterLines(bytes, start, count));
}

function afterLines(bytes: Uint8Array, from: number, count: number): number {
  let at = from;
  for (let line = 0; line < count; line++) {
    const end = bytes.indexOf(lineFeed, at);
    if (end === -1) return bytes.length;
    at = end + 1;
  }
  return at;
}
