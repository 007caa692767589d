import { assert } from '../../base/assert.ts';
import { NumberedNames } from '../../base/numberedNames.ts';
import { rowKinds } from '../../ledger/row.ts';
import { readFlags } from './ledgerFlags.ts';
import { blockRows, type RowBlock } from '../../ledger/rowBlock.ts';
import { PlainId } from './plainId.ts';
import { asciiText } from '../../base/asciiText.ts';
import { areDigits, fourDigits, PlainNumber } from './plainNumber.ts';
import { isPlainByte, passPlainText, plainSlack } from './plainText.ts';
import { PlainTime } from './plainTime.ts';

const comma = 44;
const lineFeed = 10;
const minus = 45;
const point = 46;
const apostrophe = 39;
const quote = 34;
/** `use,` as four bytes. */
const use = 0x2c657375;
const powers = new Float64Array([1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9]);
const kinds = new Map<string, number>(rowKinds.map((kind, index) => [kind, index]));
const useKind = kinds.get('use')!;

/**
 * Reads rows of our own CSV from bytes, thousands at a time, without making text of them: rows numbered from 1 without gaps,
 * instants in UTC, numbers whose whole part has at most nine digits. Stops at the first row that is not so: that one is for a slower
 * reader, which reads the same in every row that is. Four bytes are looked at together where that can be.
 */
export class PlainRows {
  /** Whether all rows so far were plain. */
  plain = true;
  /** Where the next row begins. */
  place = 0;
  private bytes: Uint8Array = new Uint8Array(0);
  private view = new DataView(this.bytes.buffer);
  private end = 0;
  private seq = 0;
  private readonly meters = new NumberedNames();
  /** The meter of the row before, and where it stands with its comma. */
  private lastMeter = -1;
  private meterFrom = 0;
  private meterLength = 0;
  private lastRule = 0;
  private readonly time = new PlainTime();
  private readonly number = new PlainNumber();
  private readonly id = new PlainId();

  /** Meters by the index that rows have. */
  get meterIds(): readonly string[] {
    return this.meters.names;
  }

  /** Takes rows at `[from, until)`, which are ASCII, and of which the last one is whole. */
  open(bytes: Uint8Array, from: number, until: number): void {
    assert(bytes.length >= until + plainSlack, 'there is room after the rows');
    if (bytes !== this.bytes) this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.bytes = bytes;
    this.place = from;
    this.end = until;
    this.meterLength = 0;
  }

  /** Fills a block with the rows that come next; it is empty where there are no more, or the next is not plain. */
  fill(block: RowBlock): void {
    let row = 0;
    block.from = this.place;
    while (row < blockRows && this.place < this.end) {
      if (!this.readRow(block, row)) {
        this.plain = false;
        break;
      }
      row += 1;
    }
    block.bytes = this.bytes;
    block.until = this.place;
    block.count = row;
  }

  private readRow(block: RowBlock, row: number): boolean {
    if (!this.readSeq() || !this.readTime(block, row) || !this.readKind(block, row)) return false;
    if (!this.readId(block, row) || !this.readMeter(block, row) || !this.readQuantity(block, row)) return false;
    return this.readAmounts(block, row) && this.passRule() && this.passCause() && this.readFlags(block, row);
  }

  private readSeq(): boolean {
    const { bytes, view, place, number } = this;
    const end = number.readWhole(bytes, view, place);
    if (end - place > 9 || number.mantissa !== this.seq + 1) return false;
    this.seq += 1;
    this.place = end + 1;
    return bytes[end] === comma;
  }

  private readTime(block: RowBlock, row: number): boolean {
    const { bytes, time } = this;
    const end = time.read(bytes, this.view, this.place);
    block.at[row] = time.at;
    this.place = end + 1;
    return end > 0 && bytes[end] === comma;
  }

  private readKind(block: RowBlock, row: number): boolean {
    const { place } = this;
    if (this.view.getInt32(place, true) === use) {
      block.kind[row] = useKind;
      this.place = place + 4;
      return true;
    }
    if (!this.passText()) return false;
    const kind = kinds.get(asciiText(this.bytes, place, this.place - 1));
    if (kind === undefined) return false;
    block.kind[row] = kind;
    return true;
  }

  private readId(block: RowBlock, row: number): boolean {
    const { bytes, view, place, id } = this;
    // An apostrophe may be what keeps a spreadsheet from running the cell.
    if (bytes[place] === apostrophe) return false;
    const end = id.read(bytes, view, place);
    block.idFrom[row] = place;
    block.idUntil[row] = end;
    block.idHigh[row] = id.high;
    block.idLow[row] = id.low;
    this.place = end + 1;
    return bytes[end] === comma;
  }

  /** Most often it is that of the row before, with the comma after it. */
  private readMeter(block: RowBlock, row: number): boolean {
    const { bytes, place } = this;
    if (this.isAgain(this.meterFrom, this.meterLength)) {
      block.meter[row] = this.lastMeter;
      this.meterFrom = place;
      this.place = place + this.meterLength;
      return true;
    }
    if (bytes[place] === apostrophe || !this.passText()) return false;
    const until = this.place - 1;
    block.meter[row] = this.lastMeter = until === place ? -1 : this.meters.numberOf(asciiText(bytes, place, until));
    this.meterFrom = place;
    this.meterLength = this.place - place;
    return true;
  }

  /** Whether the bytes that come next are those of a cell that was read before. */
  private isAgain(from: number, length: number): boolean {
    const { bytes, view, place } = this;
    let at = 0;
    for (; at + 4 <= length; at += 4) if (view.getInt32(from + at) !== view.getInt32(place + at)) return false;
    for (; at < length; at++) if (bytes[from + at] !== bytes[place + at]) return false;
    return length > 0;
  }

  private readQuantity(block: RowBlock, row: number): boolean {
    const { bytes, number } = this;
    const end = number.read(bytes, this.view, this.place);
    block.quantity[row] = number.mantissa;
    block.quantityScale[row] = number.scale;
    this.place = end + 1;
    return end > 0 && bytes[end] === comma;
  }

  /** The cells with credits, all in one go: no other part of a row takes as long. */
  private readAmounts({ amounts }: RowBlock, row: number): boolean {
    const { bytes, view } = this;
    let at = this.place;
    for (let place = row; place < 8 * blockRows; place += blockRows) {
      const head = view.getInt32(at, true);
      const first = (head & 0xff) ^ 48;
      if (first === (comma ^ 48)) {
        amounts[place] = NaN;
        at += 1;
        continue;
      }
      if ((head & 0xff00) === comma << 8 && first < 10) {
        amounts[place] = first * 1e9;
        at += 2;
        continue;
      }
      const isNegative = first === (minus ^ 48);
      if (isNegative) at += 1;
      const from = at;
      let whole = 0;
      let digit = bytes[at]! ^ 48;
      for (; digit < 10; digit = bytes[++at]! ^ 48) whole = (whole * 10 + digit) | 0;
      if (at === from || at - from > 9) return false;
      let nanos = whole * 1e9;
      if (digit === (point ^ 48)) {
        const decimals = ++at;
        let fraction = 0;
        for (let four = view.getInt32(at, true); areDigits(four); four = view.getInt32(at, true)) {
          fraction = (Math.imul(fraction, 10_000) + fourDigits(four)) | 0;
          at += 4;
        }
        for (digit = bytes[at]! ^ 48; digit < 10; digit = bytes[++at]! ^ 48) fraction = (fraction * 10 + digit) | 0;
        const scale = at - decimals;
        if (scale === 0 || scale > 9) return false;
        nanos += fraction * powers[9 - scale]!;
      }
      if (digit !== (comma ^ 48) || nanos > Number.MAX_SAFE_INTEGER) return false;
      amounts[place] = isNegative ? -nanos : nanos;
      at += 1;
    }
    this.place = at;
    return true;
  }

  private readFlags(block: RowBlock, row: number): boolean {
    const { bytes, place } = this;
    block.flags[row] = 0;
    block.calls[row] = 1;
    if (bytes[place] === lineFeed) {
      this.place = place + 1;
      return true;
    }
    let at = place;
    while (isPlainByte(bytes[at]!)) at += 1;
    const stated = bytes[at] === lineFeed ? readFlags(asciiText(bytes, place, at)) : null;
    if (!stated) return false;
    block.flags[row] = stated.flags;
    block.calls[row] = stated.calls;
    this.place = at + 1;
    return true;
  }

  /** A rule such as `R21` fills four bytes with its comma. */
  private passRule(): boolean {
    const { view, place } = this;
    if (view.getInt32(place, true) === this.lastRule) {
      this.place = place + 4;
      return true;
    }
    if (!this.passText()) return false;
    if (this.place === place + 4) this.lastRule = view.getInt32(place, true);
    return true;
  }

  /** Goes past a cell and the comma after it. */
  private passText(): boolean {
    const { bytes } = this;
    const end = passPlainText(bytes, this.view, this.place);
    this.place = end + 1;
    return bytes[end] === comma;
  }

  /** Goes past a cause, whose text counts for nothing: it may be quoted, for it may have commas. */
  private passCause(): boolean {
    const { bytes } = this;
    if (bytes[this.place] !== quote) return this.passText();
    let at = this.place + 1;
    while (bytes[at] === comma || isPlainByte(bytes[at]!)) at += 1;
    this.place = at + 2;
    return bytes[at] === quote && bytes[at + 1] === comma;
  }
}
