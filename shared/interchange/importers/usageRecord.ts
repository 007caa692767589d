import { readDecimal } from '../../base/decimal.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { firstYear, lastYear } from '../../calendar/instant.ts';
import { JsonNumber, readExactJson, type Json, type JsonObject } from './exactJson.ts';
import { shownText } from './redact.ts';

/** Where an inference server counted a frame. */
export type Category = (typeof categories)[number];
export const categories = ['request', 'workflows', 'model', 'modal', 'unknown'] as const;

/** One record of an inference server's usage, read and checked. Holds no API key: the key is a number of its own. */
export interface UsageRecord {
  /** Number of the record, or line, in the source. */
  readonly line: number;
  /** Which API key, as a number counted from 0 within the file. */
  readonly apiKey: number;
  readonly usageKey: string;
  /** The server's run, or, where records state none, the server. */
  readonly session: string;
  readonly host: string;
  readonly category: Category;
  readonly resource: string;
  /** Nanoseconds since the epoch. */
  readonly start: bigint;
  readonly stop: bigint;
  readonly frames: bigint;
  /** Seconds of compute as decimal text; null before servers stated them. */
  readonly seconds: string | null;
  readonly video: boolean;
  readonly hosted: boolean;
  readonly billable: boolean;
  /** What failed, or null. */
  readonly error: string | null;
}

/** Why a record cannot be read. */
export interface RecordFault {
  readonly column: string;
  readonly reason: string;
}

/** Where a record stood. `apiKey` numbers a key, hashed or plain, without keeping it anywhere else. */
export interface RecordOrigin {
  readonly line: number;
  readonly usageKey: string;
  readonly outerKey: string | null;
  readonly numberOf: (apiKey: string) => number;
}

class Refused extends Error {
  readonly fault: RecordFault;
  constructor(column: string, reason: string) {
    super(reason);
    this.fault = { column, reason };
  }
}

const nanosPerMs = 1_000_000n;
const earliest = BigInt(Date.UTC(firstYear, 0, 1)) * nanosPerMs;
const latest = BigInt(Date.UTC(lastYear + 1, 0, 1)) * nanosPerMs;

/** Reads a record, 64-bit times exactly. Unknown members are passed over; missing optional ones have the format's defaults. */
export function readUsageRecord(record: JsonObject, origin: RecordOrigin): Result<UsageRecord, RecordFault> {
  try {
    return ok(decode(record, origin));
  } catch (error) {
    if (error instanceof Refused) return err(error.fault);
    throw error;
  }
}

function decode(record: JsonObject, origin: RecordOrigin): UsageRecord {
  const category = readCategory(record.get('category'));
  const resource = readText(record, 'resource_id');
  const start = readNanos(record, 'timestamp_start');
  const stop = readNanos(record, 'timestamp_stop');
  if (stop < start) throw new Refused('timestamp_stop', 'timestamp_stop lies before timestamp_start');
  const details = readDetails(record.get('resource_details'));
  const hosted = readFlag(record.get('hosted') ?? null, 'hosted') ?? false;
  const host = [optionalText(record, 'hostname'), optionalText(record, 'ip_address_hash')].join('/');
  return {
    line: origin.line,
    apiKey: origin.numberOf(apiKeyOf(record) ?? origin.outerKey ?? ''),
    usageKey: origin.usageKey,
    session: optionalText(record, 'exec_session_id') || `host ${host} ${hosted}`,
    host,
    category,
    resource,
    start,
    stop,
    frames: readFrames(record.get('processed_frames')),
    seconds: readSeconds(record, 'execution_duration'),
    video: Number(readSeconds(record, 'fps') ?? '0') > 0,
    hosted,
    billable: readFlag(details.get('billable') ?? null, 'resource_details.billable') ?? true,
    error: readError(details, origin.usageKey),
  };
}

function readCategory(value: Json | undefined): Category {
  const known = categories.find((each) => each === value);
  if (known) return known;
  if (value === undefined || value === null) throw new Refused('category', 'category is missing');
  throw new Refused('category', `category is none of ${categories.join(', ')}`);
}

function apiKeyOf(record: JsonObject): string | null {
  const key = record.get('api_key') ?? record.get('api_key_hash');
  return typeof key === 'string' && key !== '' ? key : null;
}

function readText(record: JsonObject, name: string): string {
  const value = record.get(name);
  if (typeof value === 'string') return value;
  throw new Refused(name, value === undefined ? `${name} is missing` : `${name} is not a text`);
}

function optionalText(record: JsonObject, name: string): string {
  const value = record.get(name) ?? '';
  if (typeof value === 'string') return value;
  if (value instanceof JsonNumber) return value.text;
  throw new Refused(name, `${name} is not a text`);
}

function readNanos(record: JsonObject, name: string): bigint {
  const value = record.get(name);
  if (value === undefined) throw new Refused(name, `${name} is missing`);
  if (value === null) throw new Refused(name, `${name} is null: the record has no time`);
  if (!(value instanceof JsonNumber) || !/^\d{1,20}$/.test(value.text)) {
    throw new Refused(name, `${name} is not a whole number of nanoseconds`);
  }
  const nanos = BigInt(value.text);
  if (nanos < earliest || nanos >= latest) {
    throw new Refused(name, `${name} lies outside the years ${firstYear} to ${lastYear}, counted in nanoseconds`);
  }
  // A time in seconds or milliseconds would pass as one in the first hours of 1970.
  if (nanos < 10n ** 15n) throw new Refused(name, `${name} is not in nanoseconds`);
  return nanos;
}

function readFrames(value: Json | undefined): bigint {
  if (value === undefined) throw new Refused('processed_frames', 'processed_frames is missing');
  if (value instanceof JsonNumber && value.text.startsWith('-')) {
    throw new Refused('processed_frames', 'processed_frames is negative');
  }
  if (!(value instanceof JsonNumber) || !/^\d{1,15}$/.test(value.text)) {
    throw new Refused('processed_frames', 'processed_frames is not a whole number');
  }
  return BigInt(value.text);
}

function readSeconds(record: JsonObject, name: string): string | null {
  const value = record.get(name) ?? null;
  if (value === null) return null;
  if (!(value instanceof JsonNumber)) throw new Refused(name, `${name} is not a number`);
  if (value.text.startsWith('-') && Number(value.text) !== 0) throw new Refused(name, `${name} is negative`);
  if (readDecimal(value.text) === null) throw new Refused(name, `${name} is beyond 40 digits`);
  return value.text;
}

function readDetails(value: Json | undefined): JsonObject {
  if (value === undefined || value === null || value === '') return new Map();
  if (value instanceof Map) return value as JsonObject;
  const details = typeof value === 'string' ? readExactJson(value) : null;
  if (details?.ok && details.value instanceof Map) return details.value as JsonObject;
  throw new Refused('resource_details', 'resource_details is not the text of a JSON object');
}

/** True, false, or their text in any case; null where there is none. */
function readFlag(value: Json, name: string): boolean | null {
  if (value === null || typeof value === 'boolean') return value;
  const text = typeof value === 'string' ? value.trim().toLowerCase() : '';
  if (text === 'true' || text === 'false') return text === 'true';
  throw new Refused(name, `${name} is neither true nor false`);
}

/** Failed work says so in its details, or by the outcome in its key. */
function readError(details: JsonObject, usageKey: string): string | null {
  const parts = ['error_type', 'error_status_code'].map((name) => {
    const value = details.get(name) ?? '';
    return value instanceof JsonNumber ? value.text : typeof value === 'string' ? value : '';
  });
  const text = parts.filter((part) => part !== '').join(' ');
  if (text !== '') return shownText(text);
  const outcome = /:outcome=([A-Za-z_-]+)/.exec(usageKey)?.[1];
  return outcome === undefined || outcome === 'success' ? null : shownText(outcome);
}
