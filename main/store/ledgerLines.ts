import * as nodePath from 'node:path';
import type { Segment } from '../../shared/ledger/manifest.ts';
import type { Fs } from '../platform/fs.ts';
import { readChunks } from './readBytes.ts';

/** A segment that is to be read line by line. */
export interface SegmentsToRead {
  readonly absolute: string;
  readonly shown: string;
  readonly segments: readonly Segment[];
}

/** Blocks of whole lines of all segments in order, memory bounded. Null stands for bytes that are no text, or no line end at the end. */
export async function* ledgerLines(fs: Fs, folder: SegmentsToRead): AsyncGenerator<readonly (string | null)[]> {
  for (const { file } of folder.segments) {
    yield* fileLines(fs, { absolute: nodePath.join(folder.absolute, file), shown: `${folder.shown}/${file}` });
  }
}

const longestLine = 16_000_000;

async function* fileLines(
  fs: Fs,
  file: { absolute: string; shown: string },
): AsyncGenerator<readonly (string | null)[]> {
  let rest = new Uint8Array(0);
  for await (const chunk of readChunks(fs, file)) {
    const end = chunk.lastIndexOf(0x0a) + 1;
    if (end > 0) yield decodeLines(concat(rest, chunk.subarray(0, end)));
    rest = end > 0 ? chunk.slice(end) : concat(rest, chunk);
    if (rest.length > longestLine) return yield [null];
  }
  if (rest.length > 0) yield [null];
}

function concat(left: Uint8Array, right: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(left.length + right.length);
  both.set(left);
  both.set(right, left.length);
  return both;
}

function decodeLines(bytes: Uint8Array): (string | null)[] {
  const text = decode(bytes);
  if (text !== null) return text.slice(0, -1).split('\n');
  const lines: (string | null)[] = [];
  for (let at = 0; at < bytes.length;) {
    const end = bytes.indexOf(0x0a, at);
    lines.push(decode(bytes.subarray(at, end)));
    at = end + 1;
  }
  return lines;
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
