import { err, ok, type Result } from '../../../shared/base/result.ts';
import type { ImportFault } from '../../../shared/interchange/importers/importFault.ts';
import type { ImportPreview } from '../../../shared/rpc/views.ts';
import { encodingOf, type TextEncoding } from './textPieces.ts';

/** What a source is, by its first bytes. */
export type Recognised =
  | { readonly format: 'inference-db' }
  | { readonly format: Exclude<ImportPreview['format'], 'inference-db'>; readonly encoding: TextEncoding };

/** Kinds of files that people take for CSV, by how they begin. */
const foreign: readonly { readonly bytes: readonly number[]; readonly kind: string; readonly advice: string }[] = [
  { bytes: [0x50, 0x4b], kind: 'a ZIP or XLSX file', advice: 'Export the sheet as CSV, or unpack it.' },
  { bytes: [0x1f, 0x8b], kind: 'compressed with gzip', advice: 'Unpack it first.' },
  { bytes: [0x28, 0xb5, 0x2f, 0xfd], kind: 'compressed with zstd', advice: 'Unpack it first.' },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], kind: 'an old Excel file', advice: 'Export the sheet as CSV.' },
  { bytes: [0x25, 0x50, 0x44, 0x46], kind: 'a PDF file', advice: 'Ask for the figures as CSV.' },
  { bytes: [0x50, 0x41, 0x52, 0x31], kind: 'a Parquet file', advice: 'Export it as CSV.' },
];
const sqliteMark = 'SQLite format 3\0';

/** The format and encoding of a source: by content, and by name only where JSON is in lines or not. */
export function recogniseSource(head: Uint8Array, name: string): Result<Recognised, ImportFault> {
  if (head.length === 0) return err({ code: 'empty-file' });
  if (latin(head.subarray(0, sqliteMark.length)) === sqliteMark) return ok({ format: 'inference-db' });
  const other = foreign.find(({ bytes }) => bytes.every((byte, index) => head[index] === byte));
  if (other) return err({ code: 'kind-unsupported', kind: other.kind, advice: other.advice });
  const encoding = encodingOf(head);
  if (typeof encoding !== 'string') return err(encoding);
  const text = new TextDecoder(encoding).decode(head, { stream: true }).trimStart();
  if (text[0] !== '{' && text[0] !== '[') return ok({ format: 'csv', encoding });
  return ok({ format: isInLines(text, name) ? 'inference-ndjson' : 'inference-json', encoding });
}

/** JSON in lines: named so, or its first line is a whole value with another after it. */
function isInLines(text: string, name: string): boolean {
  if (/\.(ndjson|jsonl)$/i.test(name)) return true;
  const end = text.indexOf('\n');
  if (end < 0 || !/^\s*[[{]/.test(text.slice(end))) return false;
  try {
    JSON.parse(text.slice(0, end));
    return true;
  } catch {
    return false;
  }
}

function latin(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
