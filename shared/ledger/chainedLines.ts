import { assert } from '../base/assert.ts';
import { canonicalText } from '../base/canonicalJson.ts';
import { writeUtf8 } from '../base/utf8.ts';
import { HashDigits, hashLength, type Sha256Into } from './hashDigits.ts';
import type { LedgerRow } from './row.ts';
import { hashName, rowMembers, rowNames, writeName } from './rowNames.ts';

/** Bytes at which a block should be taken. */
const fullBytes = 1 << 20;
/** What a row's line is at most beside its cells, with the hash before it. */
const lineFrame = 1024;
/** Bytes that a unit of text takes at most: as an escape. */
const mostOfUnit = 6;
const lineFeed = 10;
/** What a row's line has more than the row alone. */
const hashRoom = hashName.length + hashLength;
const hashMember = rowMembers.indexOf('hash');
/** By UTF-16 unit: 1 where it does not stand for itself in one byte. */
const isOdd = Uint8Array.from({ length: 1 << 16 }, (_, unit) =>
  unit < 32 || unit > 126 || unit === 34 || unit === 92 ? 1 : 0,
);

/** Rows that are composed before their hashes are made: turning from one to the other at each row costs a fifth of the time. */
const batchRows = 128;

/**
 * Writes rows as lines of a segment, each with its hash, into one block of bytes that is used again. What is hashed is composed where
 * the line will stand, so that nothing is turned from text into bytes twice. The hot path of writing.
 */
export class ChainedLines {
  private readonly sha256Into: Sha256Into;
  private readonly digits: HashDigits;
  private bytes = new Uint8Array(fullBytes + (1 << 16));
  private view = new DataView(this.bytes.buffer);
  /** Where the line feed stands that the next line comes after. */
  private used = 0;
  /** Where the row that is being composed has come to. */
  private end = 0;
  /** Rows without their hashes yet: where the line feed before each stands, where its hash will, and where it ends. */
  private waiting = 0;
  private readonly from = new Int32Array(batchRows);
  private readonly split = new Int32Array(batchRows);
  private readonly until = new Int32Array(batchRows);

  /** `start` is the hash that the first row follows. */
  constructor(start: string, sha256Into: Sha256Into) {
    this.digits = new HashDigits(start);
    this.sha256Into = sha256Into;
  }

  /** The hash of the last row that was taken. */
  get head(): string {
    return this.digits.text();
  }

  /** Adds a row; true where the block should now be taken. */
  add(row: LedgerRow): boolean {
    this.makeRoom(row);
    const place = this.waiting;
    this.end = this.from[place] = this.used + hashRoom;
    this.putHead(row);
    this.split[place] = this.end;
    this.putTail(row);
    this.until[place] = this.end;
    this.bytes[this.end] = lineFeed;
    this.used = this.end;
    this.waiting = place + 1;
    if (this.waiting === batchRows) this.chain();
    return this.used >= fullBytes;
  }

  /** The lines gathered, valid until the next `add`. Empties the block. */
  take(): Uint8Array {
    this.chain();
    const lines = this.bytes.subarray(1, this.used + 1);
    this.used = 0;
    return lines;
  }

  /** Makes the hashes of the rows that wait, each after the one before. */
  private chain(): void {
    const { bytes, view, digits } = this;
    for (let row = 0; row < this.waiting; row++) {
      const from = this.from[row]!;
      const split = this.split[row]!;
      digits.write(view, from - hashLength);
      this.sha256Into(bytes, from - hashLength, this.until[row]!, digits.bytes);
      bytes.copyWithin(from - hashRoom, from, split);
      writeName(view, split - hashRoom, hashName);
      digits.write(view, split - hashLength);
    }
    this.waiting = 0;
  }

  private putHead(row: LedgerRow): void {
    this.put(0, row.at);
    this.put(1, row.blocked);
    this.put(2, row.cause);
    this.put(3, row.credits);
    this.put(4, row.flags);
    this.put(5, row.flex);
    this.put(6, row.flexMonthAfter);
  }

  private putTail(row: LedgerRow): void {
    this.put(hashMember + 1, row.id);
    this.put(hashMember + 2, row.included);
    this.put(hashMember + 3, row.includedAfter);
    this.put(hashMember + 4, row.kind);
    this.put(hashMember + 5, row.meter);
    this.put(hashMember + 6, row.prepaid);
    this.put(hashMember + 7, row.prepaidAfter);
    this.put(hashMember + 8, row.quantity);
    this.put(hashMember + 9, row.rule);
    this.put(hashMember + 10, String(row.seq));
    this.bytes[this.end++] = 125;
  }

  private put(member: number, cell: string): void {
    const name = rowNames[member]!;
    const { bytes } = this;
    const from = this.end + name.length;
    writeName(this.view, this.end, name);
    let odd = 0;
    for (let unit = 0; unit < cell.length; unit++) {
      const code = cell.charCodeAt(unit);
      odd |= isOdd[code]!;
      bytes[from + unit] = code;
    }
    this.end = odd === 0 ? from + cell.length : writeUtf8(bytes, from, canonicalText(cell).slice(1, -1));
  }

  private makeRoom(row: LedgerRow): void {
    const head = row.at.length + row.blocked.length + row.cause.length + row.credits.length + row.flags.length;
    const pools = row.flex.length + row.included.length + row.prepaid.length + row.quantity.length;
    const after = row.flexMonthAfter.length + row.includedAfter.length + row.prepaidAfter.length;
    const names = row.id.length + row.kind.length + row.meter.length + row.rule.length;
    const needed = this.used + lineFrame + mostOfUnit * (head + pools + after + names);
    if (needed <= this.bytes.length) return;
    const larger = new Uint8Array(needed);
    larger.set(this.bytes.subarray(0, this.used + 1));
    this.bytes = larger;
    this.view = new DataView(larger.buffer);
  }
}

assert(rowMembers.length === hashMember + 11, 'a row has the members that are put');
