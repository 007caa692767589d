import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guessInferenceMapping } from '../../../shared/interchange/importers/guessInference.ts';
import { importInference } from '../../../shared/interchange/importers/inferenceImporter.ts';
import { makeTally } from '../../../shared/interchange/importers/tally.ts';

const base = 1_790_812_800_000n;
const categories = ['request', 'workflows', 'model', 'modal', 'unknown'] as const;

/** A record of one of three servers, each on a host of its own. */
const record = fc.record({
  server: fc.nat({ max: 2 }),
  second: fc.nat({ max: 100_000 }),
  category: fc.constantFrom(...categories),
  frames: fc.nat({ max: 1000 }),
  billable: fc.boolean(),
});
type Record = typeof record extends fc.Arbitrary<infer Value> ? Value : never;

function lineOf({ server, second, category, frames, billable }: Record): string {
  const start = (base + BigInt(second) * 1000n) * 1_000_000n + 123_456n;
  const details = JSON.stringify(JSON.stringify({ billable }));
  return `{"timestamp_start":${start},"timestamp_stop":${start + 5n},"processed_frames":${frames},"category":"${category}",
    "resource_id":"r","exec_session_id":"s${server}","hostname":"h${server}","resource_details":${details}}`;
}

async function importOf(records: readonly Record[]) {
  async function* elements() {
    for (const [index, each] of records.entries()) yield { line: index + 1, text: lineOf(each) };
  }
  const tally = makeTally({ rows: 10_000, refused: 0 });
  const how = { kind: 'ndjson', mapping: guessInferenceMapping() } as const;
  for await (const batch of importInference(elements(), how)) tally.add(batch);
  return { rows: tally.rows, counts: tally.counts() };
}

/** The frames that should be billed: of each server, those of the first category that it has. */
function expectedFrames(records: readonly Record[]): number {
  let sum = 0;
  for (const server of [0, 1, 2]) {
    const own = records.filter((each) => each.server === server);
    const billed = ['request', 'workflows', 'model'].find((category) => own.some((each) => each.category === category));
    for (const each of own) if (each.category === billed) sum += each.frames;
  }
  return sum;
}

describe('records of servers on hosts of their own', () => {
  it('bill the frames of one category each, whatever their order, and lose no record', async () => {
    const property = fc.asyncProperty(fc.array(record, { maxLength: 40 }), async (records) => {
      const { rows, counts } = await importOf(records);
      const billed = rows.reduce((sum, row) => sum + Number(row.quantity), 0);
      expect(billed).toBe(expectedFrames(records));
      expect(counts.read).toBe(records.length);
      const reversed = await importOf(records.toReversed());
      expect(reversed.counts.totals).toEqual(counts.totals);
      expect(reversed.counts.excluded).toBe(counts.excluded);
    });
    await fc.assert(property, { numRuns: 200 });
  });
});
