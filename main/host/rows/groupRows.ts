import { keyColumn, type SortKey } from '../../../shared/base/rows/rowOrder.ts';
import { zoneOf } from '../../../shared/calendar/zone.ts';
import { compareBy, inOrder, stepped, type Arrangement } from './arrange.ts';
import { groupLabel } from './groupLabel.ts';
import { GroupSums } from './groupSums.ts';
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
  /** Whether a column of amounts has no sum since they are of several currencies. */
  isMixed(group: number, column: number): boolean;
}

/**
 * The positions of the rows that pass every test, group by group and in order within each. The groups are in the same order as far
 * as they have it: by the sum of a column that is added up, those without one last; and else by their labels, those without one last.
 */
export async function groupRows(
  rows: RowsOf,
  arrangement: Arrangement & { readonly group: string },
  work: Work,
): Promise<{ readonly order: Uint32Array; readonly groups: Groups }> {
  const { sort, group } = arrangement;
  const collected = new Collected(rows, group);
  const { kept, places } = await inOrder(rows, arrangement, work, (cells) => collected.add(cells));
  const ranks = await collected.ranks(sort, work);
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
  private readonly columns: RowsOf['columns'];
  private readonly currencies: readonly number[];
  private readonly sums: ReadonlyMap<number, GroupSums>;

  constructor({ columns, zone, groupLabels }: RowsOf, group: string) {
    this.columns = columns;
    this.column = columns.findIndex(({ id }) => id === group);
    const { kind } = columns[this.column]!;
    this.kind = kind === 'number' ? kind : 'text';
    this.labelOf = groupLabels?.[group] ?? groupLabel(kind, zone ?? zoneOf('UTC')!);
    this.currencies = columns.flatMap(({ isCurrency }, column) => (isCurrency ? [column] : []));
    const isSummed = (column: number) => columns[column]!.isAmount && column !== this.column;
    this.sums = new Map([...columns.keys()].filter(isSummed).map((column) => [column, new GroupSums()]));
  }

  add(cells: CellsOfRow): void {
    const group = this.groupNamed(this.labelOf(cells(this.column)));
    this.groupOf.push(group);
    this.counts[group]! += 1;
    const currency = this.currencyOf(cells);
    for (const [column, sums] of this.sums) {
      sums.add(group, cells(column), this.columns[column]!.isCount ? '' : currency);
    }
  }

  /** For each group its place among all. */
  async ranks(sort: readonly SortKey[], work: Work): Promise<Uint32Array> {
    const keys: Float64Array[] = [];
    for (const { column, descending } of [...sort, { column: this.columns[this.column]!.id, descending: false }]) {
      const key = await this.keysBy(column, descending, work);
      if (key) keys.push(key);
    }
    const sorted = Uint32Array.from(this.labels.keys()).sort(compareBy(keys));
    const ranks = new Uint32Array(sorted.length);
    sorted.forEach((group, rank) => (ranks[group] = rank));
    return ranks;
  }

  inOrder(ranks: Uint32Array, starts: Uint32Array): Groups {
    const { column, sums } = this;
    const groups = new Uint32Array(ranks.length);
    ranks.forEach((rank, group) => (groups[rank] = group));
    return {
      column,
      labels: Array.from(groups, (group) => this.labels[group]!),
      starts,
      sum: (rank, of) => sums.get(of)?.sum(groups[rank]!) ?? '',
      isMixed: (rank, of) => sums.get(of)?.isMixed(groups[rank]!) ?? false,
    };
  }

  /** By what groups are compared in a column: their labels, or its sums; null where a group has neither. */
  private async keysBy(id: string, descending: boolean, work: Work): Promise<Float64Array | null> {
    const at = this.columns.findIndex((column) => column.id === id);
    const sums = this.sums.get(at);
    if (at !== this.column && !sums) return null;
    const column = keyColumn(sums ? 'number' : this.kind, descending);
    this.labels.forEach((label, group) => column.add(sums ? sums.sum(group) : label));
    return stepped(column.keys(), this.labels.length, work);
  }

  private currencyOf(cells: CellsOfRow): string {
    return this.currencies.map((column) => cells(column).trim().toUpperCase()).join(' ');
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
