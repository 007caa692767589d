import { soughtIn } from '../../../shared/base/rows/readFilter.ts';
import type { FoundCell } from '../../../shared/rpc/rowViews.ts';
import type { RowsOf } from './rowsOf.ts';
import type { Work } from './work.ts';

/** Cells that hold a text: for every position of an arrangement a bit for each column. */
export interface Found {
  readonly count: number;
  next(after: { readonly position: number; readonly column: number }, step: 1 | -1): Omit<FoundCell, 'row'> | null;
}

export interface Search {
  readonly text: string;
  readonly matchCase: boolean;
  /** Indexes of columns, in the order in which they are shown. */
  readonly columns: readonly number[];
  /** Positions of the rows that are looked at, in order; null: all as they stand. */
  readonly order: Uint32Array | null;
}

const none = 0xffffffff;

/** Looks through the cells of an arrangement. */
export async function findCells(rows: RowsOf, search: Search, work: Work): Promise<Found> {
  const places = search.order === null ? null : placesOf(search.order, rows.total);
  const words = Math.ceil(search.columns.length / 32);
  const bits = new Uint32Array(words * (search.order?.length ?? rows.total));
  const tests = search.columns.map((column) => ({ column, test: holds(search, rows.columns[column]!.kind) }));
  let position = 0;
  for await (const block of rows.blocks()) {
    for (const cells of block) {
      const place = places === null ? position : places[position]!;
      position++;
      if (place === none) continue;
      for (let at = 0; at < tests.length; at++) {
        const { column, test } = tests[at]!;
        if (test(cells(column))) bits[place * words + (at >> 5)]! |= 1 << (at & 31);
      }
    }
    await work.turn('searching', position / rows.total);
  }
  return foundIn(bits, words);
}

function holds({ text, matchCase }: Search, kind: 'number' | 'instant' | 'text'): (cell: string) => boolean {
  const wanted = kind === 'text' && matchCase ? text : soughtIn(text, kind);
  return kind === 'text' && !matchCase
    ? (cell) => cell.toLowerCase().includes(wanted)
    : (cell) => cell.includes(wanted);
}

/** For each position the place that it has in an arrangement. */
export function placesOf(order: Uint32Array, total: number): Uint32Array {
  const places = new Uint32Array(total).fill(none);
  order.forEach((position, place) => (places[position] = place));
  return places;
}

function foundIn(bits: Uint32Array, words: number): Found {
  const slots = bits.length * 32;
  const slotOf = (position: number, column: number) => position * words * 32 + column;
  const isSet = (slot: number) => (bits[Math.floor(slot / 32)]! & (1 << (slot & 31))) !== 0;
  const count = countBits(bits, bits.length);
  const seek = (from: number, step: 1 | -1): number => {
    for (let slot = from; slot >= 0 && slot < slots; slot += step) {
      // A word without a bit is passed over whole.
      if (bits[Math.floor(slot / 32)] === 0) slot = step > 0 ? slot - (slot % 32) + 31 : slot - (slot % 32);
      else if (isSet(slot)) return slot;
    }
    return -1;
  };
  return {
    count,
    next(after, step) {
      if (count === 0) return null;
      const from = after.position < 0 ? (step > 0 ? -1 : slots) : slotOf(after.position, after.column);
      const ahead = seek(from + step, step);
      const slot = ahead >= 0 ? ahead : seek(step > 0 ? 0 : slots - 1, step);
      const position = Math.floor(slot / (words * 32));
      return { position, column: slot - position * words * 32, ordinal: ordinalOf(bits, slot) };
    },
  };
}

function ordinalOf(bits: Uint32Array, slot: number): number {
  const word = Math.floor(slot / 32);
  const below = slot % 32 === 31 ? bits[word]! : bits[word]! & ((1 << ((slot % 32) + 1)) - 1);
  return countBits(bits, word) + ones(below);
}

function countBits(bits: Uint32Array, until: number): number {
  let count = 0;
  for (let word = 0; word < until; word++) count += bits[word] === 0 ? 0 : ones(bits[word]!);
  return count;
}

function ones(word: number): number {
  let left = word - ((word >>> 1) & 0x55555555);
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333);
  return Math.imul((left + (left >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
