import type { JsonPath } from '../edit/jsonValue.ts';

/** What one item of a list is called. */
const singular: Readonly<Record<string, string>> = {
  plans: 'plan',
  meters: 'meter',
  rates: 'rate',
  timeline: 'timeline',
  events: 'usage row',
  files: 'usage file',
  models: 'demand model',
  spikes: 'spike',
  prepaidPrices: 'price tier',
  prepaid: 'prepaid lot',
  opening: 'opening',
  horizon: 'horizon',
  noise: 'noise',
  ramp: 'ramp',
};

const plainNames: Readonly<Record<string, string>> = {
  at: 'date',
  do: 'action',
  flexPrice: 'Flex price',
  flexCycle: 'Flex cycle',
  flexEnabled: 'Flex switch',
  flex: 'Flex',
  id: 'identity',
  timeZone: 'time zone',
  capUsed: 'cap used',
  asOf: 'as-of date',
  sha256: 'hash',
  per: 'unit',
  cv: 'coefficient of variation',
  zeroDays: 'days with nothing',
  shared: 'shared part',
};

/** The name of what stands at a path, as in `Change plan fee`. */
export function nameOf(path: JsonPath): string {
  const words: string[] = [];
  path.forEach((step, index) => {
    const isLast = index === path.length - 1;
    if (typeof step === 'number' || step === 'usage' || step === 'policy') return;
    if (isLast) words.push(nounOf(step));
    else words.splice(0, words.length, singular[step] ?? nounOf(step));
  });
  if (typeof path.at(-1) === 'number' && words.length > 0) return singular[String(path.at(-2))] ?? words.at(-1)!;
  return words.join(' ');
}

/** The name of one item of the list at a path, as in `Add prepaid lot`. */
export function itemName(list: JsonPath): string {
  const key = String(list.at(-1));
  return key === 'timeline' ? 'timeline entry' : (singular[key] ?? nounOf(key));
}

function nounOf(key: string): string {
  return plainNames[key] ?? key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
