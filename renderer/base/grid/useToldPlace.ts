import { useEffect, useRef } from 'react';
import type { GridSelection } from './gridSelection.ts';

/**
 * Where a grid is looked at: its cursor with what is selected, the row at its top, and how far it is scrolled sideways, in
 * pixels. No ranges: the cursor's own cell.
 */
export interface GridPlace extends Pick<GridSelection, 'cursor' | 'anchor' | 'ranges'> {
  readonly top: number;
  readonly left: number;
}

const restMs = 300;
/** Of a selection of very many parts only the latest are kept. */
const mostRanges = 200;

/** Tells where a grid is looked at once it rests there. */
export function useToldPlace(
  { selection, top, left }: Pick<GridPlace, 'top' | 'left'> & { readonly selection: GridSelection },
  tell: ((place: GridPlace) => void) | undefined,
): void {
  const begun = useRef(false);
  useEffect(() => {
    if (!begun.current) return void (begun.current = true);
    const rest = setTimeout(() => {
      const { cursor, anchor, ranges } = selection;
      tell?.({ cursor, anchor, ranges: ranges.slice(-mostRanges), top, left });
    }, restMs);
    return () => clearTimeout(rest);
  }, [selection, top, left, tell]);
}
