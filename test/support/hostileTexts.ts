/** One hostile text, by what it is. */
export type HostileText = readonly [what: string, text: string];

const many = (count: number, each: (index: number) => string, between = ','): string =>
  Array.from({ length: count }, (_, index) => each(index)).join(between);

const numbers = [
  'NaN',
  'Infinity',
  '1e400',
  '-0',
  '9007199254740993',
  '1e21',
  '9'.repeat(400),
  '-1',
  '0x10',
  '"12"',
  '"１２"',
];
const words = [
  '<img src=x onerror=alert(1)>',
  'javascript:alert(1)',
  '=HYPERLINK("http://evil.example")',
  '@SUM(1)',
  '\u202Egpj.exe',
  '\u200B',
  '${7*7}',
  '%s%n',
  '\u001b[2J',
  '../../etc/passwd',
  'C:\\x',
  'CON',
  'a'.repeat(300),
  '\ud800',
  '👩‍👩‍👧',
  `${'a'.repeat(40)}!`,
];

/** F23: what is left of files. */
const remains: readonly HostileText[] = [
  '',
  ' ',
  'null',
  '0',
  '""',
  '[]',
  '{}',
  '\0'.repeat(64),
  '\uFEFF',
  '\r\n\r',
].map((text) => [`remains ${JSON.stringify(text.slice(0, 9))}`, text]);

/** F26, F27: keys that are there twice, or are names of the language. */
const keys: readonly HostileText[] = [
  ['a key twice', '{"format":"a","format":"b"}'],
  ['keys equal in another form', '{"\u00e9":1,"e\u0301":2}'],
  ['__proto__', '{"__proto__":{"polluted":true},"format":"drawdown.scenario/1"}'],
  ['constructor', '{"constructor":{"prototype":{"polluted":true}}}'],
  ['toString', '{"toString":1,"valueOf":2,"hasOwnProperty":3}'],
  ['__proto__ among records', '{"__proto__":{"category":"model","processed_frames":1},"constructor":{"x":1}}'],
  ['__proto__ as a column', 'at,__proto__,quantity,constructor,id\n2026-01-01,a,1,b,toString\n'],
  ['names of the language as meters', '{"at":"2026-01-01","meter":"__proto__","quantity":1,"id":"constructor"}\n'],
];

/** F28, F44: numbers that are none, and texts that some reader takes for something else. */
const values: readonly HostileText[] = [
  ...numbers.map((value): HostileText => [
    `the number ${value.slice(0, 20)}`,
    `{"at":"2026-01-01","meter":"training","quantity":${value}}\n`,
  ]),
  ...numbers.map((value): HostileText => [
    `the cell ${value.slice(0, 20)}`,
    `at,meter,quantity\n2026-01-01,training,${value}\n`,
  ]),
  ...words.map((value): HostileText => [
    `the text ${JSON.stringify(value.slice(0, 20))}`,
    `{"format":"drawdown.scenario/1","name":${JSON.stringify(value)}}`,
  ]),
  ...words.map((value): HostileText => [
    `the id ${JSON.stringify(value.slice(0, 20))}`,
    `at,meter,quantity,id\n2026-01-01,${value},1,${value}\n`,
  ]),
];

/** F38: tables that are none. */
const tables: readonly HostileText[] = [
  ['a quote left open', `at,quantity\n2026-01-01,"${'x'.repeat(2_000_000)}`],
  ['a quote left open in each line', many(20_000, () => '2026-01-01,"x', '\n')],
  ['quotes alone', '"'.repeat(500_001)],
  ['a hundred thousand columns', `${many(100_000, (index) => `c${index}`)}\n${many(100_000, () => '1')}\n`],
  ['ragged rows', 'at,quantity\n1\n1,2,3\n,,,,\n"a""b",\n'],
  ['the header twice', 'at,at,quantity\n2026-01-01,2026-01-01,1\nat,at,quantity\n'],
  ['only a header', 'at,meter,quantity,credits,id\n'],
  ['line ends of all kinds', 'at,quantity\r2026-01-01,1\r\n2026-01-02,2\n\n\r'],
  ['separators alone', ';'.repeat(300_000)],
  ['line ends alone', '\n'.repeat(500_000)],
];

/** F36: deep, wide and long. `scale` 1 is what the limits are for. */
const large = (scale: number): readonly HostileText[] => [
  ['arrays in arrays', '['.repeat(200_000)],
  ['arrays in arrays, closed', '['.repeat(100_000) + ']'.repeat(100_000)],
  ['objects in objects', '{"a":'.repeat(100_000)],
  ['many keys', `{${many(Math.round(scale * 1_000_000), (index) => `"k${index}":1`)}}`],
  ['many values', `[${many(Math.round(scale * 2_000_000), () => '1')}]`],
  ['a long text', `{"name":"${'x'.repeat(Math.round(scale * 15_000_000))}"}`],
  ['many escapes', `{"name":"${'\\u0041'.repeat(Math.round(scale * 1_000_000))}"}`],
  ['a long line', 'x'.repeat(Math.round(scale * 15_000_000))],
  ['spaces', ' '.repeat(Math.round(scale * 15_000_000))],
];

/** The corpus of hostile texts (F23, F26–F28, F36–F38, F44). The short form has smaller large ones. */
export function hostileTexts(long: boolean): readonly HostileText[] {
  return [...remains, ...keys, ...values, ...tables, ...large(long ? 1 : 0.02)];
}
