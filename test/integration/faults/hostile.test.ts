import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleProgram, removeProgram } from '../../support/childProgram.ts';
import { decoders, type Decoder } from '../../support/decoders.ts';
import { hostileManifests, slowestManifests } from '../../support/hostileManifests.ts';
import { hostileTexts, type HostileText } from '../../support/hostileTexts.ts';
import { createKillableReader, type KillableReader } from '../../support/killableReader.ts';
import { ledgerInFolder } from '../../support/ledgerInFolder.ts';
import { savedForms } from '../../support/savedForms.ts';
import { drawSeed } from '../../support/seed.ts';
import { countTried } from '../../support/tried.ts';

const long = process.env['DRAWDOWN_LONG'] === '1';
/** Broken texts for each reader; `DRAWDOWN_FUZZ` sets it, for a night. */
const numRuns = Number(process.env['DRAWDOWN_FUZZ'] ?? (long ? 20_000 : 250));
const seed = drawSeed('broken texts');

/** Most memory that reading one text may take, at the limits of size in the long run: README, Limits. */
const heapMb = long ? 1024 : 512;
/** A reader that has not answered by then hangs; it is killed. */
const hangsMs = long ? 120_000 : 20_000;

/** What the fixed piece of work takes on a quiet machine of two cores; where it takes longer, so may all the rest. */
const quietSpinMs = 3;

/** How long a reader may hold its thread: a second, and at the limits of size a second for each MB: README, Limits. */
const mayHoldMs = (text: string) => Math.max(1000, text.length / 1000);

let program = '';
let reader: KillableReader;
beforeAll(async () => {
  program = await bundleProgram(fileURLToPath(new URL('../../support/readerProgram.ts', import.meta.url)));
  reader = createKillableReader(program, { heapMb, longestMs: hangsMs });
});
afterAll(async () => {
  await reader.close();
  removeProgram(program);
});

/** What is wrong with how a text was read; null where it was answered in time. The best of some tries counts: other work of the machine must not. */
async function faultOf({ title }: Decoder, text: string, mostMs = mayHoldMs(text)): Promise<string | null> {
  let held = Infinity;
  for (let tries = 0; tries < 4 && held > mostMs; tries++) {
    const reading = await reader.read(title, text);
    if (reading.end !== 'answered') return reading.end === 'threw' ? reading.stack : reading.end;
    held = reading.heldMs / Math.max(1, reading.spinMs / quietSpinMs);
  }
  return held > mostMs ? `held its thread for ${Math.round(held)} ms` : null;
}

describe.each(decoders)('$title from a stranger', (decoder) => {
  it('is taken where it is in order', async () => {
    expect(await reader.read(decoder.title, decoder.good)).toMatchObject({ end: 'answered', taken: true });
  });

  it('is answered in time, whatever it holds (F23, F26, F27, F28, F36, F38, F44, S41)', async () => {
    const texts = hostileTexts(long);
    const faults: string[] = [];
    for (const [what, text] of texts) {
      const fault = await faultOf(decoder, text);
      if (fault !== null) faults.push(`${what}: ${fault}`);
    }
    expect(faults).toEqual([]);
    countTried('hostile inputs', texts.length);
  });

  it('is answered however a good one was broken, without a throw (F50, S20)', async () => {
    await fc.assert(
      fc.asyncProperty(broken(decoder.good), async (text) => {
        const taken: unknown = await decoder.read(text);
        expect(typeof taken).toBe('boolean');
      }),
      { seed, numRuns },
    );
    countTried('fuzz cases', numRuns);
  });
});

function* manifests(): Generator<HostileText> {
  yield* hostileManifests(long);
  if (!long) yield* slowestManifests();
}

it('a ledger whose manifest is as hostile as any is opened and verified within a second (F26, F27, F36, F44)', async () => {
  const faults: string[] = [];
  for (const [what, text] of manifests()) {
    const fault = await faultOf(ledgerInFolder, text, 1000);
    if (fault !== null) faults.push(`${what}: ${fault}`);
    countTried('hostile inputs', 1);
  }
  expect(faults).toEqual([]);
});

describe.each(savedForms)('$title', ({ good, load, save }) => {
  it('however a good one was broken, says the same when what was read of it is saved and read again (F50)', () => {
    fc.assert(
      fc.property(broken(good), (text) => {
        const loaded = load(text);
        if (loaded !== null) expect(load(save(loaded as never))).toEqual(loaded);
      }),
      { seed, numRuns, examples: [[good]] },
    );
    countTried('fuzz cases', numRuns);
  });
});

it('nothing of all this reached what every object inherits (F27, S40)', async () => {
  expect(await reader.polluted()).toEqual([]);
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});

describe('the thread in which texts are read', () => {
  it('is ended where it hangs or takes too much memory, and the next text is read (F36)', async () => {
    const strict = createKillableReader(program, { heapMb: 64, longestMs: 3000 });
    const deep = `[${'1,'.repeat(9_000_000)}1]`;
    expect(['hung', 'out of memory']).toContain((await strict.read('JSON', deep)).end);
    expect(await strict.read('JSON', '{}')).toMatchObject({ end: 'answered', taken: true });
    await strict.close();
  });
});

const pieces = [
  '',
  '{',
  '}',
  '[',
  ']',
  ',',
  ';',
  ':',
  '"',
  '""',
  '\\',
  '-',
  '\n',
  '\r',
  '\t',
  '\0',
  '1e400',
  'NaN',
  'null',
  '"__proto__":',
  '\ud800',
  '\uFEFF',
  '9'.repeat(400),
  '2026-13-45',
  '1,5',
];

/** A text with parts of it cut, put in, doubled or moved. */
function broken(good: string): fc.Arbitrary<string> {
  const change = fc.record({
    at: fc.nat(good.length),
    drop: fc.nat(12),
    put: fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 8 })),
    from: fc.nat(good.length),
    length: fc.nat(40),
  });
  return fc.array(change, { minLength: 1, maxLength: 6 }).map((changes) =>
    changes.reduce((text, { at, drop, put, from, length }) => {
      const moved = length > 30 ? text.slice(from, from + length) : '';
      return text.slice(0, at) + put + moved + text.slice(at + drop);
    }, good),
  );
}
