import type { BadRow } from '../../ledger/badRow.ts';
import { formsOf, mappedUsageColumns, type AuditMapping, type MappedForms } from '../auditMapping.ts';
import type { CsvRecord } from './csvRecords.ts';
import { ForeignRecords, lacking } from './foreignRecords.ts';
import { plainNumber, timeText, wordIn } from './mappedText.ts';
import { shownRow } from './redact.ts';

/** Bad rows that are listed; the rest are counted. */
const mostListed = 200;

type Column = (typeof mappedUsageColumns)[number];
type UsagePart = NonNullable<AuditMapping['usage']>;

/**
 * Rewrites a foreign usage record, CSV or lines of JSON, as a usage file of our own in the same form, each row on its own line, so that a fault is told by the line of
 * the foreign file. What does not fit the map stays as it is, and is refused by the reader. `end` gives why the file as a whole cannot
 * be read.
 */
export class MappedUsage {
  private readonly part: UsagePart;
  private readonly forms: MappedForms;
  private readonly meters: Readonly<Record<string, string>>;
  private readonly records: ForeignRecords;
  private readonly wanted: readonly (readonly [Column, string])[];
  private readonly readTime: (text: string) => string | null;
  private readonly give: (text: string) => void;
  private places: readonly (readonly [Column, number])[] | null = null;
  private names: readonly string[] = [];
  private line = 1;
  private fault: string | null = null;
  /** Rows whose cells cannot be told apart: the first of them, and how many. */
  readonly badRows: BadRow[] = [];
  badRowCount = 0;

  constructor(mapping: AuditMapping, part: UsagePart, give: (text: string) => void) {
    this.part = part;
    this.forms = formsOf(mapping, part);
    this.meters = mapping.meters ?? {};
    this.wanted = mappedUsageColumns.flatMap((column) => {
      const name = part.columns[column];
      return name === undefined ? [] : [[column, name] as const];
    });
    this.records = new ForeignRecords(
      part.delimiter,
      this.wanted.map(([, name]) => name),
    );
    this.readTime = timeText(this.forms.time.form);
    this.give = give;
  }

  push(text: string): void {
    if (this.fault === null) this.takeAll(this.records.push(text));
  }

  end(): string | null {
    if (this.fault === null) this.takeAll(this.records.end());
    return this.fault ?? (this.places ? lacking(this.records.unseen()) : 'The file has no header.');
  }

  private takeAll(records: readonly CsvRecord[]): void {
    let text = '';
    for (const record of records) {
      if (this.fault !== null) return;
      const isHeader = this.places === null;
      const line = isHeader ? this.header(record) : this.lineOf(record);
      if (this.fault !== null) return;
      // The names of lines of JSON stand in no line of their own.
      if (isHeader && this.records.isJson) continue;
      text += '\n'.repeat(Math.max(0, record.line - this.line)) + line;
      this.line = Math.max(this.line, record.line) + 1;
    }
    if (text !== '') this.give(text);
  }

  private lineOf(record: CsvRecord): string {
    const { cells, fault } = record;
    if (fault !== null || cells.length !== this.names.length) {
      const reason = fault ?? `${cells.length} cells, and the header has ${this.names.length}`;
      const text = shownRow(this.names, record.text || cells.join(this.part.delimiter));
      this.badRowCount += 1;
      if (this.badRows.length < mostListed) this.badRows.push({ line: record.line, column: '', reason, text });
      return '\n';
    }
    const row = this.places!.map(([column, place]) => [column, this.cell(column, cells[place]!)] as const);
    if (!this.records.isJson) return `${row.map(([, cell]) => quoted(cell)).join(',')}\n`;
    return `${JSON.stringify(Object.fromEntries(row.filter(([, cell]) => cell !== '')))}\n`;
  }

  private header({ cells, fault }: CsvRecord): string {
    const names = cells.map((cell) => cell.trim());
    const { wanted } = this;
    const missing = wanted.filter(([, name]) => !names.includes(name)).map(([, name]) => name);
    this.fault = fault === null ? lacking(missing) : `The header cannot be read: ${fault}.`;
    this.names = names;
    this.places = wanted.map(([column, name]) => [column, names.indexOf(name)]);
    return `${wanted.map(([column]) => column).join(',')}\n`;
  }

  private cell(column: Column, text: string): string {
    const trimmed = text.trim();
    if (column === 'id' || trimmed === '') return column === 'id' ? text : '';
    if (column === 'at') return this.readTime(text) ?? text;
    if (column === 'meter') return wordIn(this.meters, trimmed) ?? trimmed;
    return plainNumber(text, this.forms) ?? text;
  }
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""').replaceAll(/[\r\n]+/g, ' ')}"` : text;
}
