import { grown } from '../base/grown.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import { maximumNanos, roundToNanos } from '../base/credits.ts';
import { NumberedNames } from '../base/numberedNames.ts';
import { readDecimal } from '../base/decimal.ts';
import type { Ratio } from '../base/ratio.ts';
import type { Zone } from '../calendar/zone.ts';
import { usageFlag } from '../engine/program.ts';
import { decimalParts } from './decimalParts.ts';
import { isIdentity } from './texts.ts';
import type { UsageFileRows } from './usageFileRows.ts';
import { timeReader } from './timeReader.ts';

/** The names that a usage file may use. */
export const usageFields = ['at', 'meter', 'quantity', 'credits', 'id', 'calls', 'whole', 'billable'] as const;

export type UsageField = (typeof usageFields)[number];

/** One row's text by field; empty text where the file has none. */
export type UsageCells = Record<UsageField, string>;

/** Rows that one file may hold. */
export const mostUsageRows = 10_000_000;

/** Characters that the ids of one file may have together, and meters that it may name: they are kept in memory. */
const mostIdText = 1_000_000_000;
const mostMeters = 100_000;

/** Faults that are listed of a file. */
const mostFaults = 200;

/** Room for the first rows of a column, in memory that threads share: what reads the rows may be another. */
const room = (bytesPerRow: number): SharedArrayBuffer => new SharedArrayBuffer(1024 * bytesPerRow);

/** Takes rows of text, checks each, and keeps the good ones as columns that grow. */
export class UsageSink {
  readonly diagnostics: Diagnostic[] = [];
  failed = false;
  private count = 0;
  private at = new Float64Array(room(8));
  private meter = new Int32Array(room(4));
  private mantissa = new Float64Array(room(8));
  private scale = new Uint8Array(room(1));
  private calls = new Int32Array(room(4));
  private flags = new Uint8Array(room(1));
  private line = new Int32Array(room(4));
  private readonly ids: string[] = [];
  private idText = 0;
  private readonly mostIdText: number;
  private readonly meters = new NumberedNames();
  private readonly readTime: (text: string) => number | null;
  private readonly file: string;
  private unlisted = 0;

  constructor(file: string, zone: Zone, most = mostIdText) {
    this.mostIdText = most;
    this.file = file;
    this.readTime = timeReader(zone);
  }

  /** Adds one row, or reports why not. */
  add(cells: UsageCells, line: number): void {
    if (this.count === mostUsageRows) return this.tooManyRows(line);
    const at = this.readTime(cells.at);
    if (at === null)
      return this.fault(line, 'bad-time', cells.at, 'at: a date, a local time, or one with Z or an offset');
    if (cells.id !== '' && !isIdentity(cells.id))
      return this.fault(line, 'bad-id', cells.id, 'id: 1 to 200 characters');
    if (this.idText + cells.id.length > this.mostIdText)
      return this.fault(line, 'too-much-text', cells.id, `at most ${this.mostIdText} characters in all ids`);
    if (!this.readAmount(cells, line)) return;
    const calls = cells.calls === '' ? 1 : wholeOf(cells.calls);
    if (calls === null) return this.fault(line, 'wrong-type', cells.calls, 'calls: a whole number from 1');
    const whole = truthOf(cells.whole, false);
    const billable = truthOf(cells.billable, true);
    if (whole === null) return this.fault(line, 'wrong-type', cells.whole, 'whole: true or false');
    if (billable === null) return this.fault(line, 'wrong-type', cells.billable, 'billable: true or false');
    this.at[this.count] = at;
    this.calls[this.count] = calls;
    this.flags[this.count] = (whole ? usageFlag.whole : 0) | (billable ? 0 : usageFlag.free);
    this.line[this.count] = line;
    this.ids.push(cells.id);
    this.idText += cells.id.length;
    this.count += 1;
    if (this.count === this.at.length) this.grow();
  }

  /** Reports a row that was refused. */
  fault(line: number, code: string, actual: string, expected: string, suggestion?: string): void {
    this.failed = true;
    if (this.diagnostics.length >= mostFaults) {
      this.unlisted += 1;
      return;
    }
    const found = actual === '' ? '' : `, found ${actual.slice(0, 80)}`;
    const meant = suggestion === undefined ? '' : ` Did you mean ${suggestion}?`;
    this.diagnostics.push({
      code,
      severity: 'error',
      file: this.file,
      path: '',
      place: { line, column: 1, offset: 0, length: 0 },
      message: `Line ${line} of ${this.file}: expected ${expected}${found}.${meant}`,
      expected,
      actual: actual.slice(0, 80),
      ...(suggestion === undefined ? {} : { suggestion }),
    });
  }

  /** The columns, and a last word on faults that were not listed. */
  rows(): UsageFileRows {
    if (this.unlisted > 0) {
      const message = `${this.file} has ${this.unlisted} more faults that are not listed.`;
      this.diagnostics.push({
        code: 'too-many-faults',
        severity: 'error',
        file: this.file,
        path: '',
        place: null,
        message,
        actual: String(this.unlisted),
      });
      this.unlisted = 0;
    }
    const { count, meters, ids } = this;
    return {
      path: this.file,
      count,
      at: this.at.subarray(0, count),
      meter: this.meter.subarray(0, count),
      meterIds: meters.names,
      mantissa: this.mantissa.subarray(0, count),
      scale: this.scale.subarray(0, count),
      calls: this.calls.subarray(0, count),
      flags: this.flags.subarray(0, count),
      line: this.line.subarray(0, count),
      ids,
    };
  }

  private readAmount({ meter, quantity, credits }: UsageCells, line: number): boolean {
    if (meter !== '' && quantity !== '' && credits === '') return this.readQuantity(meter, quantity, line);
    if (meter === '' && quantity === '' && credits !== '') return this.readCredits(credits, line);
    this.fault(line, 'usage-form', `${meter},${quantity},${credits}`, 'either meter and quantity, or credits');
    return false;
  }

  private readQuantity(meter: string, text: string, line: number): boolean {
    if (this.meters.names.length >= mostMeters) {
      this.fault(line, 'too-many-meters', meter, `at most ${mostMeters} meters in a file`);
      return false;
    }
    this.meter[this.count] = this.meters.numberOf(meter);
    const whole = plainWhole(text);
    if (whole >= 0) {
      this.mantissa[this.count] = whole;
      this.scale[this.count] = 0;
      return true;
    }
    const value = this.readExact('quantity', text, line);
    if (!value) return false;
    const parts = decimalParts(value);
    if (!parts) {
      this.fault(line, 'out-of-range', text, 'quantity: at most nine decimals and 15 digits');
      return false;
    }
    this.mantissa[this.count] = parts.mantissa;
    this.scale[this.count] = parts.scale;
    return true;
  }

  private readCredits(text: string, line: number): boolean {
    const value = this.readExact('credits', text, line);
    if (!value) return false;
    const nanos = roundToNanos(value);
    if (nanos > maximumNanos) {
      this.fault(line, 'out-of-range', text, 'credits: at most 9007199.254740991');
      return false;
    }
    this.meter[this.count] = -1;
    this.mantissa[this.count] = Number(nanos);
    this.scale[this.count] = 9;
    return true;
  }

  private readExact(field: string, text: string, line: number): Ratio | null {
    const value = /[eE]/.test(text) ? null : readDecimal(text);
    if (value && value.num >= 0n && !text.startsWith('-')) return value;
    const code = value || text.startsWith('-') ? 'negative' : 'amount-text';
    this.fault(line, code, text, `${field}: decimal text, not negative, such as 12.5`);
    return null;
  }

  private tooManyRows(line: number): void {
    if (!this.failed)
      this.fault(line, 'too-many-rows', `${mostUsageRows + 1}`, `at most ${mostUsageRows} rows in a file`);
  }

  private grow(): void {
    const length = this.at.length * 2;
    this.at = grown(this.at, length);
    this.meter = grown(this.meter, length);
    this.mantissa = grown(this.mantissa, length);
    this.scale = grown(this.scale, length);
    this.calls = grown(this.calls, length);
    this.flags = grown(this.flags, length);
    this.line = grown(this.line, length);
  }
}

/** The value of plain digits without leading zeros, at most 15 of them, or -1. */
function plainWhole(text: string): number {
  if (text.length === 0 || text.length > 15 || (text.length > 1 && text.charCodeAt(0) === 48)) return -1;
  let value = 0;
  for (let at = 0; at < text.length; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (!(digit >= 0 && digit <= 9)) return -1;
    value = value * 10 + digit;
  }
  return value;
}

function wholeOf(text: string): number | null {
  const value = plainWhole(text);
  return value >= 1 && value < 2 ** 31 ? value : null;
}

function truthOf(text: string, missing: boolean): boolean | null {
  if (text === '') return missing;
  return text === 'true' ? true : text === 'false' ? false : null;
}
