import * as nodePath from 'node:path';
import { err, ok, type Result } from '../../../shared/base/result.ts';
import { ImportStop, describeImportFault } from '../../../shared/interchange/importers/importFault.ts';
import type { Ports } from '../../platform/ports.ts';
import { storeErrorOf } from '../../store/attempt.ts';
import { readChunks } from '../../store/readBytes.ts';
import { describeStoreError, StoreFailure } from '../../store/storeError.ts';
import { largestFile } from '../../workers/filePieces.ts';
import { encodingOf, textPieces } from '../import/textPieces.ts';

/** Why a file cannot be audited: what is in it, or the disk. */
export interface AuditFault {
  readonly kind: 'bad-input' | 'io';
  readonly message: string;
}

/** A file that is named on its own: where it is, and what the user calls it. */
export interface NamedFile {
  readonly absolute: string;
  readonly shown: string;
}

/** A file that is held open for reading by whoever gives it. */
export interface HeldFile {
  readonly shown: string;
  readonly bytes: number;
  /** Its bytes from the start; each piece is only valid until the next is asked for. */
  chunks(): AsyncIterable<Uint8Array>;
}

/** A file to audit. */
export type AuditedFile = NamedFile | HeldFile;

/** Takes whole lines from bytes for as long as they are plain, and gives how many bytes were taken. */
export type TakeBytes = (bytes: Uint8Array, bytesRead: number) => { readonly taken: number; readonly plain: boolean };

/** The text of a file of at most so many bytes. */
export async function readWhole(ports: Ports, file: AuditedFile, most: number): Promise<Result<string, AuditFault>> {
  const pieces: string[] = [];
  const read = await readText(ports, file, (text) => void pieces.push(text), { most });
  return read.ok ? ok(pieces.join('')) : read;
}

/** Hands the text of a file on in pieces, with how much of it was read; any fault of the file comes back as a value. */
export async function readText(
  ports: Ports,
  named: AuditedFile,
  take: (text: string, bytesRead: number) => void,
  { takeBytes = null, most = largestFile }: { readonly takeBytes?: TakeBytes | null; readonly most?: number } = {},
): Promise<Result<{ readonly bytes: number }, AuditFault>> {
  const { shown } = named;
  try {
    const held = 'chunks' in named ? named : await holdFile(ports, named);
    if (held.bytes > most) {
      throw new StoreFailure({ code: 'too-large', path: shown, cause: 'size', bytes: held.bytes, limit: most });
    }
    let bytes = 0;
    const counted = countChunks(held.chunks(), (length) => (bytes += length));
    try {
      const first = await counted.next();
      if (first.done) return ok({ bytes: 0 });
      const encoding = encodingOf(first.value);
      if (typeof encoding !== 'string') throw new ImportStop(encoding);
      const all = withFirst(first.value, counted);
      const chunks = takeBytes && encoding === 'utf-8' ? afterPlain(all, (piece) => takeBytes(piece, bytes)) : all;
      for await (const text of textPieces(chunks, encoding)) take(text, bytes);
    } finally {
      await counted.return(undefined);
    }
    return ok({ bytes });
  } catch (error) {
    if (error instanceof ImportStop) return badInput(`${shown}: ${describeImportFault(error.fault)}`);
    return err(faultOf(error, shown));
  }
}

async function holdFile(ports: Ports, { absolute, shown }: NamedFile): Promise<HeldFile> {
  const file = { absolute: await ports.fs.realpath(absolute), shown };
  const { size } = await ports.fs.stat(file.absolute);
  return { shown, bytes: size, chunks: () => readChunks(ports.fs, file) };
}

/** A thrown refusal of the store as a fault of a file. */
export function faultOf(error: unknown, shown: string): AuditFault {
  const refusal = storeErrorOf(error, nodePath.basename(shown));
  const ofContent = ['encoding', 'too-large', 'damaged', 'damaged-row', 'newer-format'].includes(refusal.code);
  return { kind: ofContent ? 'bad-input' : 'io', message: describeStoreError({ ...refusal, path: shown }) };
}

/** A refusal of what is in a file. */
export function badInput(message: string): Result<never, AuditFault> {
  return err({ kind: 'bad-input', message });
}

async function* countChunks(
  chunks: AsyncIterable<Uint8Array>,
  add: (length: number) => void,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    add(chunk.length);
    yield chunk;
  }
}

const longestLine = 1_000_000;

/** What is left for the reader of text once lines are no longer plain; the rest of a cut line is carried to the next piece. */
async function* afterPlain(
  chunks: AsyncIterable<Uint8Array>,
  takeBytes: (bytes: Uint8Array) => ReturnType<TakeBytes>,
): AsyncGenerator<Uint8Array> {
  let rest = new Uint8Array(0);
  let isPlain = true;
  for await (const chunk of chunks) {
    if (!isPlain) {
      yield chunk;
      continue;
    }
    const bytes = rest.length > 0 ? concat(rest, chunk) : chunk;
    const { taken, plain } = takeBytes(bytes);
    rest = bytes.slice(taken);
    isPlain = plain && rest.length < longestLine;
    if (isPlain) continue;
    yield rest;
    rest = new Uint8Array(0);
  }
  if (rest.length > 0) yield rest;
}

function concat(left: Uint8Array, right: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(left.length + right.length);
  both.set(left);
  both.set(right, left.length);
  return both;
}

async function* withFirst(first: Uint8Array, rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first;
  yield* rest;
}
