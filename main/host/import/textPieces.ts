import { TextDecoder } from 'node:util';
import { ImportStop, type ImportFault } from '../../../shared/interchange/importers/importFault.ts';

/** Encodings that text may be in. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be';

const names = { 'utf-8': 'UTF-8', 'utf-16le': 'UTF-16LE', 'utf-16be': 'UTF-16BE' } as const;

/** The encoding in plain words: `UTF-8 with BOM`. */
export function encodingName(head: Uint8Array): string {
  const encoding = encodingOf(head);
  return typeof encoding === 'string' ? names[encoding] + (markLength(head) > 0 ? ' with BOM' : '') : 'unknown';
}

/** The encoding of a text by its mark, or by the zero bytes of plain letters; UTF-8 otherwise. */
export function encodingOf(head: Uint8Array): TextEncoding | ImportFault {
  const [a, b, c, d] = head;
  const isUtf32 = (a === 0xff && b === 0xfe && c === 0 && d === 0) || (a === 0 && b === 0 && c === 0xfe && d === 0xff);
  if (isUtf32) return { code: 'encoding-unsupported', encoding: 'UTF-32' };
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a !== 0 && b === 0 && c !== 0 && d === 0) return 'utf-16le';
  if (a === 0 && b !== 0 && c === 0 && d !== 0) return 'utf-16be';
  return 'utf-8';
}

/**
 * The text of bytes that come in pieces, without its mark. Bytes that are not of the encoding stop it by name and line;
 * nothing is ever replaced. `ImportStop` is what it throws.
 */
export async function* textPieces(chunks: AsyncIterable<Uint8Array>, encoding: TextEncoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const lines = makeLineCounter();
  let offset = 0;
  for await (const chunk of chunks) {
    const text = decodePiece(decoder, chunk, { encoding, lines, offset });
    lines.add(text);
    offset += chunk.length;
    if (text !== '') yield text;
  }
  const rest = decodePiece(decoder, null, { encoding, lines, offset });
  if (rest !== '') yield rest;
}

interface Progress {
  readonly encoding: TextEncoding;
  readonly lines: LineCounter;
  readonly offset: number;
}

function decodePiece(decoder: TextDecoder, chunk: Uint8Array | null, { encoding, lines, offset }: Progress): string {
  try {
    return chunk === null ? decoder.decode() : decoder.decode(chunk, { stream: true });
  } catch {
    const valid = chunk === null ? 0 : validLength(chunk, encoding);
    // Up to three bytes of a cut character belong to the piece before; they hold no line end.
    if (chunk !== null) lines.add(new TextDecoder(encoding).decode(chunk.subarray(0, valid)));
    throw new ImportStop({
      code: 'encoding-invalid',
      encoding: names[encoding],
      line: lines.line(),
      offset: offset + valid,
    });
  }
}

/** The length of the longest beginning of whole characters, the rest of one from the piece before passed over. */
function validLength(chunk: Uint8Array, encoding: TextEncoding): number {
  let start = 0;
  while (encoding === 'utf-8' && start < 3 && (chunk[start]! & 0xc0) === 0x80) start += 1;
  let valid = start;
  let invalid = chunk.length + 1;
  while (invalid - valid > 1) {
    const middle = (valid + invalid) >> 1;
    if (decodes(chunk.subarray(start, middle), { encoding, stream: true })) valid = middle;
    else invalid = middle;
  }
  while (valid > start && !decodes(chunk.subarray(start, valid), { encoding, stream: false })) valid -= 1;
  return valid;
}

function decodes(
  bytes: Uint8Array,
  { encoding, stream }: { readonly encoding: TextEncoding; readonly stream: boolean },
): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream });
    return true;
  } catch {
    return false;
  }
}

interface LineCounter {
  add(text: string): void;
  line(): number;
}

/** Counts lines that end with LF, CRLF or CR. */
function makeLineCounter(): LineCounter {
  let line = 1;
  let afterCr = false;
  return {
    line: () => line,
    add(text) {
      if (text === '') return;
      const at = afterCr && text[0] === '\n' ? 1 : 0;
      const hasCr = text.includes('\r');
      for (let lf = text.indexOf('\n', at); lf >= 0; lf = text.indexOf('\n', lf + 1)) line += 1;
      for (let cr = hasCr ? text.indexOf('\r', at) : -1; cr >= 0; cr = text.indexOf('\r', cr + 1)) {
        if (text[cr + 1] !== '\n') line += 1;
      }
      afterCr = text.endsWith('\r');
    },
  };
}

function markLength(head: Uint8Array): number {
  const [a, b, c] = head;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 3;
  return (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff) ? 2 : 0;
}
