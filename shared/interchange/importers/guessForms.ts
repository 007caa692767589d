import type { AuditMapping, MappedForms } from '../auditMapping.ts';
import { timeText } from './mappedText.ts';

/** A form of times that fits the values, and what about it stays open. */
export interface GuessedTime {
  readonly form: string;
  /** In plain words; null where the values leave no doubt. */
  readonly doubt: string | null;
}

const clocks = ['', ' HH:mm', ' HH:mm:ss', 'THH:mm', 'THH:mm:ss'];
const dates = [
  'DD.MM.YYYY',
  'DD/MM/YYYY',
  'MM/DD/YYYY',
  'DD-MM-YYYY',
  'MM-DD-YYYY',
  'YYYY/MM/DD',
  'YYYY.MM.DD',
  'YYYYMMDD',
];
const patterns = dates.flatMap((date) => clocks.map((clock) => date + clock));

/** The form of times that all values have; null where there is none. Day and month that cannot be told apart are said. */
export function guessTime(values: readonly string[]): GuessedTime | null {
  const shown = values.map((value) => value.trim()).filter((value) => value !== '');
  if (shown.length === 0) return null;
  const unix = unixForm(shown);
  if (unix) return { form: unix, doubt: null };
  if (shown.every((value) => /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}|$)/.test(value))) return { form: 'iso', doubt: null };
  const fitting = patterns.filter((pattern) => shown.every((value) => isDate(timeText(pattern)(value))));
  const [first] = fitting;
  if (first === undefined) return null;
  if (fitting.length === 1) return { form: first, doubt: null };
  const doubt = `Dates such as ${shown[0]} can be read day first or month first: they are taken as ${first}.`;
  return { form: first, doubt };
}

function isDate(text: string | null): boolean {
  const [, month = 0, day = 0, hour = 0] = (text?.match(/\d+/g) ?? []).map(Number);
  return text !== null && month >= 1 && month <= 12 && day >= 1 && day <= 31 && hour < 25;
}

/** Unix times between 2000 and 2100, by their digits. */
function unixForm(values: readonly string[]): string | null {
  const within = (digits: number): boolean =>
    values.every((value) => {
      if (!/^\d{9,19}$/.test(value)) return false;
      const seconds = Number(value) / 10 ** digits;
      return seconds >= 946_684_800 && seconds < 4_102_444_800;
    });
  if (within(0)) return 'seconds';
  if (within(3)) return 'milliseconds';
  return within(9) ? 'nanoseconds' : null;
}

/** How amounts are written, by their values: the decimal sign and what stands between thousands. */
export function guessNumbers(values: readonly string[]): Omit<MappedForms, 'time'> & { readonly doubt: string | null } {
  const shown = values.map((value) => value.trim().replace(/^[+-]/, '')).filter((value) => /\d/.test(value));
  const comma = shown.some((value) => /\d,\d/.test(value));
  const point = shown.some((value) => /\d\.\d/.test(value));
  const space = shown.some((value) => /^\d{1,3}( \d{3})+/.test(value)) ? ' ' : undefined;
  const tick = shown.some((value) => /^\d{1,3}('\d{3})+/.test(value)) ? "'" : undefined;
  const other: AuditMapping['thousands'] = space ?? tick;
  if (comma && point) return bothSigns(shown);
  if (!comma && !point) return { decimalComma: false, thousands: other, doubt: null };
  const sign = comma ? ',' : '.';
  const grouped = shown.filter((value) => value.includes(sign)).every((value) => isGrouped(value, sign));
  const twice = shown.some((value) => value.split(sign).length > 2);
  if (!grouped || other) return { decimalComma: comma, thousands: other, doubt: null };
  if (twice) return { decimalComma: !comma, thousands: sign, doubt: null };
  const example = shown.find((value) => value.includes(sign))!;
  const doubt = `Amounts such as ${example} can have decimals or thousands: they are taken as decimals.`;
  return { decimalComma: comma, thousands: undefined, doubt };
}

/** Both signs stand: the one that comes last is the decimal sign. */
function bothSigns(values: readonly string[]) {
  const mixed = values.find((value) => value.includes(',') && value.includes('.'));
  const decimalComma = mixed
    ? mixed.lastIndexOf(',') > mixed.lastIndexOf('.')
    : !values.filter((value) => value.includes(',')).every((value) => isGrouped(value, ','));
  return { decimalComma, thousands: decimalComma ? ('.' as const) : (',' as const), doubt: null };
}

function isGrouped(value: string, sign: string): boolean {
  const [first = '', ...groups] = value.split(sign);
  return (
    /^\d{1,3}$/.test(first) && first !== '0' && groups.length > 0 && groups.every((group) => /^\d{3}$/.test(group))
  );
}
