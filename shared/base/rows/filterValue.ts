import { err, ok, type Result } from '../result.ts';
import { compareDecimals, plainDecimal } from './compareDecimals.ts';
import type { FilterPart } from './filterParts.ts';
import { naturalKey } from './naturalKey.ts';
import type { FilterFault } from './readFilter.ts';

/** A value that cells are compared with. */
export interface FilterValue {
  /** Below 0 where a cell lies before the value, 0 where it is or lies in it, above 0 where it lies after it. */
  order(cell: string): number;
  /** The first cell that lies in it. */
  readonly least: string;
}

/** A figure, grouped or not. Cells that are no figures lie nowhere. */
export function readNumberValue({ text, from, until }: FilterPart): Result<FilterValue, FilterFault> {
  const figure = text.replaceAll('−', '-').replace(/(?<=\d),(?=\d{3}(?!\d))/g, '');
  if (!plainDecimal.test(figure)) {
    return err({ code: 'not-a-number', from, until, message: `“${text}” is not a number such as 1234.5.` });
  }
  return ok({ least: figure, order: (cell) => (plainDecimal.test(cell) ? compareDecimals(cell, figure) : NaN) });
}

const instant = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ](\d{2})(?::(\d{2})(?::(\d{2})(?:\.\d{1,3})?)?)?)?)?)?Z?$/i;

/** A year, month, day, hour, minute or second in UTC: a cell lies in it where it falls into that time. */
export function readInstantValue({ text, from, until }: FilterPart): Result<FilterValue, FilterFault> {
  const found = instant.exec(text);
  if (!found || !isOnCalendar(found)) {
    const message = `“${text}” is not a time in UTC such as 2026-03, 2026-03-15 or 2026-03-15 12:30.`;
    return err({ code: 'not-an-instant', from, until, message });
  }
  const least = text.toUpperCase().replace(' ', 'T').replace(/Z$/, '');
  return ok({
    least,
    order: (cell) => (cell.startsWith(least) ? 0 : cell < least ? -1 : 1),
  });
}

function isOnCalendar(found: RegExpExecArray): boolean {
  const [year, month = 1, day = 1, hour = 0, minute = 0, second = 0] = found
    .slice(1, 7)
    .map((part) => (part === undefined ? undefined : Number(part)));
  const date = new Date(Date.UTC(year!, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && hour < 24 && minute < 60 && second < 60;
}

/** Any text, ordered as people count, case aside. */
export function readTextValue({ text }: FilterPart): Result<FilterValue, FilterFault> {
  const wanted = naturalKey(text);
  return ok({
    least: text,
    order(cell) {
      const key = naturalKey(cell);
      return key === wanted ? 0 : key < wanted ? -1 : 1;
    },
  });
}
