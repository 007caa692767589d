import * as nodePath from 'node:path';
import type { Segment } from '../../shared/ledger/manifest.ts';
import { lineSlack } from '../../shared/ledger/plainLines.ts';
import type { Fs } from '../platform/fs.ts';
import { readChunks, type FileToRead } from './readBytes.ts';

const lineFeed = 0x0a;

/** A segment that is to be read line by line. */
export interface SegmentsToRead {
  readonly absolute: string;
  readonly shown: string;
  readonly segments: readonly Segment[];
}

/** Whole lines as bytes, at `[from, until)`, after a line feed and with room after them. */
export interface LineBlock {
  readonly bytes: Uint8Array;
  readonly from: number;
  readonly until: number;
}

/** Blocks of whole lines of all segments in order, memory bounded. Null stands for bytes that are no text, or no line end at the end. */
export async function* ledgerLines(fs: Fs, folder: SegmentsToRead): AsyncGenerator<readonly (string | null)[]> {
  for await (const block of ledgerBlocks(fs, folder))
    yield block === null ? [null] : decodeLines(block.bytes.subarray(block.from, block.until));
}

/** The same as bytes, each block valid until the next is asked for. Null stands for an end that is no line's. */
export async function* ledgerBlocks(fs: Fs, folder: SegmentsToRead): AsyncGenerator<LineBlock | null> {
  for (const { file } of folder.segments) {
    yield* fileBlocks(fs, { absolute: nodePath.join(folder.absolute, file), shown: `${folder.shown}/${file}` });
  }
}

const longestLine = 16_000_000;

async function* fileBlocks(fs: Fs, file: FileToRead): AsyncGenerator<LineBlock | null> {
  let rest = new Uint8Array(0);
  let room: Uint8Array | null = null;
  for await (const chunk of readChunks(fs, file)) {
    const end = chunk.lastIndexOf(lineFeed) + 1;
    if (end > 0) {
      const block = blockOf(rest, chunk.subarray(0, end), room);
      room = block.bytes;
      yield block;
    }
    rest = end > 0 ? chunk.slice(end) : concat([rest, chunk]);
    if (rest.length > longestLine) return yield null;
  }
  if (rest.length > 0) yield null;
}

/** What a block has room for beyond its first lines, so that those after it fit too. */
const spareBytes = 1 << 16;

/** Lines that begin with the rest of what was read before; in `room`, where they fit. */
export function blockOf(rest: Uint8Array, lines: Uint8Array, room: Uint8Array | null = null): LineBlock {
  const until = 1 + rest.length + lines.length;
  const fits = room !== null && room.length >= until + lineSlack;
  const bytes = fits ? room : new Uint8Array(until + lineSlack + spareBytes);
  bytes[0] = lineFeed;
  bytes.set(rest, 1);
  bytes.set(lines, 1 + rest.length);
  return { bytes, from: 1, until };
}

function concat(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function decodeLines(bytes: Uint8Array): (string | null)[] {
  const text = decode(bytes);
  if (text !== null) return text.slice(0, -1).split('\n');
  const lines: (string | null)[] = [];
  for (let at = 0; at < bytes.length;) {
    const end = bytes.indexOf(lineFeed, at);
    lines.push(decode(bytes.subarray(at, end)));
    at = end + 1;
  }
  return lines;
}

/** The text of a line, or of several; null where it is none. */
export function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
