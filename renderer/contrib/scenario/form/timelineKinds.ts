import type { JsonMembers, JsonValue } from '../edit/jsonValue.ts';
import { number } from '../edit/jsonValue.ts';

/** The kinds of timeline entries with the members each may have, and those that it begins with. */
export const timelineKinds = [
  { value: 'subscribe', title: 'Subscribe', keys: ['plan'] },
  { value: 'change-plan', title: 'Change plan', keys: ['plan', 'when'] },
  { value: 'cancel', title: 'Cancel', keys: ['when'] },
  { value: 'buy-prepaid', title: 'Buy prepaid', keys: ['credits', 'unitPrice', 'id'] },
  { value: 'set-flex', title: 'Set Flex', keys: ['enabled', 'cap'] },
  { value: 'adjust', title: 'Adjust', keys: ['bucket', 'credits', 'reason'] },
] as const;

export type TimelineKind = (typeof timelineKinds)[number]['value'];

/** An entry of another kind made of an entry: what both kinds have stays, the rest is begun anew. */
export function entryAs(kind: TimelineKind, old: JsonMembers, plan: string): JsonMembers {
  const keys: readonly string[] = timelineKinds.find(({ value }) => value === kind)!.keys;
  const begun: Readonly<Record<TimelineKind, Readonly<Record<string, JsonValue>>>> = {
    subscribe: { plan },
    'change-plan': { plan, when: 'now' },
    cancel: { when: 'now' },
    'buy-prepaid': { credits: number(100) },
    'set-flex': { enabled: true },
    adjust: { bucket: 'prepaid', credits: number(1) },
  };
  const kept = Object.entries(old).filter(([key]) => keys.includes(key));
  return { at: old['at'], do: kind, ...begun[kind], ...Object.fromEntries(kept) };
}

/** Positions of the entries in the order of their times; those of one time, and those without one, as they stand. */
export function timeOrder(times: readonly (number | null)[]): number[] {
  let latest = Number.NEGATIVE_INFINITY;
  const keyed = times.map((time, index) => {
    latest = time ?? latest;
    return { time: latest, index };
  });
  return keyed.toSorted((one, other) => one.time - other.time || one.index - other.index).map(({ index }) => index);
}
