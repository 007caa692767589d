import type { CellKind } from './cellKind.ts';
import { compareDigits, plainDecimal } from './compareDecimals.ts';
import { naturalKey } from './naturalKey.ts';
import { stableOrder } from './stableOrder.ts';

/** One column that rows are ordered by. Empty cells come last in either direction. */
export interface SortKey {
  readonly column: string;
  readonly descending: boolean;
}

/** The cells of one column, collected to be compared. */
export interface KeyColumn {
  add(cell: string): void;
  /**
   * For each cell a number that stands in the same order, exactly: figures by value, instants by time, text as people count.
   * Empty cells, and cells that are not of the column's kind, have the greatest. In steps, for there may be many.
   */
  keys(): Generator<number, Float64Array>;
}

const greatest = Number.MAX_VALUE;

export function keyColumn(kind: CellKind, descending: boolean): KeyColumn {
  if (kind === 'text') return ranked(order, textKey, descending);
  return kind === 'number' ? figures(descending) : numbers((cell) => Date.parse(cell), descending);
}

/** Up to this length doubles tell all figures apart. */
const exactLength = 15;

function figures(descending: boolean): KeyColumn {
  const cells: string[] = [];
  let exact = true;
  return {
    add(cell) {
      cells.push(plainDecimal.test(cell) ? cell : '');
      exact &&= cell.length <= exactLength;
    },
    keys() {
      const column = exact ? numbers(figure, descending) : ranked(compareFigures, (cell) => cell, descending);
      for (const cell of cells) column.add(cell);
      return column.keys();
    },
  };
}

function figure(cell: string): number {
  return cell === '' ? NaN : Number(cell);
}

function compareFigures(left: string, right: string): number {
  return Number(left) - Number(right) || compareDigits(left, right);
}

/** Texts that count alike are told apart by their characters. */
function textKey(text: string): string {
  return `${naturalKey(text)}\u0000${text}`;
}

function order(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

function numbers(numberOf: (cell: string) => number, descending: boolean): KeyColumn {
  const values: number[] = [];
  return {
    add(cell) {
      const value = numberOf(cell);
      values.push(Number.isNaN(value) ? greatest : descending ? -value : value);
    },
    *keys() {
      yield 0;
      return Float64Array.from(values);
    },
  };
}

/** Different cells are ordered once, and every cell gets the rank of its key: alike ones have one rank. */
function ranked(
  compare: (left: string, right: string) => number,
  keyOf: (cell: string) => string,
  descending: boolean,
): KeyColumn {
  const places = new Map<string, number>();
  const cells: string[] = [];
  const placeOf: number[] = [];
  return {
    add(cell) {
      let place = places.get(cell);
      if (place === undefined) {
        place = cells.length;
        places.set(cell, place);
        cells.push(cell);
      }
      placeOf.push(place);
    },
    *keys() {
      places.clear();
      const keys = cells.map(keyOf);
      const index = Uint32Array.from(cells.keys());
      const sorted = yield* stableOrder(index, (left, right) => compare(keys[left]!, keys[right]!));
      const ranks = new Float64Array(cells.length);
      let rank = 0;
      sorted.forEach((place, at) => {
        if (at > 0 && compare(keys[sorted[at - 1]!]!, keys[place]!) !== 0) rank += 1;
        ranks[place] = cells[place] === '' ? greatest : descending ? -rank : rank;
      });
      return Float64Array.from(placeOf, (place) => ranks[place]!);
    },
  };
}
