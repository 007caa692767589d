import { firstYear, lastYear, parseInstant } from '../../calendar/instant.ts';
import type { Zone } from '../../calendar/zone.ts';
import { err, ok, type Result } from '../../base/result.ts';
import type { CsvMapping } from '../mapping.ts';

/** How the text of a time is read. */
export type TimeKind = CsvMapping['time']['kind'];

const earliest = Date.UTC(firstYear, 0, 1);
const latest = Date.UTC(lastYear + 1, 0, 1);
const unixGrammar = /^(\d{1,19})(?:\.(\d{1,12}))?$/;
const offsetGrammar = /^(.*\d)\s*(?:([+-])(\d{2}):?(\d{2})?|(UTC|GMT|Z))$/i;
const digitsAfterSecond = { seconds: 0, milliseconds: 3, nanoseconds: 9 } as const;

/**
 * Milliseconds UTC of the text of a time, or the reason why it is none. Decimals past the millisecond are cut; whole
 * nanoseconds are read exactly. A time without a zone is read in `zone`. @rule R1
 */
export function readTime(text: string, kind: TimeKind, zone: Zone): Result<number, string> {
  const trimmed = text.trim();
  if (trimmed === '') return err('the time is empty');
  if (trimmed.length > 64) return err(`not a time: expected ${expected[kind]}`);
  const instant = kind === 'iso' ? readIso(trimmed, zone) : readUnix(trimmed, digitsAfterSecond[kind]);
  if (instant === null) return err(`not a time: expected ${expected[kind]}`);
  if (instant < earliest || instant >= latest)
    return err(`the time lies outside the years ${firstYear} to ${lastYear}`);
  return ok(instant);
}

const expected = {
  iso: 'a date or date-time such as 2026-01-31 or 2026-01-31T10:15:00Z',
  seconds: 'Unix seconds',
  milliseconds: 'Unix milliseconds',
  nanoseconds: 'Unix nanoseconds',
};

function readIso(text: string, zone: Zone): number | null {
  const offset = text.length > 10 ? offsetGrammar.exec(text) : null;
  if (!offset) return parseInstant(upper(text), zone);
  const [, local = '', sign, hours = '00', minutes = '00', utc] = offset;
  if (utc !== undefined) return parseInstant(`${upper(local)}Z`, zone);
  if (Number(hours) > 14 || Number(minutes) > 59) return null;
  return parseInstant(`${upper(local)}${sign}${hours}:${minutes}`, zone);
}

/** ISO 8601 also allows a small `t` and a decimal comma. */
function upper(text: string): string {
  return text.replace('t', 'T').replace(/,(\d+)$/, '.$1');
}

/** `scale` is the number of decimal digits by which the unit is smaller than a second. */
function readUnix(text: string, scale: number): number | null {
  const match = unixGrammar.exec(text);
  if (!match) return null;
  const [, whole = '', fraction = ''] = match;
  const digits = whole + fraction.padEnd(3, '0').slice(0, 3);
  return Number(BigInt(digits) / 10n ** BigInt(scale));
}
