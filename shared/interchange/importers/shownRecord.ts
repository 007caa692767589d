import { JsonNumber, type Json, type JsonObject } from './exactJson.ts';
import { shownText } from './redact.ts';

/** Members of a usage record that may be shown. All others stay unseen, for a wire record carries the plain API key. */
export const shownMembers = [
  'category',
  'resource_id',
  'processed_frames',
  'execution_duration',
  'timestamp_start',
  'timestamp_stop',
  'fps',
  'source_duration',
  'hosted',
] as const;

/** A record as it may be shown: the members that cannot hold a key, masked and cut. */
export function shownRecord(record: JsonObject): string {
  const parts = shownMembers.flatMap((name) => {
    const value = record.get(name);
    return value === undefined ? [] : [`${name}=${shownMember(value)}`];
  });
  return shownText(parts.join(' '));
}

/** One member's value as it may be shown. */
export function shownMember(value: Json): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (value instanceof JsonNumber) return shownText(value.text);
  return typeof value === 'string' ? shownText(value) : '…';
}
