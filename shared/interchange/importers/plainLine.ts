import { asciiText } from '../../base/asciiText.ts';
import { rowKinds } from '../../ledger/row.ts';

const comma = 44;
const point = 46;
const minus = 45;
const powers = [1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9];
const kinds = new Map<string, number>(rowKinds.map((kind, index) => [kind, index]));

/**
 * One row of our own CSV, read from bytes without making text of it: plain ASCII, no quotes, an instant in UTC, amounts of at
 * most 15 digits. Whatever is not plain is left to the slower reader, which tells what is wrong with it, if anything.
 */
export class PlainLine {
  seq = NaN;
  at = 0;
  kind = 0;
  id = '';
  /** Offsets of the cells that are rarely other than before. */
  meterFrom = 0;
  meterUntil = 0;
  flagsFrom = 0;
  flagsUntil = 0;
  quantity = NaN;
  quantityScale = 0;
  /** In the order of `amountColumns`: nanocredits, NaN for an empty cell. */
  readonly amounts = new Float64Array(8);
  private bytes: Uint8Array = new Uint8Array(0);
  private place = 0;
  private end = 0;
  private scale = 0;
  private date = -1;
  private midnight = 0;

  /** Reads the line at `[from, until)`; false where it is not plain. */
  read(bytes: Uint8Array, from: number, until: number): boolean {
    this.bytes = bytes;
    this.place = from;
    this.end = until > from && bytes[until - 1] === 13 ? until - 1 : until;
    this.seq = this.number();
    if (this.scale !== 0 || this.seq < 0 || !this.passComma() || !this.readTime() || !this.readKind()) return false;
    if (!this.readId() || !this.readMeter()) return false;
    this.quantity = this.number();
    this.quantityScale = this.scale;
    if (this.scale < 0 || this.quantity < 0 || !this.passComma()) return false;
    for (let column = 0; column < 8; column++) {
      const value = this.number();
      if (this.scale < 0 || !this.passComma()) return false;
      const nanos = value * powers[9 - this.scale]!;
      if (nanos > Number.MAX_SAFE_INTEGER || nanos < -Number.MAX_SAFE_INTEGER) return false;
      this.amounts[column] = nanos;
    }
    return this.passText() && this.passText() && this.readFlags();
  }

  private passComma(): boolean {
    return this.bytes[this.place++] === comma && this.place <= this.end;
  }

  /** A decimal as a whole number over `10^scale`, NaN for an empty cell; `scale` -1 where it is not plain. */
  private number(): number {
    const { bytes, end } = this;
    let at = this.place;
    const negative = bytes[at] === minus;
    if (negative) at += 1;
    const first = at;
    let value = 0;
    let pointAt = -1;
    let trailing = 0;
    for (; at < end; at++) {
      const code = bytes[at]!;
      if (code === point && pointAt < 0) pointAt = at;
      else if (code >= 48 && code <= 57) {
        value = value * 10 + (code - 48);
        trailing = code === 48 ? trailing + 1 : 0;
      } else break;
    }
    this.place = at;
    const digits = at - first - (pointAt < 0 ? 0 : 1);
    let decimals = pointAt < 0 ? 0 : at - pointAt - 1;
    this.scale = 0;
    if (digits === 0 && !negative && pointAt < 0) return NaN;
    if (digits === 0 || digits > 15 || decimals > 9 || pointAt === first || pointAt === at - 1) this.scale = -1;
    else {
      for (; decimals > 0 && trailing > 0; decimals--, trailing--) value /= 10;
      this.scale = decimals;
    }
    return negative ? -value : value;
  }

  /** `2026-01-31T09:30:00Z`, with or without milliseconds. */
  private readTime(): boolean {
    const { bytes, place } = this;
    const long = bytes[place + 19] === point;
    const zed = place + (long ? 23 : 19);
    if (bytes[zed] !== 90 || bytes[zed + 1] !== comma || zed >= this.end) return false;
    if (bytes[place + 10] !== 84 || bytes[place + 13] !== 58 || bytes[place + 16] !== 58) return false;
    if (bytes[place + 4] !== minus || bytes[place + 7] !== minus) return false;
    const date = this.digits(place, 4) * 10_000 + this.digits(place + 5, 2) * 100 + this.digits(place + 8, 2);
    if (date !== this.date && !this.enterDate(date)) return false;
    const hour = this.digits(place + 11, 2);
    const minute = this.digits(place + 14, 2);
    const second = this.digits(place + 17, 2);
    const millisecond = long ? this.digits(place + 20, 3) : 0;
    if (!(hour < 24 && minute < 60 && second < 60 && millisecond < 1000)) return false;
    this.at = this.midnight + ((hour * 60 + minute) * 60 + second) * 1000 + millisecond;
    this.place = zed + 2;
    return true;
  }

  private enterDate(date: number): boolean {
    if (!(date > 0)) return false;
    const [year, month, day] = [Math.floor(date / 10_000), Math.floor(date / 100) % 100, date % 100];
    const midnight = Date.UTC(year, month - 1, day);
    const check = new Date(midnight);
    if (year < 1970 || year > 2099 || check.getUTCMonth() !== month - 1 || check.getUTCDate() !== day) return false;
    this.date = date;
    this.midnight = midnight;
    return true;
  }

  /** The value of so many digits, or NaN. */
  private digits(from: number, count: number): number {
    let value = 0;
    for (let at = from; at < from + count; at++) {
      const digit = this.bytes[at]! - 48;
      if (!(digit >= 0 && digit <= 9)) return NaN;
      value = value * 10 + digit;
    }
    return value;
  }

  private readKind(): boolean {
    const { bytes, place } = this;
    if (bytes[place] === 117 && bytes[place + 1] === 115 && bytes[place + 2] === 101 && bytes[place + 3] === comma) {
      this.kind = useKind;
      this.place = place + 4;
      return true;
    }
    const from = place;
    if (!this.passText()) return false;
    const kind = kinds.get(asciiText(bytes, from, this.place - 1));
    if (kind === undefined) return false;
    this.kind = kind;
    return true;
  }

  private readId(): boolean {
    const from = this.place;
    // An apostrophe may be what keeps a spreadsheet from running the cell.
    if (this.bytes[from] === 39 || !this.passText()) return false;
    this.id = asciiText(this.bytes, from, this.place - 1);
    return true;
  }

  private readMeter(): boolean {
    this.meterFrom = this.place;
    if (this.bytes[this.place] === 39 || !this.passText()) return false;
    this.meterUntil = this.place - 1;
    return true;
  }

  private readFlags(): boolean {
    this.flagsFrom = this.place;
    this.flagsUntil = this.end;
    for (let at = this.place; at < this.end; at++)
      if (!isPlain(this.bytes[at]!) || this.bytes[at] === comma) return false;
    return true;
  }

  /** Goes past a cell of plain text and the comma after it. */
  private passText(): boolean {
    const { bytes, end } = this;
    for (let at = this.place; at < end; at++) {
      const code = bytes[at]!;
      if (code === comma) {
        this.place = at + 1;
        return true;
      }
      if (!isPlain(code)) return false;
    }
    return false;
  }
}

const useKind = kinds.get('use')!;

function isPlain(code: number): boolean {
  return code >= 32 && code < 127 && code !== 34;
}
