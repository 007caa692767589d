import { grown } from '../../base/grown.ts';
import { NumberedNames } from '../../base/numberedNames.ts';
import { readDecimal } from '../../base/decimal.ts';
import type { Zone } from '../../calendar/zone.ts';
import type { BadRow } from '../../ledger/badRow.ts';
import { amountColumns, type AmountColumn, type LedgerColumns } from '../../ledger/ledgerColumns.ts';
import { rowKinds, type RowColumn } from '../../ledger/row.ts';
import { decimalParts } from '../../scenario/decimalParts.ts';
import { timeReader } from '../../scenario/timeReader.ts';
import { readFlags } from './ledgerFlags.ts';
import { nanosOfText } from './nanosOfText.ts';
import type { PlainLine } from './plainLine.ts';
import { asciiText } from '../../base/asciiText.ts';
import { wholeOf } from './wholeOf.ts';

/** The text of one row's cells; empty where the file has none. */
export type LedgerCells = Record<RowColumn, string>;

/** Cells of a row that states nothing. */
export function emptyLedgerCells(): LedgerCells {
  return {
    seq: '',
    at: '',
    kind: '',
    id: '',
    meter: '',
    quantity: '',
    credits: '',
    included: '',
    prepaid: '',
    flex: '',
    blocked: '',
    includedAfter: '',
    prepaidAfter: '',
    flexMonthAfter: '',
    rule: '',
    cause: '',
    flags: '',
  };
}

/** Bad rows that are listed; the rest are counted. */
const mostListed = 200;

/** Rows that one ledger may hold. */
export const mostRows = 20_000_000;

/** Characters that one id or meter may have, and meters that one ledger may name. */
const longestName = 1000;
const mostMeters = 100_000;

/** Characters that the ids of one ledger may have together: they are kept in memory. */
const mostIdText = 1_000_000_000;

/** What no name has: it could not be told from another one, or be shown. */
const noText = /[\u0000-\u001f\u007f\p{Surrogate}]/u;

const kindIndex = new Map<string, number>(rowKinds.map((kind, index) => [kind, index]));

/** Takes rows of text, checks the form of each cell, and keeps the good ones as columns that grow. */
export class LedgerSink {
  readonly badRows: BadRow[] = [];
  badRowCount = 0;
  private count = 0;
  private line = new Int32Array(1024);
  private seq = new Float64Array(1024);
  private at = new Float64Array(1024);
  private kind = new Uint8Array(1024);
  private meter = new Int32Array(1024);
  private quantity = new Float64Array(1024);
  private scale = new Uint8Array(1024);
  private flags = new Uint8Array(1024);
  private calls = new Int32Array(1024);
  private idHash = new Int32Array(1024);
  private meterBytes: Uint8Array = new Uint8Array(0);
  private lastMeter = -1;
  private readonly amounts: Record<AmountColumn, Float64Array>;
  private readonly ids: string[] = [];
  private idText = 0;
  private readonly mostIdText: number;
  private readonly meters = new NumberedNames();
  private readonly readTime: (text: string) => number | null;
  private columns: ReadonlySet<RowColumn> = new Set();

  constructor(zone: Zone, most = mostIdText) {
    this.mostIdText = most;
    this.readTime = timeReader(zone);
    this.amounts = Object.fromEntries(amountColumns.map((column) => [column, new Float64Array(1024)])) as Record<
      AmountColumn,
      Float64Array
    >;
  }

  /** Says which columns the file has. */
  hasColumns(columns: Iterable<RowColumn>): void {
    this.columns = new Set(columns);
  }

  /** Adds one row, or reports why not. */
  add(cells: LedgerCells, line: number): void {
    if (this.count === mostRows)
      return this.fault({ line, column: '', reason: `more than ${mostRows} rows`, text: '' });
    const row = this.count;
    const bad = (column: RowColumn, reason: string): void =>
      this.fault({ line, column, reason, text: cells[column].slice(0, 80) });
    const at = this.readTime(cells.at);
    if (at === null) return bad('at', 'not an instant');
    const kind = kindIndex.get(cells.kind);
    if (kind === undefined) return bad('kind', `not a kind of row: ${rowKinds.join(', ')}`);
    if (cells.id.length > longestName) return bad('id', `more than ${longestName} characters`);
    if (cells.meter.length > longestName) return bad('meter', `more than ${longestName} characters`);
    if (noText.test(cells.id)) return bad('id', 'a control character, or half of one character, is in it');
    if (noText.test(cells.meter)) return bad('meter', 'a control character, or half of one character, is in it');
    if (!this.hasRoomFor(cells.id)) return bad('id', `more than ${this.mostIdText} characters in all ids`);
    const seq = cells.seq === '' ? NaN : wholeOf(cells.seq);
    if (seq < 0) return bad('seq', 'not a whole number');
    for (const column of amountColumns) {
      const text = cells[column];
      const nanos = text === '' ? NaN : nanosOfText(text);
      if (text !== '' && Number.isNaN(nanos)) return bad(column, 'not credits: a decimal with at most nine decimals');
      this.amounts[column][row] = nanos;
    }
    if (!this.addQuantity(cells.quantity)) return bad('quantity', 'not a decimal with at most nine decimals');
    if (!this.addFlags(cells.flags)) return bad('flags', 'not free, whole or calls=N');
    if (this.meters.names.length >= mostMeters) return bad('meter', `more than ${mostMeters} meters`);
    this.meter[row] = cells.meter === '' ? -1 : this.meters.numberOf(cells.meter);
    this.at[row] = at;
    this.kind[row] = kind;
    this.seq[row] = seq;
    this.line[row] = line;
    this.keepId(cells.id);
    this.idHash[row] = hashOf(cells.id);
    this.count += 1;
    if (this.count === this.at.length) this.grow();
  }

  /** Adds one row that was read from bytes; false where its flags are not plain, or it is one too many. */
  addPlain(plain: PlainLine, bytes: Uint8Array, line: number): boolean {
    if (this.count === mostRows || plain.id.length > longestName || !this.hasRoomFor(plain.id)) return false;
    if (plain.meterUntil - plain.meterFrom > longestName || this.meters.names.length >= mostMeters) return false;
    const row = this.count;
    this.flags[row] = 0;
    this.calls[row] = 1;
    if (plain.flagsUntil > plain.flagsFrom && !this.addFlags(asciiText(bytes, plain.flagsFrom, plain.flagsUntil))) {
      return false;
    }
    for (let column = 0; column < amountColumns.length; column++) {
      this.amounts[amountColumns[column]!][row] = plain.amounts[column]!;
    }
    this.quantity[row] = plain.quantity;
    this.scale[row] = plain.quantityScale;
    this.meter[row] = this.plainMeter(plain, bytes);
    this.at[row] = plain.at;
    this.kind[row] = plain.kind;
    this.seq[row] = plain.seq;
    this.line[row] = line;
    this.keepId(plain.id);
    this.idHash[row] = hashOf(plain.id);
    this.count += 1;
    if (this.count === this.at.length) this.grow();
    return true;
  }

  private hasRoomFor(id: string): boolean {
    return this.idText + id.length <= this.mostIdText;
  }

  private keepId(id: string): void {
    this.ids.push(id);
    this.idText += id.length;
  }

  /** The meter of a row; most often it is that of the row before. */
  private plainMeter({ meterFrom, meterUntil }: PlainLine, bytes: Uint8Array): number {
    const { meterBytes, lastMeter } = this;
    const length = meterUntil - meterFrom;
    if (length === 0) return -1;
    let same = lastMeter >= 0 && meterBytes.length === length;
    for (let at = 0; same && at < length; at++) same = meterBytes[at] === bytes[meterFrom + at];
    if (same) return lastMeter;
    this.meterBytes = bytes.slice(meterFrom, meterUntil);
    this.lastMeter = this.meters.numberOf(asciiText(bytes, meterFrom, meterUntil));
    return this.lastMeter;
  }

  /** Reports a row that cannot be read. */
  fault(bad: BadRow): void {
    this.badRowCount += 1;
    if (this.badRows.length < mostListed) this.badRows.push(bad);
  }

  /** The columns of the good rows. */
  rows(): LedgerColumns {
    const { count, meters, ids, columns } = this;
    const amounts = Object.fromEntries(
      amountColumns.map((column) => [column, this.amounts[column].subarray(0, count)]),
    ) as Record<AmountColumn, Float64Array>;
    return {
      count,
      line: this.line.subarray(0, count),
      seq: this.seq.subarray(0, count),
      at: this.at.subarray(0, count),
      kind: this.kind.subarray(0, count),
      meter: this.meter.subarray(0, count),
      meterIds: meters.names,
      quantity: this.quantity.subarray(0, count),
      quantityScale: this.scale.subarray(0, count),
      amounts,
      flags: this.flags.subarray(0, count),
      calls: this.calls.subarray(0, count),
      ids,
      idHash: this.idHash.subarray(0, count),
      columns,
    };
  }

  private addQuantity(text: string): boolean {
    const row = this.count;
    const whole = text === '' ? NaN : wholeOf(text);
    this.scale[row] = 0;
    this.quantity[row] = whole;
    if (!(whole < 0)) return true;
    const value = /[eE]/.test(text) ? null : readDecimal(text);
    const parts = value && decimalParts(value);
    if (!parts || parts.mantissa < 0) return false;
    this.quantity[row] = parts.mantissa;
    this.scale[row] = parts.scale;
    return true;
  }

  private addFlags(text: string): boolean {
    const stated = readFlags(text);
    if (!stated) return false;
    this.flags[this.count] = stated.flags;
    this.calls[this.count] = stated.calls;
    return true;
  }

  private grow(): void {
    const length = this.at.length * 2;
    this.line = grown(this.line, length);
    this.seq = grown(this.seq, length);
    this.at = grown(this.at, length);
    this.kind = grown(this.kind, length);
    this.meter = grown(this.meter, length);
    this.quantity = grown(this.quantity, length);
    this.scale = grown(this.scale, length);
    this.flags = grown(this.flags, length);
    this.calls = grown(this.calls, length);
    this.idHash = grown(this.idHash, length);
    for (const column of amountColumns) this.amounts[column] = grown(this.amounts[column], length);
  }
}

/** A hash of an id, by FNV-1a over its UTF-16 units. */
function hashOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at++) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  return hash ^ (hash >>> 15);
}
