import type { Folds } from '../../../shared/rpc/rowViews.ts';
import type { Groups } from './groupRows.ts';

/** A line of a grid of groups: the header of one, or a row of it by its place in the order. */
export interface GroupLine {
  readonly group: number;
  readonly place: number | null;
}

/** The lines of rows in groups, some of them folded. */
export interface GroupLines {
  readonly groups: Groups;
  readonly count: number;
  isFolded(group: number): boolean;
  headerLine(group: number): number;
  at(line: number): GroupLine;
  /** The line of the row at a place in the order, or of the header of its group where that is folded. */
  lineOf(place: number): { readonly line: number; readonly folded: string | null };
  /** The line that stands for a line of other folds of the same groups. */
  lineFor(line: GroupLine): number;
}

export function groupLines(groups: Groups, { folded, except }: Folds): GroupLines {
  const { labels, starts } = groups;
  const others = new Set(except);
  const isFolded = (group: number) => others.has(labels[group]!) !== folded;
  const headers = new Uint32Array(labels.length + 1);
  for (let group = 0; group < labels.length; group++) {
    const rows = isFolded(group) ? 0 : starts[group + 1]! - starts[group]!;
    headers[group + 1] = headers[group]! + 1 + rows;
  }
  const headerLine = (group: number) => headers[group]!;
  const lineOf = (place: number) => {
    const group = lastAtMost(starts, place);
    if (isFolded(group)) return { line: headerLine(group), folded: labels[group]! };
    return { line: headerLine(group) + 1 + place - starts[group]!, folded: null };
  };
  return {
    groups,
    count: headers[labels.length]!,
    isFolded,
    headerLine,
    at(line) {
      const group = lastAtMost(headers, line);
      const within = line - headers[group]! - 1;
      return { group, place: within < 0 ? null : starts[group]! + within };
    },
    lineOf,
    lineFor: ({ group, place }) => (place === null ? headerLine(group) : lineOf(place).line),
  };
}

/** The last of rising starts that is at most a value; the very last is the end of all. */
function lastAtMost(starts: Uint32Array, value: number): number {
  let low = 0;
  let high = starts.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
