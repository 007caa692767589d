import { describe, expect, it } from 'vitest';
import { guessInferenceMapping } from '../../../../../shared/interchange/importers/guessInference.ts';
import { importInference, type ElementKind } from '../../../../../shared/interchange/importers/inferenceImporter.ts';
import { makeTally } from '../../../../../shared/interchange/importers/tally.ts';
import type { InferenceMapping } from '../../../../../shared/interchange/mapping.ts';

const second = 1_000_000_000n;
const start = 1_790_812_800n * second;

/** A record of ten images by one run of a self-hosted server, changed as told. Numbers may be bigint, written whole. */
function record(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    timestamp_start: start,
    timestamp_stop: start + 10n * second,
    processed_frames: 10,
    category: 'model',
    resource_id: 'hats/4',
    exec_session_id: 'run-1',
    ...changes,
  };
}

const textOf = (value: unknown): string =>
  JSON.stringify(value, (_, each: unknown) => (typeof each === 'bigint' ? `#${each}#` : each)).replace(
    /"#(\d+)#"/g,
    '$1',
  );

async function* elements(values: readonly unknown[]) {
  for (const [index, value] of values.entries())
    yield { line: index + 1, text: typeof value === 'string' ? value : textOf(value) };
}

async function run(values: readonly unknown[], changes: Partial<InferenceMapping> = {}, kind: ElementKind = 'ndjson') {
  const tally = makeTally({ rows: 1000, refused: 1000 });
  const mapping = { ...guessInferenceMapping(), hostedMeter: 'hosted', selfHostedMeter: 'self', ...changes };
  for await (const batch of importInference(elements(values), { kind, mapping })) tally.add(batch);
  return {
    rows: tally.rows.map(({ at, meter, quantity, billable }) => `${at} ${meter} ${quantity}${billable ? '' : ' free'}`),
    refused: tally.refused.map(({ line, kind: how, column, reason }) => `${line} ${how} ${column}: ${reason}`),
    texts: tally.refused.map(({ text }) => text),
    counts: tally.counts(),
  };
}

describe('records of an inference server', () => {
  it('are counted at their start, to the millisecond, from 64-bit nanoseconds', async () => {
    const { rows } = await run([record({ timestamp_start: start + 99_999_999n })]);
    expect(rows).toEqual(['2026-10-01T00:00:00.099Z self 10']);
  });

  it('feed meters apart for hosted and self-hosted work', async () => {
    const { rows } = await run([record(), record({ hosted: true, exec_session_id: 'run-2', hostname: 'b' })]);
    expect(rows).toEqual(['2026-10-01T00:00:00.000Z self 10', '2026-10-01T00:00:00.000Z hosted 10']);
  });

  it('may be counted in seconds of compute, exactly', async () => {
    const seconds = [record({ execution_duration: 0.1 }), record({ execution_duration: 0.2 })];
    expect((await run(seconds, { quantity: 'execution_duration' })).rows).toEqual([
      '2026-10-01T00:00:00.000Z self 0.3',
    ]);
  });

  it('without seconds of compute are refused where these are counted', async () => {
    const { refused } = await run([record()], { quantity: 'execution_duration' });
    expect(refused).toEqual([
      '1 refused execution_duration: execution_duration is missing (servers before 2025-02 do not state it)',
    ]);
  });

  it('come flat, in arrays, and by key, alike', async () => {
    const flat = await run([record()]);
    expect((await run([[record()]])).rows).toEqual(flat.rows);
    expect((await run([{ hash: { 'model:hats/4': record() } }])).rows).toEqual(flat.rows);
    expect((await run([[{ hash: { 'model:hats/4': record() } }]])).rows).toEqual(flat.rows);
  });
});

describe('records of one key', () => {
  it('merge: earliest start, latest stop, sums', async () => {
    const early = record({ timestamp_start: start - 5n * second, processed_frames: 3 });
    const { rows, counts } = await run([record(), early]);
    expect(rows).toEqual(['2026-09-30T23:59:55.000Z self 3', '2026-10-01T00:00:00.000Z self 10'].toReversed());
    expect(counts.read).toBe(2);
    const late = record({ timestamp_start: start + 5n * second, processed_frames: 3 });
    expect((await run([late, record()])).rows).toEqual(['2026-10-01T00:00:00.000Z self 13']);
  });

  it('of hours apart stay apart, so that no month bills another month', async () => {
    const later = { timestamp_start: start + 7200n * second, timestamp_stop: start + 7201n * second };
    expect((await run([record(), record(later)])).rows).toEqual([
      '2026-10-01T00:00:00.000Z self 10',
      '2026-10-01T02:00:00.000Z self 10',
    ]);
  });
});

describe('categories', () => {
  const request = record({ category: 'request', resource_id: 'r', processed_frames: 7 });
  const workflows = record({ category: 'workflows', resource_id: 'w', processed_frames: 8 });
  const model = record({ processed_frames: 9 });

  it.each([
    ['request', '7', 2, [model, request, workflows]],
    ['workflows', '8', 1, [model, workflows]],
    ['model', '9', 0, [model]],
  ])('are never added: %s bills the frames of its group', async (billed, frames, excluded, records) => {
    const { rows, refused, counts } = await run(records);
    expect(rows).toEqual([`2026-10-01T00:00:00.000Z self ${frames}`]);
    expect(counts).toMatchObject({ taken: 1, refused: 0, excluded });
    for (const line of refused)
      expect(line).toContain(`excluded category: the same frames are billed by category ${billed}`);
  });

  it('of one run are one group although their times do not touch', async () => {
    const much = { timestamp_start: start + 9000n * second, timestamp_stop: start + 9001n * second };
    expect((await run([request, record(much)])).counts).toMatchObject({ taken: 1, excluded: 1 });
  });

  it('of other runs, keys and hosts are groups of their own', async () => {
    const elsewhere = { exec_session_id: 'run-2', hostname: 'other' };
    expect((await run([request, record(elsewhere)])).rows).toHaveLength(2);
    const laterRun = {
      exec_session_id: 'run-2',
      timestamp_start: start + 60n * second,
      timestamp_stop: start + 61n * second,
    };
    expect((await run([request, record(laterRun)])).rows).toHaveLength(2);
    const [a, b] = [
      { ...request, api_key: 'a' },
      { ...model, api_key: 'b' },
    ];
    expect((await run([a, b])).rows).toHaveLength(2);
  });

  it('of a video stream that names its own session on the wire stay with the run that they overlap', async () => {
    const stream = { ...workflows, exec_session_id: 'stream-1', fps: 15 };
    expect((await run([model, stream])).rows).toEqual(['2026-10-01T00:00:00.000Z self 8']);
  });

  it('modal and unknown are not billed by themselves', async () => {
    const { rows, refused } = await run([record({ category: 'modal' }), record({ category: 'unknown' })]);
    expect(rows).toEqual([]);
    expect(refused).toEqual([
      '1 excluded category: frames of category modal are not billed by themselves',
      '2 excluded category: frames of category unknown are not billed by themselves',
    ]);
  });
});

describe('the details of a resource', () => {
  const withDetails = (details: unknown) => record({ resource_details: JSON.stringify(details) });

  it.each([false, 'false', 'False'])('with billable %j make the row free', async (billable) => {
    expect((await run([withDetails({ billable })])).rows).toEqual(['2026-10-01T00:00:00.000Z self 10 free']);
  });

  it.each([true, 'True', undefined])('with billable %j make it a charged one', async (billable) => {
    expect((await run([withDetails({ billable })])).rows).toEqual(['2026-10-01T00:00:00.000Z self 10']);
  });

  it('of free and charged work do not merge', async () => {
    expect((await run([withDetails({ billable: true }), withDetails({ billable: false })])).rows).toHaveLength(2);
  });

  it('with an error are listed apart', async () => {
    const failed = withDetails({ billable: true, error_type: 'OutOfMemory', error_status_code: 500 });
    expect(await run([failed, record({ resource_id: 'other' })])).toMatchObject({
      rows: ['2026-10-01T00:00:00.000Z self 10'],
      refused: ['1 excluded resource_details: failed work, listed apart: OutOfMemory 500'],
    });
  });

  it.each([
    ['not json', /resource_details is not the text/],
    ['[]', /resource_details is not the text/],
    ['{"billable": "maybe"}', /resource_details.billable is neither/],
  ])('%j refuse the record', async (resource_details, reason) => {
    expect((await run([record({ resource_details })])).refused[0]).toMatch(reason);
  });
});

describe('a record that cannot be read', () => {
  it.each([
    ['timestamp_start is null: the record has no time', { timestamp_start: null }],
    ['timestamp_stop is missing', { timestamp_stop: undefined }],
    ['timestamp_start is not in nanoseconds', { timestamp_start: 1_790_812_800 }],
    ['timestamp_start is not a whole number of nanoseconds', { timestamp_start: 1.5 }],
    ['timestamp_stop lies before timestamp_start', { timestamp_stop: start - 1n }],
    ['processed_frames is negative', { processed_frames: -1 }],
    ['processed_frames is not a whole number', { processed_frames: 1.5 }],
    ['processed_frames is not a whole number', { processed_frames: '10' }],
    ['processed_frames is missing', { processed_frames: undefined }],
    ['category is none of request, workflows, model, modal, unknown', { category: 'other' }],
    ['resource_id is missing', { resource_id: undefined }],
    ['execution_duration is negative', { execution_duration: -1 }],
    ['hosted is neither true nor false', { hosted: 'perhaps' }],
  ])('is refused (%s), and the others are taken', async (reason, changes) => {
    const { rows, refused } = await run([record(changes), record()]);
    expect(rows).toHaveLength(1);
    expect(refused).toHaveLength(1);
    expect(refused[0]).toMatch(/^1 refused \w+: /);
    expect(refused[0]).toContain(reason);
  });

  it.each(['{"category": ', '12', '{"a": {"b": 3}}'])('%s is refused without its text', async (text) => {
    const { refused, texts } = await run([text, record()]);
    expect(refused).toHaveLength(1);
    expect(texts).toEqual(['']);
  });

  it('stops the import where it stands in a JSON array, for the rest cannot be trusted', async () => {
    await expect(run(['{"category": x}'], {}, 'json')).rejects.toMatchObject({ fault: { code: 'json-malformed' } });
  });

  it('holds facts about the server alone, and is left out', async () => {
    expect((await run([{ hash: { '': { hostname: 'h', api_key_hash: 'x' } } }])).refused).toEqual([
      '1 excluded : facts about the server, no usage',
    ]);
  });

  it('never shows an API key, wherever it stands', async () => {
    const key = 'rf_SECRET_1234';
    const bad = { api_key: key, timestamp_start: null, resource_id: `p?api_key=${key}`, note: key };
    const nested = { [key]: { [`model:${key}`]: record({ api_key_hash: key, category: 'other' }) } };
    const failed = record({ api_key: key, resource_details: `{"error_type": "api_key: ${key}"}` });
    const all = await run([record(bad), nested, failed, `{"api_key": "${key}", "x": }`, `{"api_key": "${key}"}`]);
    expect(all.refused).toHaveLength(5);
    expect(JSON.stringify(all)).not.toContain(key);
  });
});
