import type { Category, UsageRecord } from './usageRecord.ts';
import { add, type Ratio } from '../../base/ratio.ts';
import { readDecimal } from '../../base/decimal.ts';
import { ImportStop } from './importFault.ts';

/** Records of one key, merged: earliest start, latest stop, sums. The other members are those of the first. */
export interface MergedRecord extends Omit<UsageRecord, 'start' | 'stop' | 'frames' | 'seconds'> {
  start: bigint;
  stop: bigint;
  frames: bigint;
  seconds: Ratio | null;
  /** Records merged. */
  count: number;
}

/** Merged records that are held at once: what bounds the memory of an import. */
export const keyLimit = 200_000;

const nanosPerHour = 3_600_000_000_000n;

/** Merges records of one key as they come. */
export interface Merge {
  add(record: UsageRecord): void;
  /** In the order in which the keys first came. */
  readonly merged: () => readonly MergedRecord[];
}

/**
 * Records merge where the API key, the server's run, the usage key and all that decides their billing are equal, and where
 * they start in one hour: a server runs for months, and usage of months must not be billed at one instant.
 */
export function makeMerge(): Merge {
  const byKey = new Map<string, MergedRecord>();
  return {
    merged: () => [...byKey.values()],
    add(record) {
      const key = keyOf(record);
      const known = byKey.get(key);
      if (known) return mergeInto(known, record);
      if (byKey.size === keyLimit) throw new ImportStop({ code: 'keys-too-many', limit: keyLimit });
      byKey.set(key, { ...record, seconds: ratioOf(record.seconds), count: 1 });
    },
  };
}

function keyOf(record: UsageRecord): string {
  const { apiKey, session, usageKey, category, resource, hosted, billable, video, error, seconds, start, host } =
    record;
  const hour = String(start / nanosPerHour);
  return JSON.stringify([
    apiKey,
    session,
    host,
    usageKey,
    category,
    resource,
    hosted,
    billable,
    video,
    error,
    seconds === null,
    hour,
  ]);
}

function mergeInto(known: MergedRecord, record: UsageRecord): void {
  if (record.start < known.start) known.start = record.start;
  if (record.stop > known.stop) known.stop = record.stop;
  known.frames += record.frames;
  const seconds = ratioOf(record.seconds);
  known.seconds = known.seconds && seconds ? add(known.seconds, seconds) : null;
  known.count += 1;
}

function ratioOf(text: string | null): Ratio | null {
  return text === null ? null : readDecimal(text);
}

/**
 * The category that bills the frames of each record: `request` if its group has such records, else `workflows`, else
 * `model`; null where the group has none of these. A frame is counted once in every category that saw it, so categories
 * are never added. A group is all records of one API key from one run of a server. Runs of one API key on one host whose
 * times overlap are one group too: on the wire a video stream's session stands in place of the server's.
 */
export function billedCategories(records: readonly MergedRecord[]): readonly (Category | null)[] {
  const groupOf = groupRuns(records);
  const present = new Map<number, Set<Category>>();
  for (const [index, { category }] of records.entries()) {
    const group = groupOf[index]!;
    present.set(group, (present.get(group) ?? new Set()).add(category));
  }
  return groupOf.map((group) => billed.find((category) => present.get(group)!.has(category)) ?? null);
}

const billed = ['request', 'workflows', 'model'] as const;

/** Numbers of groups, by record. */
function groupRuns(records: readonly MergedRecord[]): number[] {
  const runs = new Map<string, number>();
  const runOf = records.map((record) => numberIn(runs, JSON.stringify([record.apiKey, record.session])));
  const parents = Array.from(runs.values());
  const rootOf = (run: number): number => {
    while (parents[run] !== run) run = parents[run] = parents[parents[run]!]!;
    return run;
  };
  const byStart = records.map((_, index) => index).sort((a, b) => compare(records[a]!.start, records[b]!.start));
  const reaches = new Map<string, { stop: bigint; run: number }>();
  for (const index of byStart) {
    const record = records[index]!;
    const place = JSON.stringify([record.apiKey, record.host, record.hosted]);
    const reach = reaches.get(place);
    if (reach && record.start < reach.stop) parents[rootOf(runOf[index]!)] = rootOf(reach.run);
    if (!reach || record.stop > reach.stop) reaches.set(place, { stop: record.stop, run: runOf[index]! });
  }
  return runOf.map(rootOf);
}

function numberIn(numbers: Map<string, number>, key: string): number {
  const known = numbers.get(key) ?? numbers.size;
  numbers.set(key, known);
  return known;
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
