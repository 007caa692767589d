import { keyColumn, type SortKey } from '../../../shared/base/rows/rowOrder.ts';
import type { CellTest } from '../../../shared/base/rows/readFilter.ts';
import { mergedInAll, stableOrder } from '../../../shared/base/rows/stableOrder.ts';
import type { CellsOfRow, RowsOf } from './rowsOf.ts';
import type { Work } from './work.ts';

/** A test of the cells of one column. */
export interface ColumnTest {
  readonly column: number;
  readonly test: CellTest;
}

export interface Arrangement {
  readonly sort: readonly SortKey[];
  readonly tests: readonly ColumnTest[];
}

/** The positions of the rows that pass every test, in order: alike ones as they stand. */
export async function arrange(rows: RowsOf, arrangement: Arrangement, work: Work): Promise<Uint32Array> {
  const { kept, places } = await inOrder(rows, arrangement, work);
  return places.map((place) => kept[place]!);
}

/** The positions of the rows that pass every test, as they stand, and the places among them in order. `look` sees each such row. */
export async function inOrder(
  rows: RowsOf,
  { sort, tests }: Arrangement,
  work: Work,
  look?: (cells: CellsOfRow) => void,
): Promise<{ readonly kept: Uint32Array; readonly places: Uint32Array }> {
  const keys = sort.map(({ column, descending }) => {
    const index = rows.columns.findIndex(({ id }) => id === column);
    return { index, column: keyColumn(rows.columns[index]!.kind, descending) };
  });
  const passed = new Uint32Array(rows.total);
  let count = 0;
  let position = 0;
  for await (const block of rows.blocks()) {
    for (const cells of block) {
      if (passes(cells, tests)) {
        passed[count++] = position;
        for (const { index, column } of keys) column.add(cells(index));
        look?.(cells);
      }
      position++;
    }
    await work.turn('reading', position / rows.total);
  }
  const kept = passed.slice(0, count);
  const places = Uint32Array.from({ length: count }, (_, place) => place);
  if (keys.length === 0) return { kept, places };
  const columns: Float64Array[] = [];
  for (const { column } of keys) columns.push(await stepped(column.keys(), count, work));
  return { kept, places: await stepped(stableOrder(places, compareBy(columns)), count, work) };
}

function passes(cells: CellsOfRow, tests: readonly ColumnTest[]): boolean {
  for (const { column, test } of tests) if (!test(cells(column))) return false;
  return true;
}

/** Compares rows, or groups of them, by their keys in some columns, the most important first. */
export function compareBy(columns: readonly Float64Array[]): (left: number, right: number) => number {
  const [first, ...more] = columns;
  if (more.length === 0) return (left, right) => first![left]! - first![right]!;
  return (left, right) => {
    for (const column of columns) {
      const difference = column[left]! - column[right]!;
      if (difference !== 0) return difference;
    }
    return 0;
  };
}

/** Goes through the steps of a sort, each of which tells how many elements it moved. */
export async function stepped<T>(steps: Generator<number, T>, count: number, work: Work): Promise<T> {
  const all = mergedInAll(count) || 1;
  let merged = 0;
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    merged += step.value;
    const pause = work.turn('sorting', Math.min(1, merged / all));
    if (pause) await pause;
  }
}
