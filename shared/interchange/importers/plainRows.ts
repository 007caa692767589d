import { assert } from '../../base/assert.ts';
import { rowKinds } from '../../ledger/row.ts';
import { readFlags } from './ledgerFlags.ts';
import { blockRows, type RowBlock } from '../../ledger/rowBlock.ts';
import { asciiText } from './plainLine.ts';

const comma = 44;
const lineFeed = 10;
const minus = 45;
const point = 46;
const apostrophe = 39;
const colon = 58;
const zed = 90;
const quote = 34;
/** `use,` as four bytes. */
const use = 0x2c657375;
const powers = new Float64Array([1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9]);
const kinds = new Map<string, number>(rowKinds.map((kind, index) => [kind, index]));
const useKind = kinds.get('use')!;

/** For each byte: 0 where it may stand in a plain cell, 1 for what ends one, 2 for what makes it another kind of cell. */
const role = Uint8Array.from({ length: 256 }, (_, code) =>
  code === comma || code === lineFeed ? 1 : code < 32 || code > 126 || code === quote ? 2 : 0,
);

/** Bytes that must follow the rows, so that four can be read at any of theirs. */
export const plainSlack = 64;

/**
 * Reads rows of our own CSV from bytes, thousands at a time, without making text of them: rows numbered from 1 without gaps,
 * instants in UTC, numbers whose whole part has at most nine digits. Stops at the first row that is not so: that one is for a slower
 * reader, which reads the same in every row that is. Four bytes are looked at together where that can be.
 */
export class PlainRows {
  /** Meters by the index that rows have. */
  readonly meterIds: string[] = [];
  /** Whether all rows so far were plain. */
  plain = true;
  /** Where the next row begins. */
  place = 0;
  private bytes: Uint8Array = new Uint8Array(0);
  private view = new DataView(this.bytes.buffer);
  private end = 0;
  private seq = 0;
  private readonly meterIndex = new Map<string, number>();
  /** The meter of the row before, and where it stands with its comma. */
  private lastMeter = -1;
  private meterFrom = 0;
  private meterLength = 0;
  private lastRule = 0;
  private year = 0;
  private monthDay = 0;
  private dayEnd = 0;
  private midnight = 0;
  private tenMinutes = 0;
  private tenMinutesAt = NaN;

  /** Takes rows at `[from, until)`, which are ASCII, and of which the last one is whole. */
  open(bytes: Uint8Array, from: number, until: number): void {
    assert(bytes.length >= until + plainSlack, 'there is room after the rows');
    if (bytes !== this.bytes) this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.bytes = bytes;
    this.place = from;
    this.end = until;
    this.meterLength = 0;
  }

  /** The id of a row of the block last read. */
  idOf({ idFrom, idUntil }: RowBlock, row: number): string {
    return asciiText(this.bytes, idFrom[row]!, idUntil[row]!);
  }

  /** Fills a block with the rows that come next; it is empty where there are no more, or the next is not plain. */
  fill(block: RowBlock): void {
    let row = 0;
    while (row < blockRows && this.place < this.end) {
      if (!this.readRow(block, row)) {
        this.plain = false;
        break;
      }
      row += 1;
    }
    block.count = row;
  }

  private readRow(block: RowBlock, row: number): boolean {
    if (!this.readSeq() || !this.readTime(block, row) || !this.readKind(block, row)) return false;
    if (!this.readId(block, row) || !this.readMeter(block, row) || !this.readQuantity(block, row)) return false;
    return this.readAmounts(block, row) && this.passRule() && this.passCause() && this.readFlags(block, row);
  }

  /** The value of the digits that come next; of more than nine it is wrong, which their number tells. */
  private digits(): number {
    const { bytes, view } = this;
    let at = this.place;
    let value = 0;
    for (let four = view.getInt32(at, true); areDigits(four); four = view.getInt32(at, true)) {
      value = (Math.imul(value, 10_000) + fourDigits(four)) | 0;
      at += 4;
    }
    for (let digit = bytes[at]! ^ 48; digit < 10; digit = bytes[++at]! ^ 48) value = (value * 10 + digit) | 0;
    this.place = at;
    return value;
  }

  private readSeq(): boolean {
    const from = this.place;
    const value = this.digits();
    if (this.place - from > 9 || value !== this.seq + 1) return false;
    this.seq = value;
    return this.bytes[this.place++] === comma;
  }

  /** `2026-01-31T09:30:00Z`, with or without milliseconds. */
  private readTime(block: RowBlock, row: number): boolean {
    const { bytes, view, place } = this;
    const sameDay =
      view.getInt32(place, true) === this.year &&
      view.getInt32(place + 4, true) === this.monthDay &&
      view.getInt32(place + 7, true) === this.dayEnd;
    if (!sameDay && !this.enterDay()) return false;
    if (view.getInt32(place + 11, true) !== this.tenMinutes && !this.enterTenMinutes()) return false;
    const minute = bytes[place + 15]! ^ 48;
    const tens = bytes[place + 17]! ^ 48;
    const ones = bytes[place + 18]! ^ 48;
    if (minute > 9 || bytes[place + 16] !== colon || tens > 5 || ones > 9) return false;
    let at = place + 19;
    let millisecond = 0;
    if (bytes[at] === point) {
      const [tenths, hundredths, last] = [bytes[at + 1]! ^ 48, bytes[at + 2]! ^ 48, bytes[at + 3]! ^ 48];
      if (tenths > 9 || hundredths > 9 || last > 9) return false;
      millisecond = tenths * 100 + hundredths * 10 + last;
      at += 4;
    }
    if (bytes[at] !== zed || bytes[at + 1] !== comma) return false;
    block.at[row] = this.tenMinutesAt + minute * 60_000 + (tens * 10 + ones) * 1000 + millisecond;
    this.place = at + 2;
    return true;
  }

  /** Takes another day, with the `T` after it. */
  private enterDay(): boolean {
    const { bytes, view, place } = this;
    const parts = /^(\d{4})-(\d\d)-(\d\d)T$/.exec(asciiText(bytes, place, place + 11));
    if (!parts) return false;
    const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
    const midnight = Date.UTC(year, month - 1, day);
    const check = new Date(midnight);
    if (year < 1970 || year > 2099 || check.getUTCMonth() !== month - 1 || check.getUTCDate() !== day) return false;
    this.midnight = midnight;
    this.year = view.getInt32(place, true);
    this.monthDay = view.getInt32(place + 4, true);
    this.dayEnd = view.getInt32(place + 7, true);
    return this.enterTenMinutes();
  }

  /** Takes another `09:3` of the day. */
  private enterTenMinutes(): boolean {
    const { bytes, view, place } = this;
    const [tens, ones, minutes] = [bytes[place + 11]! ^ 48, bytes[place + 12]! ^ 48, bytes[place + 14]! ^ 48];
    const hour = tens * 10 + ones;
    if (tens > 2 || ones > 9 || hour > 23 || bytes[place + 13] !== colon || minutes > 5) return false;
    this.tenMinutes = view.getInt32(place + 11, true);
    this.tenMinutesAt = this.midnight + (hour * 60 + minutes * 10) * 60_000;
    return true;
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
    const { bytes, view, place } = this;
    // An apostrophe may be what keeps a spreadsheet from running the cell.
    if (bytes[place] === apostrophe) return false;
    let high = 0x811c9dc5 | 0;
    let low = 0x2545f491;
    let at = place;
    for (let four = view.getInt32(at, true); areText(four); four = view.getInt32(at, true)) {
      high = Math.imul(high ^ four, 0x9e3779b1);
      high ^= high >>> 15;
      low = Math.imul((low << 7) ^ (low >>> 25) ^ four, 0x85ebca6b);
      at += 4;
    }
    for (let code = bytes[at]!; code !== comma; code = bytes[++at]!) {
      if (role[code] !== 0) return false;
      high = Math.imul(high ^ code, 0x9e3779b1);
      high ^= high >>> 15;
      low = Math.imul((low << 7) ^ (low >>> 25) ^ code, 0x85ebca6b);
    }
    low ^= low >>> 13;
    const isEmpty = at === place;
    block.idFrom[row] = place;
    block.idUntil[row] = at;
    block.idHigh[row] = isEmpty ? 0 : high;
    block.idLow[row] = isEmpty ? 0 : high === 0 && low === 0 ? 1 : low;
    this.place = at + 1;
    return true;
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
    block.meter[row] = this.lastMeter = until === place ? -1 : this.meterOf(asciiText(bytes, place, until));
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

  private meterOf(id: string): number {
    let index = this.meterIndex.get(id);
    if (index === undefined) {
      index = this.meterIds.push(id) - 1;
      this.meterIndex.set(id, index);
    }
    return index;
  }

  /** A decimal that is not negative, in its shortest form; an empty cell is NaN. */
  private readQuantity(block: RowBlock, row: number): boolean {
    const { bytes } = this;
    const from = this.place;
    const whole = this.digits();
    const digits = this.place - from;
    let mantissa = digits === 0 ? NaN : whole;
    let scale = 0;
    if (bytes[this.place] === point && digits > 0) {
      const decimals = ++this.place;
      let fraction = this.digits();
      scale = this.place - decimals;
      if (scale === 0 || scale > 9 || digits + scale > 15) return false;
      for (; scale > 0 && fraction % 10 === 0; scale--) fraction /= 10;
      mantissa = whole * powers[scale]! + fraction;
    }
    block.quantity[row] = mantissa;
    block.quantityScale[row] = scale;
    return digits <= 9 && bytes[this.place++] === comma;
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
    while (role[bytes[at]!] === 0) at += 1;
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
    const { bytes, view } = this;
    let at = this.place;
    while (areText(view.getInt32(at, true))) at += 4;
    while (role[bytes[at]!] === 0) at += 1;
    this.place = at + 1;
    return bytes[at] === comma;
  }

  /** Goes past a cause, whose text counts for nothing: it may be quoted, for it may have commas. */
  private passCause(): boolean {
    const { bytes } = this;
    if (bytes[this.place] !== quote) return this.passText();
    let at = this.place + 1;
    while (bytes[at] === comma || role[bytes[at]!] === 0) at += 1;
    this.place = at + 2;
    return bytes[at] === quote && bytes[at + 1] === comma;
  }
}

/** Whether four ASCII bytes all come after the comma, as those of letters and digits do. */
function areText(four: number): boolean {
  return ((four + 0x53535353) & 0x80808080) === (0x80808080 | 0);
}

/** Whether four ASCII bytes are all digits. */
function areDigits(four: number): boolean {
  return (~(four + 0x46464646) & (four + 0x50505050) & 0x80808080) === (0x80808080 | 0);
}

/** The value of four digits, the first in the lowest byte. */
function fourDigits(four: number): number {
  const pairs = (Math.imul(four & 0x0f0f0f0f, 2561) >>> 8) & 0x00ff00ff;
  return Math.imul(pairs, 6_553_601) >>> 16;
}
