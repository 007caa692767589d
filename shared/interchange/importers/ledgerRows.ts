import { zoneOf, type Zone } from '../../calendar/zone.ts';
import { err, ok, type Result } from '../../base/result.ts';
import type { BadRow } from '../../ledger/badRow.ts';
import type { LedgerColumns } from '../../ledger/ledgerColumns.ts';
import { rowColumns, type RowColumn } from '../../ledger/row.ts';
import type { AuditMapping } from '../auditMapping.ts';
import { MappedLedger } from './mappedLedger.ts';
import { makeCsvSplitter, type CsvRecord, type CsvSplitter } from './csvRecords.ts';
import { PlainLine } from './plainLine.ts';
import { shownRow } from './redact.ts';
import { asciiText } from '../../base/asciiText.ts';
import { emptyLedgerCells, LedgerSink, type LedgerCells } from './ledgerSink.ts';

/** An exported ledger as read: its rows, and those that could not be read. */
export interface LedgerRowsRead {
  readonly rows: LedgerColumns;
  readonly badRows: readonly BadRow[];
  readonly badRowCount: number;
  /** Columns of the file that are none of a ledger's. */
  readonly otherColumns: readonly string[];
}

/** Reads an exported ledger from pieces of its text. */
export interface LedgerRowsReader {
  /**
   * Takes whole plain lines from bytes, which is the fastest way, and gives how many bytes were taken. `plain` false: what follows
   * is not plain, and the rest of the file has to come as text.
   */
  pushBytes(bytes: Uint8Array): { readonly taken: number; readonly plain: boolean };
  push(text: string): void;
  /** The rows, or why the file as a whole cannot be audited. */
  end(): Result<LedgerRowsRead, string>;
}

/** Columns that a file of our own format may lack: the terms decide them. */
const optional: ReadonlySet<RowColumn> = new Set(['rule', 'cause', 'flags', 'seq']);

/**
 * A reader of ledger rows in our own format, CSV or NDJSON by the first character, or in a foreign form by a mapping. Times
 * without a zone are in `zone`, or the mapping's.
 */
export function ledgerRowsReader(zone: Zone, mapping: AuditMapping | null = null): LedgerRowsReader {
  const sink = new LedgerSink(mapping?.time.timeZone === undefined ? zone : zoneOf(mapping.time.timeZone)!);
  let reading: Reading | null = null;
  let start = '';
  const plain = new PlainReading(sink);
  return {
    pushBytes(bytes) {
      const pushed = mapping || reading ? { taken: 0, plain: false } : plain.push(bytes);
      return pushed;
    },
    push(text) {
      if (!reading && plain.line > 0) reading = new CsvReading(sink, plain.line);
      if (reading) return reading.push(text);
      start += text;
      const first = /[^\s\uFEFF]/.exec(start);
      if (!first) return;
      if (mapping) reading = new MappedLedger(sink, mapping);
      else reading = first[0] === '{' ? new NdjsonReading(sink) : new CsvReading(sink);
      reading.push(start.startsWith('\uFEFF') ? start.slice(1) : start);
    },
    end() {
      if (!reading && plain.line > 0) reading = new CsvReading(sink, plain.line);
      if (!reading) return err('The file is empty.');
      const fault = reading.end();
      if (fault) return err(fault);
      const { badRows, badRowCount } = sink;
      return ok({ rows: sink.rows(), badRows, badRowCount, otherColumns: reading.otherColumns });
    },
  };
}

const plainHeader = `${rowColumns.join(',')}\n`;

/** Reads our own CSV from bytes for as long as its lines are plain. */
class PlainReading {
  /** Lines taken, the header among them. */
  line = 0;
  private readonly sink: LedgerSink;
  private readonly row = new PlainLine();

  constructor(sink: LedgerSink) {
    this.sink = sink;
  }

  push(bytes: Uint8Array): { taken: number; plain: boolean } {
    let taken = 0;
    if (this.line === 0) {
      const isOurs = bytes.length >= plainHeader.length && asciiText(bytes, 0, plainHeader.length) === plainHeader;
      if (!isOurs) return { taken, plain: false };
      taken = plainHeader.length;
      this.line = 1;
      this.sink.hasColumns(rowColumns);
    }
    for (;;) {
      const end = bytes.indexOf(10, taken);
      if (end < 0) return { taken, plain: true };
      const isPlain = this.row.read(bytes, taken, end) && this.sink.addPlain(this.row, bytes, this.line + 1);
      if (!isPlain) return { taken, plain: false };
      this.line += 1;
      taken = end + 1;
    }
  }
}

interface Reading {
  readonly otherColumns: readonly string[];
  push(text: string): void;
  /** Why the file as a whole cannot be audited, or null. */
  end(): string | null;
}

class CsvReading implements Reading {
  otherColumns: string[] = [];
  private readonly sink: LedgerSink;
  private readonly splitter: CsvSplitter = makeCsvSplitter(',');
  private readonly cells: LedgerCells = emptyLedgerCells();
  private header: (RowColumn | null)[] | null = null;
  private fault: string | null = null;

  private readonly linesBefore: number;

  /** `linesBefore` were read as plain lines, the header among them. */
  constructor(sink: LedgerSink, linesBefore = 0) {
    this.sink = sink;
    this.linesBefore = linesBefore;
    if (linesBefore > 0) this.header = [...rowColumns];
  }

  push(text: string): void {
    if (this.fault === null) for (const record of this.splitter.push(text)) this.take(record);
  }

  end(): string | null {
    if (this.fault === null) for (const record of this.splitter.end()) this.take(record);
    return this.fault;
  }

  private take(record: CsvRecord): void {
    if (!this.header) return this.takeHeader(record);
    const { cells, fault } = record;
    const line = record.line + this.linesBefore;
    if (fault !== null)
      return this.sink.fault({ line, column: '', reason: fault, text: shownRow(this.otherColumns, record.text) });
    if (cells.length !== this.header.length) {
      const reason = `${cells.length} cells, and the header has ${this.header.length}`;
      return this.sink.fault({ line, column: '', reason, text: shownRow(this.otherColumns, cells.join(',')) });
    }
    for (let index = 0; index < cells.length; index++) {
      const column = this.header[index];
      if (column) this.cells[column] = plainCell(cells[index]!);
    }
    this.sink.add(this.cells, line);
  }

  private takeHeader({ cells, fault }: CsvRecord): void {
    const names = cells.map((cell) => cell.trim());
    this.header = names.map((name) => rowColumns.find((column) => column === name) ?? null);
    this.otherColumns = names.filter((_, index) => this.header![index] === null);
    const known = this.header.filter((column) => column !== null);
    const missing = rowColumns.filter((column) => !optional.has(column) && !known.includes(column));
    if (fault !== null) this.fault = `The header cannot be read: ${fault}.`;
    else if (new Set(known).size < known.length) this.fault = 'The header names a column twice.';
    else if (missing.length > 0) {
      this.fault = `The header lacks ${missing.join(', ')}. A file of another form needs a map (--map).`;
    }
    this.sink.hasColumns(known);
  }
}

/** A text as it was before a spreadsheet was kept from running it as a formula. */
function plainCell(text: string): string {
  return text.charCodeAt(0) === 39 && /^'[=+\-@\t\r＝＋－＠]/.test(text) ? text.slice(1) : text;
}

const longestLine = 1_000_000;

class NdjsonReading implements Reading {
  readonly otherColumns: readonly string[] = [];
  private readonly sink: LedgerSink;
  private readonly cells: LedgerCells = emptyLedgerCells();
  private rest = '';
  private line = 0;
  private begun = false;
  private fault: string | null = null;

  constructor(sink: LedgerSink) {
    this.sink = sink;
    sink.hasColumns(rowColumns);
  }

  push(text: string): void {
    if (this.fault !== null) return;
    const lines = (this.rest + text).split('\n');
    this.rest = lines.pop()!;
    for (const line of lines) this.take(line);
    if (this.rest.length > longestLine) {
      this.take(this.rest.slice(0, 80));
      this.rest = '';
    }
  }

  end(): string | null {
    if (this.rest !== '') this.take(this.rest);
    return this.fault;
  }

  private take(text: string): void {
    this.line += 1;
    if (text.trim() === '') return;
    const { line, cells } = this;
    const value = objectOf(text);
    if (!value) return this.sink.fault({ line, column: '', reason: 'not a JSON object', text: shownRow([], text) });
    if (!this.begun) this.begin(value);
    for (const column of rowColumns) {
      const cell = value[column];
      if (cell === undefined || cell === null) cells[column] = '';
      else if (typeof cell === 'string') cells[column] = cell;
      else if (Number.isSafeInteger(cell)) cells[column] = String(cell);
      else
        return this.sink.fault({ line, column, reason: 'neither text nor a whole number', text: shownRow([], text) });
    }
    this.sink.add(cells, line);
  }

  /** The first row shows whether the file is of our own form: another lacks names of ours, and has names of its own. */
  private begin(row: Record<string, unknown>): void {
    this.begun = true;
    const missing = ['at', 'kind'].filter((column) => !Object.hasOwn(row, column));
    const hasOthers = Object.keys(row).some((name) => name !== 'hash' && !rowColumns.some((column) => column === name));
    if (missing.length > 0 && hasOthers) {
      this.fault = `The first row lacks ${missing.join(', ')}. A file of another form needs a map (--map).`;
    }
  }
}

function objectOf(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}
