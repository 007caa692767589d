import type { FoundCell } from '../../../shared/rpc/rowViews.ts';
import type { KeptSearch } from './keptViews.ts';

interface After {
  readonly position: number;
  readonly column: number;
}

/** The next cell that was found, by the lines of the view that was searched: they may have been folded since. */
export function nextFound({ found, view }: KeptSearch, after: After, step: 1 | -1): FoundCell | null {
  const { order, lines } = view;
  const next = found.next(lines && after.position >= 0 ? placeAfter(lines.at(after.position), after) : after, step);
  if (!next) return null;
  const row = (order?.[next.position] ?? next.position) + 1;
  return { ...next, position: lines ? lines.lineOf(next.position).line : next.position, row };

  /** The header of a group stands before its first row. */
  function placeAfter({ group, place }: { group: number; place: number | null }, { column }: After): After {
    return place === null ? { position: lines!.groups.starts[group]!, column: -1 } : { position: place, column };
  }
}
