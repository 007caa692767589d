import { DecimalSums } from '../../../shared/base/rows/decimalSums.ts';
import { keyColumn } from '../../../shared/base/rows/rowOrder.ts';
import { zoneOf } from '../../../shared/calendar/zone.ts';
import { inOrder, stepped, type Arrangement } from './arrange.ts';
import { groupLabel } from './groupLabel.ts';
import type { CellsOfRow, RowsOf } from './rowsOf.ts';
import type { Work } from './work.ts';

/** Rows in groups, the groups in order. */
export interface Groups {
  /** Index of the column by which they are grouped. */
  readonly column: number;
  readonly labels: readonly string[];
  /** Where in the order the rows of each begin, and where those of the last end. */
  readonly starts: Uint32Array;
  /** The sum of a column of amounts, exact; empty where there is nothing to sum. */
  sum(group: number, column: number): string;
}

/**
 * The positions of the rows that pass every test, group by group and in order within each. Groups go by their labels, downwards
 * where the rows are sorted so by their column; those without a label come last.
 */
export async function groupRows(
  rows: RowsOf,
  arrangement: Arrangement & { readonly group: string },
  work: Work,
): Promise<{ readonly order: Uint32Array; readonly groups: Groups }> {
  const { sort, group } = arrangement;
  const collected = new Collected(rows, group);
  const { kept, places } = await inOrder(rows, arrangement, work, (cells) => collected.add(cells));
  const descending = sort.some((key) => key.column === group && key.descending);
  const ranks = await collected.ranks(descending, work);
  const starts = startsOf(collected.counts, ranks);
  const next = starts.slice();
  const order = new Uint32Array(places.length);
  for (const place of places) order[next[ranks[collected.groupOf[place]!]!]!++] = kept[place]!;
  return { order, groups: collected.inOrder(ranks, starts) };
}

/** What of the rows that pass is known by group, the groups as they first came. */
class Collected {
  readonly groupOf: number[] = [];
  readonly counts: number[] = [];
  private readonly labels: string[] = [];
  private readonly known = new Map<string, number>();
  private readonly column: number;
  private readonly kind: 'number' | 'text';
  private readonly labelOf: (cell: string) => string;
  private readonly sums: readonly { readonly column: number; readonly sums: DecimalSums }[];

  constructor({ columns, zone, groupLabels }: RowsOf, group: string) {
    this.column = columns.findIndex(({ id }) => id === group);
    const { kind } = columns[this.column]!;
    this.kind = kind === 'number' ? kind : 'text';
    this.labelOf = groupLabels?.[group] ?? groupLabel(kind, zone ?? zoneOf('UTC')!);
    this.sums = columns.flatMap(({ isAmount }, column) =>
      isAmount && column !== this.column ? [{ column, sums: new DecimalSums() }] : [],
    );
  }

  add(cells: CellsOfRow): void {
    const group = this.groupNamed(this.labelOf(cells(this.column)));
    this.groupOf.push(group);
    this.counts[group]! += 1;
    for (const { column, sums } of this.sums) sums.add(group, cells(column));
  }

  /** For each group its place among all. */
  async ranks(descending: boolean, work: Work): Promise<Uint32Array> {
    const column = keyColumn(this.kind, descending);
    for (const label of this.labels) column.add(label);
    const keys = await stepped(column.keys(), this.labels.length, work);
    const sorted = Uint32Array.from(this.labels.keys()).sort((left, right) => keys[left]! - keys[right]!);
    const ranks = new Uint32Array(sorted.length);
    sorted.forEach((group, rank) => (ranks[group] = rank));
    return ranks;
  }

  inOrder(ranks: Uint32Array, starts: Uint32Array): Groups {
    const { column, sums } = this;
    const groups = new Uint32Array(ranks.length);
    ranks.forEach((rank, group) => (groups[rank] = group));
    const labels = Array.from(groups, (group) => this.labels[group]!);
    return { column, labels, starts, sum: (rank, of) => sumOf(of)?.sums.sum(groups[rank]!) ?? '' };
    function sumOf(of: number) {
      return sums.find((each) => each.column === of);
    }
  }

  private groupNamed(label: string): number {
    const known = this.known.get(label);
    if (known !== undefined) return known;
    const group = this.labels.push(label) - 1;
    this.known.set(label, group);
    this.counts.push(0);
    return group;
  }
}

function startsOf(counts: readonly number[], ranks: Uint32Array): Uint32Array {
  const starts = new Uint32Array(counts.length + 1);
  counts.forEach((count, group) => (starts[ranks[group]! + 1] = count));
  for (let rank = 0; rank < counts.length; rank++) starts[rank + 1]! += starts[rank]!;
  return starts;
}
