import { useCallback, useEffect, useRef, useState } from 'react';
import type { Folds } from '../../../shared/rpc/rowViews.ts';
import type { GoTo } from '../../base/grid/useSelection.ts';
import type { Reveal } from '../../platform/editor.ts';
import { useWorkbench } from '../../platform/useWorkbench.ts';
import { withFold } from './arrangement.ts';
import type { Arranged } from './useArrangement.ts';

interface Where {
  readonly arranged: Arranged;
  readonly reveal: Reveal | null;
  fold(to: (now: Folds) => Folds): Promise<unknown>;
  /** Takes filters and order away. */
  onShowAll(): void;
}

/** Goes to a cell by its position, or to a row by its number; one that is filtered out is told of. */
export function useGoTo({ arranged, reveal, fold, onShowAll }: Where) {
  const { rpc, notifications } = useWorkbench();
  const [goTo, setGoTo] = useState<GoTo | null>(null);
  const go = useCallback((row: number, column?: number): void => {
    setGoTo((last) => ({ row, ...(column === undefined ? {} : { column }), serial: (last?.serial ?? 0) + 1 }));
  }, []);
  const { view } = arranged;
  const goToNumber = useCallback(
    async (row: number, column?: number): Promise<void> => {
      if (view === null) return go(row - 1, column);
      const place = await rpc('rows.place', { view, row });
      if (place && place.folded === null) return go(place.position, column);
      if (place) {
        await fold((now) => withFold(now, place.folded!, false));
        return go((await rpc('rows.place', { view, row }))!.position, column);
      }
      const showAll = () => {
        onShowAll();
        go(row - 1);
      };
      const text = `Row ${row.toLocaleString('en')} is filtered out.`;
      notifications.show('info', text, [{ title: 'Show All Rows', run: showAll }]);
    },
    [view, rpc, notifications, go, fold, onShowAll],
  );
  const revealed = useRef(0);
  useEffect(() => {
    if (reveal?.row === undefined || reveal.serial === revealed.current) return;
    revealed.current = reveal.serial;
    void goToNumber(reveal.row);
  }, [reveal, goToNumber]);
  return { goTo, go, goToNumber };
}
