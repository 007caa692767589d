import { amountColumns } from '../../ledger/ledgerColumns.ts';
import { rowColumns, rowKinds, type RowColumn } from '../../ledger/row.ts';
import { mapsLedger, type AuditMapping } from '../auditMapping.ts';
import type { CsvRecord } from './csvRecords.ts';
import { ForeignRecords, lacking } from './foreignRecords.ts';
import { emptyLedgerCells, type LedgerCells, type LedgerSink } from './ledgerSink.ts';
import { addText, isTimeForm, negated, plainCredits, plainNumber, timeText, wordIn } from './mappedText.ts';
import { isSecretName, shownRow } from './redact.ts';

const amounts: ReadonlySet<RowColumn> = new Set(amountColumns);
const draws = ['included', 'prepaid', 'flex', 'blocked'] as const;

/** Why a mapping cannot be used on any file; null where it can. */
export function mappingFault(mapping: AuditMapping): string | null {
  const { columns, kind, time, unit, centsPerCredit, draw, invoices, usage } = mapping;
  const named = [columns, invoices?.columns, usage?.columns].flatMap((part) => Object.values(part ?? {}));
  const secret = [...named, draw?.column, draw?.pool].find((column) => column !== undefined && isSecretName(column));
  if (secret !== undefined) return `The map reads ${secret}, which holds keys: they are never kept.`;
  const parts = [invoices?.time, usage?.time].map((part) => part?.form ?? time.form);
  const unread = [time.form, ...parts].find((form) => !isTimeForm(form));
  if (unread !== undefined) return `The map's form of times, ${unread}, names no year, month and day.`;
  if (!mapsLedger(mapping) && (invoices || usage)) return partFault(mapping);
  if (!columns.at) return 'The map names no column for at.';
  if (!columns.kind && !kind) return 'The map names no column for kind, and no kind that all rows have.';
  if (unit === 'cents' && !centsPerCredit) return 'The map says cents, and not how many are one credit.';
  const states = draw !== undefined || amountColumns.some((column) => columns[column]);
  return states ? partFault(mapping) : 'The map names no column with credits.';
}

/** Why the parts of a mapping for invoices and usage cannot be used. */
function partFault({ invoices, usage }: AuditMapping): string | null {
  for (const column of ['number', 'issuedAt', 'kind', 'amount'] as const) {
    if (invoices && !invoices.columns[column]) return `The map names no column of the invoices for ${column}.`;
  }
  if (!usage) return null;
  const { at, meter, quantity, credits } = usage.columns;
  if (!at) return 'The map names no column of the usage record for at.';
  return credits || (meter && quantity)
    ? null
    : 'The map names neither credits nor meter and quantity of the usage record.';
}

/** Reads a foreign export, CSV or lines of JSON, by a mapping, as rows of our own format. Every row that does not fit is reported, and reading goes on. */
export class MappedLedger {
  readonly otherColumns: readonly string[] = [];
  private readonly sink: LedgerSink;
  private readonly mapping: AuditMapping;
  private readonly records: ForeignRecords;
  private readonly readTime: (text: string) => string | null;
  private places: ReadonlyMap<RowColumn | 'draw' | 'pool', number> | null = null;
  private names: readonly string[] = [];
  private fault: string | null;
  /** The event whose draws are still coming. */
  private joined: { readonly cells: LedgerCells; readonly line: number } | null = null;

  constructor(sink: LedgerSink, mapping: AuditMapping) {
    this.sink = sink;
    this.mapping = mapping;
    this.fault = mappingFault(mapping);
    this.records = new ForeignRecords(
      mapping.delimiter,
      this.wanted().map(([, name]) => name),
    );
    this.readTime = timeText(mapping.time.form);
  }

  push(text: string): void {
    if (this.fault === null) for (const record of this.records.push(text)) this.take(record);
  }

  end(): string | null {
    if (this.fault === null) for (const record of this.records.end()) this.take(record);
    this.flush();
    return this.fault ?? (this.places ? lacking(this.records.unseen()) : 'The file has no header.');
  }

  private take(record: CsvRecord): void {
    if (this.fault !== null) return;
    if (!this.places) return this.takeHeader(record);
    const { line, cells, fault } = record;
    const text = shownRow(this.names, record.text || cells.join(this.mapping.delimiter));
    if (fault !== null) return this.sink.fault({ line, column: '', reason: fault, text });
    if (cells.length !== this.names.length) {
      const reason = `${cells.length} cells, and the header has ${this.names.length}`;
      return this.sink.fault({ line, column: '', reason, text });
    }
    this.takeRow(cells, line);
  }

  private takeHeader({ cells, fault }: CsvRecord): void {
    const names = cells.map((cell) => cell.trim());
    const wanted = this.wanted();
    const missing = wanted.filter(([, name]) => !names.includes(name)).map(([, name]) => name);
    this.fault = fault === null ? lacking(missing) : `The header cannot be read: ${fault}.`;
    this.names = names;
    this.places = new Map(wanted.map(([column, name]) => [column, names.indexOf(name)]));
    this.sink.hasColumns(this.knownColumns());
  }

  /** What the map names, with the file's name for it. */
  private wanted(): (readonly [RowColumn | 'draw' | 'pool', string])[] {
    const { columns, draw } = this.mapping;
    const named = rowColumns.flatMap((column) =>
      columns[column] === undefined ? [] : [[column, columns[column]] as const],
    );
    return draw ? [...named, ['draw', draw.column], ['pool', draw.pool]] : named;
  }

  private knownColumns(): RowColumn[] {
    const { columns, draw } = this.mapping;
    const known = new Set(rowColumns.filter((column) => columns[column]));
    known.add('kind');
    for (const pool of draw ? Object.values(draw.pools) : []) known.add(pool);
    if (['included', 'prepaid', 'flex'].every((pool) => known.has(pool as RowColumn)))
      known.add('credits').add('blocked');
    return [...known];
  }

  private takeRow(record: readonly string[], line: number): void {
    const cells = emptyLedgerCells();
    const { mapping } = this;
    const bad = (column: string, reason: string, text: string): void =>
      this.sink.fault({ line, column, reason, text: shownRow([], text) });
    for (const [column, place] of this.places!) {
      if (column === 'draw' || column === 'pool') continue;
      const text = record[place]!;
      const read = this.readCell(column, text);
      if (read === null) return bad(mapping.columns[column]!, 'not of the form that the map names', text);
      cells[column] = read;
    }
    cells.kind ||= mapping.kind ?? '';
    if (mapping.drawSign === 'negative' && cells.kind === 'use') {
      for (const column of ['credits', ...draws] as const) if (cells[column]) cells[column] = negated(cells[column]);
    }
    if (mapping.draw && !this.takeDraw(cells, record, line)) return;
    this.join(cells, line);
  }

  private readCell(column: RowColumn, text: string): string | null {
    const { mapping } = this;
    if (column === 'at') return this.readTime(text);
    if (column === 'kind') {
      const known = mapping.kinds ? wordIn(mapping.kinds, text.trim()) : text.trim();
      return known !== undefined && rowKinds.some((kind) => kind === known) ? known : null;
    }
    if (column === 'meter') return wordIn(mapping.meters, text.trim()) ?? text.trim();
    if (text.trim() === '') return '';
    if (amounts.has(column)) return plainCredits(text, mapping);
    return column === 'quantity' ? plainNumber(text, mapping) : text;
  }

  /** Puts what was drawn into the column of the pool that the row names. */
  private takeDraw(cells: LedgerCells, record: readonly string[], line: number): boolean {
    const { draw, drawSign } = this.mapping;
    const text = record[this.places!.get('draw')!]!;
    const word = record[this.places!.get('pool')!]!.trim();
    if (text.trim() === '' && word === '') return true;
    const pool = wordIn(draw!.pools, word);
    const amount = plainCredits(text, this.mapping);
    if (pool === undefined || amount === null) {
      const [column, reason] =
        pool === undefined ? [draw!.pool, 'not a pool that the map names'] : [draw!.column, 'not credits'];
      this.sink.fault({ line, column, reason, text: shownRow([], pool === undefined ? word : text) });
      return false;
    }
    cells[pool] = drawSign === 'negative' && cells.kind === 'use' ? negated(amount) : amount;
    return true;
  }

  /** Joins rows of one event, which follow one another, where each shows one pool. */
  private join(cells: LedgerCells, line: number): void {
    const { joined } = this;
    const same = joined && this.mapping.draw && cells.kind === 'use' && cells.id !== '' && joined.cells.id === cells.id;
    if (!same || joined.cells.at !== cells.at) {
      this.flush();
      this.joined = { cells, line };
      return;
    }
    for (const pool of draws) if (cells[pool] !== '') joined.cells[pool] = addText(joined.cells[pool], cells[pool]);
    for (const after of ['includedAfter', 'prepaidAfter', 'flexMonthAfter'] as const) {
      if (cells[after] !== '') joined.cells[after] = cells[after];
    }
  }

  private flush(): void {
    if (!this.joined) return;
    const { cells, line } = this.joined;
    this.joined = null;
    if (cells.kind === 'use') completeUse(cells);
    this.sink.add(cells, line);
  }
}

/** Credits are what was drawn and blocked, and blocked is what of the credits was not drawn, where the file leaves one out. */
function completeUse(cells: LedgerCells): void {
  const drawn = draws.slice(0, 3).reduce((sum, pool) => addText(sum, cells[pool]), '0');
  if (draws.every((pool) => cells[pool] === '')) return;
  if (cells.credits === '') cells.credits = addText(drawn, cells.blocked);
  else if (cells.blocked === '') cells.blocked = addText(cells.credits, negated(drawn));
}
