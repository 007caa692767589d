import { assert } from '../base/assert.ts';
import { asciiText } from '../base/asciiText.ts';
import { HashDigits, hashLength, type Sha256Into } from './hashDigits.ts';
import { rowKinds, type RowColumn } from './row.ts';
import { hashName, isName, rowMembers, rowNames } from './rowNames.ts';

const zero = 48;
const lineFeed = 10;
const brace = 125;
const quote = 34;
const backslash = 92;
const members = rowMembers.length;
const hashAt = rowMembers.indexOf('hash');
const kindAt = rowMembers.indexOf('kind');
const seqAt = rowMembers.indexOf('seq');
/** What a line has more than what is hashed. */
const hashRoom = hashName.length + hashLength;
const kinds: ReadonlySet<string> = new Set(rowKinds);
/** Digits of a number that is surely a safe integer. */
const mostDigits = 15;
/** Lines that are read before their hashes are made: turning from one to the other at each costs a fifth of the time. */
const batchRows = 128;

/** By byte: 0 where it stands for itself in a cell. */
const endsPlain = Uint8Array.from({ length: 256 }, (_, code) =>
  code < 32 || code > 126 || code === quote || code === backslash ? 1 : 0,
);

/** Bytes that must follow the lines that are read, whatever they are. */
export const lineSlack = 128;

/**
 * Reads lines of a segment as bytes, as far as they are plain: the RFC 8785 form of a row with its hash, in ASCII and with no escape in
 * it. The first that is not is for `readRowLine`. No text is made of them, for verifying a chain needs none.
 */
export class PlainLines {
  /** Rows of the batch that was read last. */
  count = 0;
  /** Where the next line begins. */
  place = 0;
  readonly seq = new Float64Array(batchRows);
  private readonly from = new Int32Array(batchRows);
  private readonly until = new Int32Array(batchRows);
  /** Where the cells of each row begin and end. */
  private readonly cellFrom = new Int32Array(batchRows * members);
  private readonly cellUntil = new Int32Array(batchRows * members);
  private readonly stated = Array.from({ length: batchRows }, () => new HashDigits(''));
  private readonly made = new HashDigits('');
  private bytes: Uint8Array = new Uint8Array(0);
  private view = new DataView(this.bytes.buffer);
  private end = 0;

  /** Takes the lines at `[from, until)`, after a line feed; the last one is whole. */
  open(bytes: Uint8Array, from: number, until: number): void {
    assert(bytes[from - 1] === lineFeed, 'lines come after a line feed');
    assert(bytes.length >= until + lineSlack, 'there is room after the lines');
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.place = from;
    this.end = until;
  }

  /** Reads the next lines, up to the first that is not plain; false where there is none. */
  read(): boolean {
    let row = 0;
    while (row < batchRows && this.place < this.end && this.readLine(row)) row += 1;
    this.count = row;
    return row > 0;
  }

  /** The text of a cell; that of one before the hash, only until `follows` is asked. */
  text(row: number, column: RowColumn): string {
    const cell = row * members + rowMembers.indexOf(column);
    return asciiText(this.bytes, this.cellFrom[cell]!, this.cellUntil[cell]!);
  }

  /** Whether a row follows a hash, which then becomes its own. Its line is used up: what is hashed is put together in its place. */
  follows(row: number, head: HashDigits, sha256Into: Sha256Into): boolean {
    const { bytes, view, made } = this;
    const before = this.from[row]! - 1;
    const from = before + hashRoom - hashLength;
    bytes.copyWithin(before + hashRoom, before, this.cellUntil[row * members + hashAt - 1]!);
    head.write(view, from);
    sha256Into(bytes, from, this.until[row]! - 1, made.bytes);
    if (!made.equals(this.stated[row]!)) return false;
    head.copy(made);
    return true;
  }

  private readLine(row: number): boolean {
    const { bytes, view, place, cellFrom, cellUntil } = this;
    let at = place - 1;
    for (let member = 0, cell = row * members; member < seqAt; member++, cell++) {
      const name = rowNames[member]!;
      if (!isName(view, at, name)) return false;
      at += name.length;
      cellFrom[cell] = at;
      if (member === hashAt) at += hashLength;
      else while (endsPlain[bytes[at]!] === 0) at += 1;
      cellUntil[cell] = at;
    }
    const name = rowNames[seqAt]!;
    if (!isName(view, at, name) || !this.isKind(row)) return false;
    const end = this.readSeq(row, at + name.length);
    if (end < 0) return false;
    this.stated[row]!.read(view, cellFrom[row * members + hashAt]!);
    this.from[row] = place;
    this.until[row] = this.place = end;
    return true;
  }

  /** Gives where the line after it begins, or -1. */
  private readSeq(row: number, from: number): number {
    const { bytes } = this;
    let at = from;
    let value = 0;
    for (let digit = bytes[at]! ^ zero; digit < 10 && at - from < mostDigits; digit = bytes[++at]! ^ zero)
      value = value * 10 + digit;
    if (bytes[from] === zero || at === from || bytes[at] !== brace || bytes[at + 1] !== lineFeed) return -1;
    this.seq[row] = value;
    return at + 2;
  }

  /** Most often it is usage. */
  private isKind(row: number): boolean {
    const { bytes } = this;
    const cell = row * members + kindAt;
    const from = this.cellFrom[cell]!;
    const isUse = bytes[from] === 117 && bytes[from + 1] === 115 && bytes[from + 2] === 101;
    return (isUse && this.cellUntil[cell] === from + 3) || kinds.has(this.text(row, 'kind'));
  }
}
