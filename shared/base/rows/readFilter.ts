import { err, ok, type Result } from '../result.ts';
import type { CellKind } from './cellKind.ts';
import { filterParts, type FilterPart } from './filterParts.ts';
import { readInstantValue, readNumberValue, readTextValue, type FilterValue } from './filterValue.ts';

/** What is wrong with a filter, at `[from, until)` of its text. */
export interface FilterFault {
  readonly code: 'unclosed-quote' | 'value-missing' | 'not-a-number' | 'not-an-instant' | 'reversed-range';
  readonly from: number;
  readonly until: number;
  readonly message: string;
}

export type CellTest = (cell: string) => boolean;

/** The grammar of filters in a sentence a line, for those who write one. */
export const filterHelp: readonly string[] = [
  'text: cells that contain it. =text: exactly it. Case does not matter.',
  '>5, >=5, <5, <=5, 5..10, 5.., ..10: by value, ends included in a range.',
  '2026-03 stands for the whole month: =2026-03, >2026-03, 2026-01..2026-03.',
  'a|b: one or the other. >5&<9: both. !a: not. = alone: empty cells. "…": taken as it stands.',
];

/**
 * Reads the filter of a column. Grammar: `any = all ("|" all)*`, `all = term ("&" term)*`, `term = "!"* (compare value |
 * value? ".." value? | text)`, `compare = "=" | ">" | ">=" | "<" | "<="`. In double quotes nothing has a meaning, `""` is a quote.
 */
export function readFilter(text: string, kind: CellKind): Result<CellTest, FilterFault> {
  const parts = filterParts(text);
  if (!parts.ok) return parts;
  const choices: CellTest[] = [];
  for (const choice of parts.value) {
    const all = readAll(choice, kind);
    if (!all.ok) return all;
    choices.push(all.value);
  }
  return ok(choices.length === 1 ? choices[0]! : (cell) => choices.some((test) => test(cell)));
}

function readAll(terms: readonly FilterPart[], kind: CellKind): Result<CellTest, FilterFault> {
  const tests: CellTest[] = [];
  for (const term of terms) {
    const test = readTerm(term, kind);
    if (!test.ok) return test;
    tests.push(test.value);
  }
  return ok(tests.length === 1 ? tests[0]! : (cell) => tests.every((test) => test(cell)));
}

function readTerm(term: FilterPart, kind: CellKind): Result<CellTest, FilterFault> {
  if (term.bare.startsWith('!')) {
    const inner = readTerm(term.slice(1), kind);
    return inner.ok ? ok((cell) => !inner.value(cell)) : inner;
  }
  const compare = /^(>=|<=|=|>|<)/.exec(term.bare)?.[0];
  if (compare !== undefined) return readCompare(compare, term.slice(compare.length), kind);
  const dots = term.bare.indexOf('..');
  if (dots >= 0) return readRange(term.slice(0, dots), term.slice(dots + 2), kind);
  if (term.text === '') return missing(term, 'Something to look for is missing.');
  return ok(contains(term.text, kind));
}

const readers = { number: readNumberValue, instant: readInstantValue, text: readTextValue };

function readCompare(compare: string, value: FilterPart, kind: CellKind): Result<CellTest, FilterFault> {
  if (value.text === '') {
    if (compare === '=') return ok((cell) => cell === '');
    return missing(value, `A value after ${compare} is missing.`);
  }
  const read = readers[kind](value);
  if (!read.ok) return read;
  return ok(unlessEmpty(compareWith(compare, read.value)));
}

function compareWith(compare: string, { order }: FilterValue): CellTest {
  if (compare === '=') return (cell) => order(cell) === 0;
  if (compare === '>') return (cell) => order(cell) > 0;
  if (compare === '<') return (cell) => order(cell) < 0;
  return compare === '>=' ? (cell) => order(cell) >= 0 : (cell) => order(cell) <= 0;
}

function readRange(low: FilterPart, high: FilterPart, kind: CellKind): Result<CellTest, FilterFault> {
  if (low.text === '' && high.text === '') return missing(low, 'A range needs a value before or after the two dots.');
  const from = low.text === '' ? null : readers[kind](low);
  if (from && !from.ok) return from;
  const until = high.text === '' ? null : readers[kind](high);
  if (until && !until.ok) return until;
  if (from && until && until.value.order(from.value.least) > 0) {
    const message = `${low.text} comes after ${high.text}: a range goes upwards.`;
    return err({ code: 'reversed-range', from: low.from, until: high.until, message });
  }
  return ok(unlessEmpty((cell) => (!from || from.value.order(cell) >= 0) && (!until || until.value.order(cell) <= 0)));
}

function unlessEmpty(test: CellTest): CellTest {
  return (cell) => cell !== '' && test(cell);
}

/** Cells are looked at as they stand; what is looked for may be written as the grid shows it. */
function contains(text: string, kind: CellKind): CellTest {
  const wanted = soughtIn(text, kind);
  return kind === 'text' ? (cell) => cell.toLowerCase().includes(wanted) : (cell) => cell.includes(wanted);
}

/** What is looked for, as cells of a kind hold it: `1,234` as `1234`, `2026-03-01 12:00` as `2026-03-01T12:00`. */
export function soughtIn(text: string, kind: CellKind): string {
  if (kind === 'number') return text.replaceAll(',', '').replaceAll('−', '-');
  return kind === 'instant' ? text.toUpperCase().replace(/(\d) (?=\d|$)/, '$1T') : text.toLowerCase();
}

function missing({ from, until }: FilterPart, message: string): { ok: false; error: FilterFault } {
  return err({ code: 'value-missing', from, until: Math.max(until, from + 1), message });
}
