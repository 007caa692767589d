import { jsonText } from '../../main/store/jsonFile.ts';
import type { JsonValue } from '../../shared/base/canonicalJson.ts';
import type { HostileText } from './hostileTexts.ts';
import { manifestWith } from './ledgerInFolder.ts';

/** Values near the limit of them, in a short run a fiftieth; and characters near that of bytes. */
interface Size {
  readonly values: number;
  readonly bytes: number;
}
const largest: Size = { values: 1_080_000, bytes: 63_000_000 };
const small: Size = { values: 20_000, bytes: 1_000_000 };

const list = (count: number, each: (index: number) => JsonValue): JsonValue =>
  Array.from({ length: Math.floor(count) }, (_, index) => each(index));

/** What stands in many levels. */
const deep = (levels: number, inside: JsonValue): JsonValue => (levels === 0 ? inside : [1, deep(levels - 1, inside)]);

/** Keys in as many orders as there are objects, up to a number of them. */
const mixed = (orders: number) => (index: number) => {
  const at = index % orders;
  return Object.fromEntries([3, 5, 7, 11].map((step) => [`k${Math.floor(at / step) % 97}`, at % step]));
};

const scenarios: Readonly<Record<string, (size: Size) => JsonValue>> = {
  numbers: ({ values }) => list(values, (index) => index % 10),
  'long numbers': ({ values }) => list(values, (index) => (index + 1) / 7),
  'short texts': ({ values }) => list(values, (index) => `s${index}`),
  'short texts with escapes': ({ values }) => list(values, (index) => `\n${index}`),
  'short texts with emoji': ({ values }) => list(values, (index) => `😀${index}`),
  'lists in a list': ({ values }) => list(values / 3, () => [[1]]),
  'small objects': ({ values }) => list(values / 2, () => ({ a: 1 })),
  'objects in another order': ({ values }) => list(values / 5, () => ({ d: 1, c: '\t', b: 2, a: 'x' })),
  'objects and texts in turn': ({ values }) => list(values / 2, (at) => (at % 2 ? `s${at}` : { 10: 1, 9: '\n' })),
  'objects of many orders': ({ values }) => list(values / 5, mixed(4000)),
  'keys that all differ': ({ values }) => Object.fromEntries(Array.from({ length: values }, (_, at) => [`k${at}`, 1])),
  'a long text': ({ bytes }) => 'x'.repeat(bytes),
  'a long text of escapes': ({ bytes }) => '\n'.repeat(bytes / 2),
  'a long text of emoji': ({ bytes }) => '😀'.repeat(bytes / 4),
  'a long text many levels deep': ({ bytes }) => deep(97, ['x'.repeat(bytes), { b: 1, a: 2 }]),
};

/** What no program of ours writes. `scenario` is put in as text. */
const texts: Readonly<Record<string, (size: Size) => string>> = {
  spaces: ({ bytes }) => `1${' '.repeat(bytes)}`,
  'spaces between numbers': ({ values, bytes }) => `[${`1,${' '.repeat(bytes / values - 2)}`.repeat(values - 1)}1]`,
  'numbers many levels deep': ({ values }) =>
    JSON.stringify(
      deep(
        98,
        list(values, () => 1),
      ),
    ),
  'levels many times': ({ values }) => JSON.stringify(list(values / 200, () => deep(97, { b: 1, a: 2 }))),
  'a key very often': ({ values }) => `{${'"a":1,'.repeat(values)}"a":1}`,
  'keys that reach prototypes': ({ values }) =>
    `[${'{"__proto__":{"polluted":true}},{"constructor":1},'.repeat(values / 5)}1]`,
  'the manifest in itself': ({ values }) => `${'{"scenario":'.repeat(90)}[${'1,'.repeat(values)}1]${'}'.repeat(90)}`,
};

const segments = (count: number) =>
  Array.from({ length: count }, (_, index) => {
    const file = `rows-${String(index + 1).padStart(6, '0')}.ndjson`;
    return { file, rows: 1, bytes: 1, first: index + 1, last: index + 1, hash: '0'.repeat(64) };
  });

function withText(text: string): string {
  const manifest = manifestWith(JSON.parse(text) as JsonValue);
  return JSON.stringify({ ...manifest, scenario: 0 }).replace('"scenario":0', () => `"scenario":${text}`);
}

/** Manifests whose check sums are right and which take their reader as long as any may (F26, F27, F36, F44), made when they are asked for. */
export function* hostileManifests(long: boolean): Generator<HostileText> {
  const size = long ? largest : small;
  for (const [what, scenario] of Object.entries(scenarios)) yield [what, jsonText(manifestWith(scenario(size)))];
  for (const [what, text] of Object.entries(texts)) yield [what, withText(text(size))];
  yield ['as many segments as are read', jsonText(manifestWith(1, segments(10_000)))];
  yield ['more segments than are read', jsonText(manifestWith(1, segments(size.values / 7)))];
}

/** Those that were slowest once, as large as any may be. */
export function* slowestManifests(): Generator<HostileText> {
  for (const what of ['numbers', 'short texts with emoji']) {
    yield [`${what}, near the limit`, jsonText(manifestWith(scenarios[what]!(largest)))];
  }
}
