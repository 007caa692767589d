import { useEffect, useRef } from 'react';
import type { GridCell } from './gridSelection.ts';

/** Where a grid is looked at: its cursor, the row at its top, and how far it is scrolled sideways, in pixels. */
export interface GridPlace {
  readonly cursor: GridCell;
  readonly top: number;
  readonly left: number;
}

const restMs = 300;

/** Tells where a grid is looked at once it rests there. */
export function useToldPlace({ cursor, top, left }: GridPlace, tell: ((place: GridPlace) => void) | undefined): void {
  const begun = useRef(false);
  useEffect(() => {
    if (!begun.current) return void (begun.current = true);
    const rest = setTimeout(() => tell?.({ cursor, top, left }), restMs);
    return () => clearTimeout(rest);
  }, [cursor.row, cursor.column, top, left, tell]);
}
