import type { Zone } from './zone.ts';

const grammar =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)?)?$/;

/** The years that times may lie in; the offset tables of `zone.ts` cover them. */
export const firstYear = 1970;
export const lastYear = 2099;

/**
 * Milliseconds UTC of a local date (midnight), a local date-time, or an instant with `Z` or an offset; null where the text
 * is none of these or names a day or year that does not exist here. Decimals past the millisecond are cut. @rule R1
 */
export function parseInstant(text: string, zone: Zone): number | null {
  const match = grammar.exec(text);
  if (!match) return null;
  const local = localOf(match);
  if (local === null) return null;
  const offset = match[8];
  return offset === undefined ? zone.toInstant(local) : local - offsetOf(offset);
}

/** A local date `2026-01-31` as milliseconds as if it were UTC, or null. */
export function parseLocalDate(text: string): number | null {
  return text.length === 10 ? parseLocal(text) : null;
}

/** A local date or date-time as milliseconds as if it were UTC, or null. */
export function parseLocal(text: string): number | null {
  const match = grammar.exec(text);
  return match && match[8] === undefined ? localOf(match) : null;
}

/** The text of an instant in UTC: `2026-01-01T00:00:00Z`, with milliseconds only where there are some. */
export function formatInstant(instant: number): string {
  return new Date(instant).toISOString().replace('.000Z', 'Z');
}

/** The text of the local date on which an instant falls: `2026-01-31`. */
export function formatLocalDate(instant: number, zone: Zone): string {
  return new Date(zone.toLocal(instant)).toISOString().slice(0, 10);
}

function localOf(match: RegExpExecArray): number | null {
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map((part) => Number(part ?? 0)) as Six;
  const millisecond = Number((match[7] ?? '').padEnd(3, '0').slice(0, 3));
  if (year < firstYear || year > lastYear || hour > 23 || minute > 59 || second > 59) return null;
  const local = Date.UTC(year, month - 1, day, hour, minute, second, millisecond);
  const check = new Date(local);
  return check.getUTCMonth() === month - 1 && check.getUTCDate() === day ? local : null;
}

type Six = [number, number, number, number, number, number];

function offsetOf(text: string): number {
  if (text === 'Z') return 0;
  const minutes = Number(text.slice(1, 3)) * 60 + Number(text.slice(4, 6));
  return (text.startsWith('-') ? -minutes : minutes) * 60_000;
}
