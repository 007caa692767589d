import type { JsonValue } from '../../base/canonicalJson.ts';
import type { Quote } from './quoteSchema.ts';

/** What somebody who gets the sealed file can read in it, in words: usage above all. */
export function whatIsSealed({ alternatives, ...own }: Pick<Quote, 'files' | 'scenario' | 'alternatives'>): string[] {
  const others = alternatives.map(({ name }) => `The same of ${name}.`);
  return [...heldBy(own), ...others];
}

function heldBy({ files, scenario }: Pick<Quote, 'files' | 'scenario'>): string[] {
  const usage = memberOf(scenario, 'usage');
  const events = listOf(memberOf(usage, 'events'));
  const models = listOf(memberOf(usage, 'models'));
  return [
    'The scenario as it was run: its plans, prices, timeline and settings.',
    ...files.map(({ path, rows, sealed }) =>
      sealed === 'rows'
        ? `${path}: all ${counted(rows, 'usage row')} as in the file, with times, meters, quantities and ids.`
        : `${path}: credits summed by day; its ${counted(rows, 'row')}, with times, meters, quantities and ids, are left out.`,
    ),
    ...(events.length === 0
      ? []
      : [`${counted(events.length, 'usage event')} that the scenario lists, as they stand.`]),
    ...(models.length === 0
      ? []
      : [`${counted(models.length, 'demand model')}, with whatever was fitted to usage that was seen.`]),
  ];
}

function counted(count: number, thing: string): string {
  return count === 1 ? `1 ${thing}` : `${count} ${thing}s`;
}

function memberOf(value: JsonValue | undefined, key: string): JsonValue | undefined {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject ? (value as Readonly<Record<string, JsonValue | undefined>>)[key] : undefined;
}

function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  return Array.isArray(value) ? value : [];
}
