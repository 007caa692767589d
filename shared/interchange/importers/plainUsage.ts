import { assert } from '../../base/assert.ts';
import { maximumNanos } from '../../base/credits.ts';
import { NumberedNames } from '../../base/numberedNames.ts';
import type { Zone } from '../../calendar/zone.ts';
import { rowFlag } from '../../ledger/ledgerColumns.ts';
import { isIdentity } from '../../scenario/texts.ts';
import { timeReader } from '../../scenario/timeReader.ts';
import { usageBlockRows, type UsageBlock } from '../../scenario/usageBlock.ts';
import { mostUsageRows, usageFields, type UsageField } from '../../scenario/usageSink.ts';
import { PlainId } from './plainId.ts';
import { asciiText } from '../../base/asciiText.ts';
import { PlainNumber } from './plainNumber.ts';
import { passPlainText, plainSlack } from './plainText.ts';
import { PlainTime } from './plainTime.ts';

const comma = 44;
const lineFeed = 10;
const carriageReturn = 13;
const zero = 48;
const powers = new Float64Array([1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9]);
const space = 32;
const nine = 57;

/** What a row states, as bits. */
const stated = { meter: 1, quantity: 2, credits: 4 } as const;

/**
 * Reads a usage file in our own CSV from bytes, thousands of rows at a time, without making text of them. Stops at the first row that
 * is not plain: that one is for `usageFileReader`, which reads the same in every row that is.
 */
export class PlainUsage {
  /** Whether all rows so far were plain. */
  plain = true;
  private columns: readonly UsageField[] = [];
  private bytes: Uint8Array = new Uint8Array(0);
  private view = new DataView(this.bytes.buffer);
  private place = 0;
  private end = 0;
  private rows = 0;
  private readonly meters = new NumberedNames();
  private lastMeter = '';
  private lastIndex = -1;
  private readonly time = new PlainTime();
  private readonly number = new PlainNumber();
  private readonly id = new PlainId();
  private readonly readTime: (text: string) => number | null;

  /** Times without a zone are in `zone`. */
  constructor(zone: Zone) {
    this.readTime = timeReader(zone);
  }

  /** Meters by the index that rows have. */
  get meterIds(): readonly string[] {
    return this.meters.names;
  }

  /** Takes rows at `[from, until)`, which are ASCII, and of which the last one is whole. The first of all is the header. */
  open(bytes: Uint8Array, from: number, until: number): void {
    assert(bytes.length >= until + plainSlack, 'there is room after the rows');
    if (bytes !== this.bytes) this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.bytes = bytes;
    this.place = from;
    this.end = until;
    if (this.columns.length === 0 && until > from) this.plain = this.readHeader();
  }

  /** Whether there was a header: a file without one is faulty. */
  get hasHeader(): boolean {
    return this.columns.length > 0;
  }

  /** Fills a block with the rows that come next; it is empty where there are no more, or the next is not plain. */
  fill(block: UsageBlock): void {
    let row = 0;
    while (this.plain && row < usageBlockRows && this.place < this.end) {
      if (!this.readRow(block, row)) this.plain = false;
      else row += 1;
    }
    this.rows += row;
    if (this.rows > mostUsageRows) this.plain = false;
    block.bytes = this.bytes;
    block.count = this.plain ? row : 0;
  }

  /** Columns in any order, as the slower reader takes them. */
  private readHeader(): boolean {
    const end = passPlainLine(this.bytes, this.place);
    const names = asciiText(this.bytes, this.place, end).split(',');
    this.columns = usageFields.filter((field) => names.includes(field));
    const has = (field: UsageField): boolean => this.columns.includes(field);
    const isWhole = has('at') && (has('credits') || (has('meter') && has('quantity')));
    if (!isWhole || this.columns.length !== names.length) return false;
    this.columns = names as UsageField[];
    this.place = end;
    return this.endRow();
  }

  private readRow(block: UsageBlock, row: number): boolean {
    const { columns } = this;
    block.meter[row] = -1;
    block.calls[row] = 1;
    block.flags[row] = 0;
    block.idFrom[row] = block.idUntil[row] = block.idHigh[row] = block.idLow[row] = 0;
    let bits = 0;
    for (let index = 0; index < columns.length; index++) {
      if (index > 0 && this.bytes[this.place++] !== comma) return false;
      const read = this.readCell(columns[index]!, block, row);
      if (read < 0) return false;
      bits |= read;
    }
    return (bits === (stated.meter | stated.quantity) || bits === stated.credits) && this.endRow();
  }

  /** Reads a cell; gives what it states, as bits, or -1 where it is not plain. */
  private readCell(column: UsageField, block: UsageBlock, row: number): number {
    switch (column) {
      case 'at':
        return this.readAt(block, row);
      case 'meter':
        return this.readMeter(block, row);
      case 'quantity':
        return this.readQuantity(block, row);
      case 'credits':
        return this.readCredits(block, row);
      case 'id':
        return this.readId(block, row);
      case 'calls':
        return this.readCalls(block, row);
      case 'whole':
        return this.readTruth(block, row, rowFlag.whole);
      case 'billable':
        return this.readTruth(block, row, rowFlag.free);
    }
  }

  /** An instant in UTC, or any other time as text. @rule R1 */
  private readAt(block: UsageBlock, row: number): number {
    const { bytes, view, place, time } = this;
    const end = time.read(bytes, view, place);
    const isPlain = end > 0 && endsCell(bytes[end]!);
    this.place = isPlain ? end : passPlainText(bytes, view, place);
    const at = isPlain ? time.at : this.readTime(asciiText(bytes, place, this.place));
    block.at[row] = at ?? NaN;
    return at === null ? -1 : 0;
  }

  /** Most often it is that of the row before. */
  private readMeter(block: UsageBlock, row: number): number {
    const { bytes, view, place } = this;
    this.place = passPlainText(bytes, view, place);
    if (this.place === place) return 0;
    if (!isText(bytes, place, this.lastMeter, this.place - place)) {
      this.lastMeter = asciiText(bytes, place, this.place);
      this.lastIndex = this.meters.numberOf(this.lastMeter);
    }
    block.meter[row] = this.lastIndex;
    return stated.meter;
  }

  private readQuantity(block: UsageBlock, row: number): number {
    const read = this.readNumber();
    if (read <= 0) return read;
    block.mantissa[row] = this.number.mantissa;
    block.scale[row] = this.number.scale;
    return stated.quantity;
  }

  private readCredits(block: UsageBlock, row: number): number {
    const read = this.readNumber();
    if (read <= 0) return read;
    const nanos = this.number.mantissa * powers[9 - this.number.scale]!;
    block.mantissa[row] = nanos;
    block.scale[row] = 9;
    return nanos <= maximumNanos ? stated.credits : -1;
  }

  /** A decimal: 1, 0 where the cell is empty, -1 where it is not plain. */
  private readNumber(): number {
    const { bytes, place, number } = this;
    const end = number.read(bytes, this.view, place);
    if (end === place) return 0;
    this.place = end;
    return end > 0 && !(bytes[place] === zero && isDigit(bytes[place + 1]!)) ? 1 : -1;
  }

  private readId(block: UsageBlock, row: number): number {
    const { bytes, place, id } = this;
    const end = id.read(bytes, this.view, place);
    this.place = end;
    if (end === place) return 0;
    block.idFrom[row] = place;
    block.idUntil[row] = end;
    block.idHigh[row] = id.high;
    block.idLow[row] = id.low;
    // Of text without controls only the longest, and names that end in a letter or an underscore, may be no identity.
    const isPlain = bytes[end - 1]! <= nine && bytes[end - 1] !== space && bytes[place] !== space && end - place <= 200;
    return isPlain || isIdentity(asciiText(bytes, place, end)) ? 0 : -1;
  }

  private readCalls(block: UsageBlock, row: number): number {
    const { bytes, place, number } = this;
    const end = number.readWhole(bytes, this.view, place);
    this.place = end;
    if (end === place) return 0;
    block.calls[row] = number.mantissa;
    return bytes[place] !== zero && end - place <= 9 ? 0 : -1;
  }

  /** What is billable is not free. */
  private readTruth(block: UsageBlock, row: number, flag: number): number {
    const { bytes, place } = this;
    this.place = passPlainText(bytes, this.view, place);
    const text = asciiText(bytes, place, this.place);
    if (text !== '' && text !== 'true' && text !== 'false') return -1;
    if (text !== '' && (text === 'true') === (flag === rowFlag.whole)) block.flags[row]! |= flag;
    return 0;
  }

  private endRow(): boolean {
    const { bytes } = this;
    if (bytes[this.place] === carriageReturn) this.place += 1;
    return bytes[this.place++] === lineFeed;
  }
}

function isDigit(code: number): boolean {
  return (code ^ zero) < 10;
}

function endsCell(code: number): boolean {
  return code === comma || code === lineFeed || code === carriageReturn;
}

/** Whether bytes are those of a text. */
function isText(bytes: Uint8Array, from: number, text: string, length: number): boolean {
  if (text.length !== length) return false;
  for (let at = 0; at < length; at++) if (bytes[from + at] !== text.charCodeAt(at)) return false;
  return true;
}

/** Where the header ends. */
function passPlainLine(bytes: Uint8Array, from: number): number {
  let at = from;
  while (!endsCell(bytes[at]!) || bytes[at] === comma) at += 1;
  return at;
}
