import { parseInstant } from '../calendar/instant.ts';
import type { Zone } from '../calendar/zone.ts';

/**
 * Reads times of one zone, millions of them: the plain form `2026-01-31T09:30:00` with decimals and `Z` is read by hand,
 * everything else as elsewhere. Gives milliseconds UTC, or null. @rule R1
 */
export function timeReader(zone: Zone): (text: string) => number | null {
  let known = '';
  let midnight = 0;
  return (text) => {
    const clock = clockOf(text);
    if (clock < 0) return parseInstant(text, zone);
    if (!text.startsWith(known) || known === '') {
      const date = text.slice(0, 10);
      const day = parseInstant(`${date}T00:00Z`, zone);
      if (day === null) return null;
      known = date;
      midnight = day;
    }
    const local = midnight + clock;
    return text.charCodeAt(text.length - 1) === 90 ? local : zone.toInstant(local);
  };
}

/** Milliseconds since midnight of a plain time, or -1 where the text has another form. */
function clockOf(text: string): number {
  if (text.length < 19 || text.charCodeAt(10) !== 84 || text.charCodeAt(13) !== 58 || text.charCodeAt(16) !== 58)
    return -1;
  const hour = pair(text, 11);
  const minute = pair(text, 14);
  const second = pair(text, 17);
  if (!(hour < 24 && minute < 60 && second < 60)) return -1;
  const millisecond = fractionOf(text);
  return millisecond < 0 ? -1 : ((hour * 60 + minute) * 60 + second) * 1000 + millisecond;
}

function fractionOf(text: string): number {
  const end = text.charCodeAt(text.length - 1) === 90 ? text.length - 1 : text.length;
  if (end === 19) return 0;
  if (text.charCodeAt(19) !== 46 || end === 20 || end > 29) return -1;
  let value = 0;
  for (let at = 20; at < end; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (!(digit >= 0 && digit <= 9)) return -1;
    if (at < 23) value = value * 10 + digit;
  }
  return value * (end < 23 ? 10 ** (23 - end) : 1);
}

function pair(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : NaN;
}
