import { useCallback, useRef } from 'react';
import type { CellsRow } from '../../../shared/rpc/rowViews.ts';
import type { RowPages } from './rowPages.ts';

const restMs = 120;

/** Tells of a chosen row once the cursor rests on it, at once where Enter was pressed, which folds and unfolds a group. */
export function useChoose(
  pages: RowPages,
  onChoose: ((row: CellsRow, byKeyboard: boolean) => void | Promise<void>) | undefined,
  onFold: (index: number) => void,
) {
  const rest = useRef<ReturnType<typeof setTimeout> | null>(null);
  return useCallback(
    (index: number, byKeyboard: boolean) => {
      if (rest.current !== null) clearTimeout(rest.current);
      const tell = () => {
        const row = pages.row(index);
        if (row?.group && byKeyboard) onFold(index);
        else if (row && !row.group) void onChoose?.(row, byKeyboard);
      };
      rest.current = setTimeout(tell, byKeyboard ? 0 : restMs);
    },
    [pages, onChoose, onFold],
  );
}
