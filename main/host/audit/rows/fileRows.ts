import type { Result } from '../../../../shared/base/result.ts';
import { ok } from '../../../../shared/base/result.ts';
import { makeCsvSplitter, splitCsv, type CsvRecord } from '../../../../shared/interchange/importers/csvRecords.ts';
import { isJsonText } from '../../../../shared/interchange/importers/foreignRecords.ts';
import { JsonRecords } from '../../../../shared/interchange/importers/jsonRecords.ts';
import { rowColumns } from '../../../../shared/ledger/row.ts';
import type { Ports } from '../../../platform/ports.ts';
import type { ImportSource } from '../../import/importSource.ts';
import { readText, type AuditFault } from '../readText.ts';

/** Records of a file as they stand in it, each with its line. */
export interface FileRows {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
}

/** Lines `[from, until]` of a file, from 1; the delimiter of a CSV. */
export interface WantedLines {
  readonly from: number;
  readonly until: number;
  readonly delimiter: string;
}

const longestCell = 200;

/** Reads some lines of a CSV or NDJSON again, as they stand there, and no further than needed. */
export async function fileRows(
  ports: Ports,
  source: ImportSource,
  wanted: WantedLines,
): Promise<Result<FileRows, AuditFault>> {
  const lines = new LinesOfText(wanted);
  async function* chunks(): AsyncGenerator<Uint8Array> {
    for await (const chunk of source.chunks()) {
      yield chunk;
      if (lines.done) return;
    }
  }
  const read = await readText(ports, { shown: source.name, bytes: source.bytes, chunks }, (text) => lines.push(text));
  return read.ok ? ok(lines.end()) : read;
}

/** Passes over the lines before those that are wanted, and reads on from there. */
class LinesOfText {
  done = false;
  private readonly wanted: WantedLines;
  private head = '';
  private line = 1;
  private text = '';
  private reached = false;

  constructor(wanted: WantedLines) {
    this.wanted = wanted;
  }

  push(piece: string): void {
    if (this.done) return;
    if (this.head.length < headLength) this.head += piece.slice(0, headLength - this.head.length);
    let from = 0;
    while (this.line < this.wanted.from) {
      const end = lineEnd(piece, from);
      if (end < 0) return;
      this.line += 1;
      from = end;
    }
    this.reached = true;
    this.text += piece.slice(from);
    const ends = this.text.split('\n').length - 1;
    // A record may go over several lines: one more line than wanted shows that the last one is whole.
    this.done = this.wanted.from + ends > this.wanted.until + 1 || this.text.length > mostText;
  }

  end(): FileRows {
    const head = this.head.replace(/^\uFEFF/, '');
    if (isJsonText(head)) return this.jsonRows(head);
    const columns = splitCsv(head, this.wanted.delimiter)[0]?.cells.map((cell) => cell.trim()) ?? [];
    if (!this.reached) return { columns, rows: [] };
    const splitter = makeCsvSplitter(this.wanted.delimiter);
    const records = [...splitter.push(this.text.replace(/^\uFEFF/, '')), ...splitter.end()];
    return { columns, rows: this.within(records.map((record) => ({ line: record.line, cells: cellsOf(record) }))) };
  }

  /** Lines of JSON: by our own columns, or by those that a foreign file begins with. */
  private jsonRows(head: string): FileRows {
    const named = new JsonRecords([]);
    const whole = head.length < headLength ? head : head.slice(0, head.lastIndexOf('\n') + 1);
    const [first] = [...named.push(whole), ...named.end()];
    const isOwn = first?.cells.every((name) => name === 'hash' || rowColumns.some((column) => column === name)) ?? true;
    const columns = isOwn ? rowColumns : (first?.cells ?? []);
    if (!this.reached) return { columns, rows: [] };
    const rows = this.text.split(/\r?\n/).map((text, index) => ({ line: index + 1, cells: jsonCells(text, columns) }));
    return { columns, rows: this.within(rows) };
  }

  /** Rows counted from the first wanted line, as lines of the file. */
  private within(rows: FileRows['rows']): FileRows['rows'] {
    const { from, until } = this.wanted;
    const placed = rows.map(({ line, cells }) => ({ line: line + from - 1, cells }));
    return placed.filter(({ line, cells }) => line <= until && cells.length > 0);
  }
}

const headLength = 65_536;
const mostText = 4_000_000;

/** Where the line after the next one begins; -1 where the text ends before. A CR alone ends a line too. */
function lineEnd(text: string, from: number): number {
  const feed = text.indexOf('\n', from);
  if (feed >= 0) return feed + 1;
  const carriage = text.indexOf('\r', from);
  return carriage < 0 || carriage === text.length - 1 ? -1 : carriage + 1;
}

function cellsOf({ cells, fault, text }: CsvRecord): string[] {
  return fault === null ? cells.map((cell) => cell.slice(0, longestCell)) : [text.slice(0, longestCell)];
}

function jsonCells(text: string, columns: readonly string[]): string[] {
  if (text.trim() === '') return [];
  const records = new JsonRecords(columns);
  const [names, row] = [...records.push(text), ...records.end()];
  if (!names || !row || row.fault !== null) return [text.slice(0, longestCell)];
  return columns.map((column) => row.cells[names.cells.indexOf(column)]!.slice(0, longestCell));
}
