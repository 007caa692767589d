import { formatDecimal } from '../../base/decimal.ts';
import type { InferenceMapping, RefusedRow, UsageRow } from '../mapping.ts';
import type { ImportBatch, Refusal } from './batch.ts';
import { readExactJson, type Json, type JsonObject } from './exactJson.ts';
import { billedCategories, makeMerge, type MergedRecord } from './frameGroups.ts';
import { ImportStop } from './importFault.ts';
import type { JsonElement } from './jsonElements.ts';
import { shownText } from './redact.ts';
import { shownRecord } from './shownRecord.ts';
import { readUsageRecord, type Category } from './usageRecord.ts';

/** How the pieces of a source are numbered and what a malformed one does: `json` cannot be read on past it. */
export type ElementKind = 'json' | 'ndjson' | 'database';

/** One record of a source, before its members are looked at. */
export interface RawRecord {
  readonly line: number;
  readonly usageKey: string;
  readonly outerKey: string | null;
  /** Null where the piece is no record at all; `fault` then says why. */
  readonly record: JsonObject | null;
  readonly fault: string;
}

/**
 * Usage rows of an inference server's records: flat, in an array, or as `{ api_key_hash: { usage_key: record } }`. Records
 * of one key are merged and one category is billed per group of frames, so rows come at the end, in the order in which
 * their keys first stood; memory grows with the number of keys. A row's `line` is its first record's.
 */
export async function* importInference(
  elements: AsyncIterable<JsonElement>,
  { kind, mapping }: { readonly kind: ElementKind; readonly mapping: InferenceMapping },
): AsyncGenerator<ImportBatch> {
  const merge = makeMerge();
  const numbers = new Map<string, number>();
  const numberOf = (apiKey: string): number => {
    const known = numbers.get(apiKey) ?? numbers.size;
    numbers.set(apiKey, known);
    return known;
  };
  for await (const records of rawRecords(elements, kind)) {
    const refused: Refusal[] = [];
    for (const raw of records) {
      const refusal = takeRecord(raw, numberOf, merge.add);
      if (refusal) refused.push(refusal);
    }
    if (refused.length > 0) yield { read: refused.length, rows: [], refused, free: false };
  }
  const merged = merge.merged();
  const billed = billedCategories(merged);
  const free = merged.some((record) => !record.billable);
  for (let from = 0; from < merged.length; from += 1000) {
    const until = from + 1000;
    yield { ...makeBatch(merged.slice(from, until), billed.slice(from, until), mapping), free };
  }
}

function takeRecord(
  raw: RawRecord,
  numberOf: (apiKey: string) => number,
  add: ReturnType<typeof makeMerge>['add'],
): Refusal | null {
  const { line, record } = raw;
  if (record === null) return refuse({ line, column: '', reason: raw.fault, text: '', kind: 'refused' });
  if (!record.has('category') && !record.has('processed_frames')) {
    return refuse({
      line,
      column: '',
      reason: 'facts about the server, no usage',
      text: shownRecord(record),
      kind: 'excluded',
    });
  }
  const read = readUsageRecord(record, { ...raw, numberOf });
  if (!read.ok) return refuse({ line, ...read.error, text: shownRecord(record), kind: 'refused' });
  add(read.value);
  return null;
}

function refuse(row: RefusedRow, count = 1): Refusal {
  return { row, count };
}

/** The records of each element, numbered: by line in NDJSON, else by their count. */
export async function* rawRecords(
  elements: AsyncIterable<JsonElement>,
  kind: ElementKind,
): AsyncGenerator<RawRecord[]> {
  let count = 0;
  for await (const { line, text } of elements) {
    const value = readExactJson(text);
    if (!value.ok && kind === 'json') throw new ImportStop({ code: 'json-malformed', line, reason: value.error });
    const found = value.ok ? recordsOf(value.value) : [notRecord(`malformed JSON: ${value.error}`)];
    yield found.map((record) => ({ ...record, line: kind === 'ndjson' ? line : ++count }));
  }
}

type Unnumbered = Omit<RawRecord, 'line'>;

function notRecord(fault: string): Unnumbered {
  return { usageKey: '', outerKey: null, record: null, fault };
}

function recordsOf(value: Json): Unnumbered[] {
  if (Array.isArray(value)) return (value as readonly Json[]).flatMap(recordsOf);
  if (!(value instanceof Map)) return [notRecord('not a usage record: expected an object')];
  const object = value as JsonObject;
  const nested = [...object.values()].every((member) => member instanceof Map);
  return nested ? nestedRecords(object) : [{ usageKey: '', outerKey: null, record: object, fault: '' }];
}

/** `{ api_key_hash: { usage_key: record } }`. */
function nestedRecords(payload: JsonObject): Unnumbered[] {
  return Array.from(payload).flatMap(([outerKey, byUsage]) =>
    Array.from(byUsage as JsonObject, ([usageKey, record]) =>
      record instanceof Map
        ? { usageKey, outerKey, record: record as JsonObject, fault: '' }
        : notRecord('not a usage record: expected an object for each usage key'),
    ),
  );
}

function makeBatch(
  records: readonly MergedRecord[],
  billed: readonly (Category | null)[],
  mapping: InferenceMapping,
): Omit<ImportBatch, 'free'> {
  const rows: UsageRow[] = [];
  const refused: Refusal[] = [];
  let read = 0;
  for (const [index, record] of records.entries()) {
    read += record.count;
    const refusal = leaveOut(record, billed[index]!, mapping);
    if (refusal) refused.push(refuse(refusal, record.count));
    else rows.push(rowOf(record, mapping));
  }
  return { read, rows, refused };
}

function leaveOut(record: MergedRecord, billed: Category | null, mapping: InferenceMapping): RefusedRow | null {
  const { line, category, error } = record;
  const text = `${category} ${record.resource} ${record.frames} frames`;
  const excluded = (column: string, reason: string): RefusedRow => {
    const several = record.count > 1 ? ` (${record.count} records of one key)` : '';
    return { line, column, reason: reason + several, text: shownText(text), kind: 'excluded' };
  };
  if (error !== null) return excluded('resource_details', `failed work, listed apart: ${error}`);
  if (billed === null) return excluded('category', `frames of category ${category} are not billed by themselves`);
  if (category !== billed) return excluded('category', `the same frames are billed by category ${billed}`);
  if (mapping.quantity === 'execution_duration' && record.seconds === null) {
    const reason = 'execution_duration is missing (servers before 2025-02 do not state it)';
    return { ...excluded('execution_duration', reason), kind: 'refused' };
  }
  return null;
}

function rowOf(record: MergedRecord, mapping: InferenceMapping): UsageRow {
  const seconds = record.seconds === null ? '' : (formatDecimal(record.seconds) ?? '');
  return {
    at: new Date(Number(record.start / 1_000_000n)).toISOString(),
    meter: record.hosted ? mapping.hostedMeter : mapping.selfHostedMeter,
    quantity: mapping.quantity === 'processed_frames' ? String(record.frames) : seconds,
    credits: '',
    id: '',
    billable: record.billable,
    line: record.line,
  };
}
