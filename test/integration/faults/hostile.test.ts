import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decoders, type Decoder } from '../../support/decoders.ts';
import { hostileTexts } from '../../support/hostileTexts.ts';
import { drawSeed } from '../../support/seed.ts';
import { countTried } from '../../support/tried.ts';

const long = process.env['DRAWDOWN_LONG'] === '1';
/** At the limits of size, in the long run, some texts take longer: README, Limits. */
const longestMs = long ? 5000 : 1000;
const seed = drawSeed('broken texts');

/** Milliseconds that reading takes: the best of some tries, for other work of the machine must not count. */
async function timeOf({ read }: Decoder, text: string): Promise<number> {
  let best = Infinity;
  for (let tries = 0; tries < 4 && best > longestMs; tries++) {
    const start = performance.now();
    await read(text);
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

describe.each(decoders)('$title from a stranger', (decoder) => {
  it('is taken where it is in order', async () => {
    expect(await decoder.read(decoder.good)).toBe(true);
  });

  it('is answered in time, whatever it holds (F23, F26, F27, F28, F36, F38, F44)', async () => {
    const texts = hostileTexts(long);
    const slow: string[] = [];
    for (const [what, text] of texts) {
      const ms = await timeOf(decoder, text);
      if (ms > longestMs) slow.push(`${what}: ${Math.round(ms)} ms`);
    }
    expect(slow).toEqual([]);
    countTried('hostile inputs', texts.length);
  });

  it('is answered however a good one was broken, without a throw (F50, S20)', async () => {
    const numRuns = long ? 20_000 : 250;
    await fc.assert(
      fc.asyncProperty(broken(decoder.good), async (text) => {
        const start = performance.now();
        expect(typeof (await decoder.read(text))).toBe('boolean');
        if (performance.now() - start > longestMs) expect(await timeOf(decoder, text)).toBeLessThan(longestMs);
      }),
      { seed, numRuns },
    );
    countTried('fuzz cases', numRuns);
  });
});

it('nothing of all this reached what every object inherits (F27, S40)', () => {
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
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
