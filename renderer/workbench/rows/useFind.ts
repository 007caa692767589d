import { useCallback, useEffect, useRef, useState } from 'react';
import type { FoundCell } from '../../../shared/rpc/rowViews.ts';
import { RpcFailure } from '../../../shared/rpc/rpcFailure.ts';
import type { GridColumn } from '../../base/grid/gridColumn.ts';
import type { GridCell } from '../../base/grid/gridSelection.ts';
import { useWorkbench } from '../../platform/useWorkbench.ts';
import { useJob, useProgress, type Arranged } from './useArrangement.ts';

const restMs = 150;

/** A search in the rows of a grid, as far as it is. */
export interface FindState {
  readonly text: string;
  readonly matchCase: boolean;
  readonly running: boolean;
  /** Null while nothing was looked for yet. */
  readonly count: number | null;
  readonly at: FoundCell | null;
  readonly failure: string | null;
}

const nothing = { running: false, count: null, at: null, failure: null };

interface Where {
  readonly open: boolean;
  readonly arranged: Arranged;
  readonly columns: readonly GridColumn[];
  /** Where the cursor stands: the search goes on from there. */
  cursor(): GridCell;
  onFound(cell: FoundCell): void;
}

/** Finds a text in all rows, not only in those that are drawn, and goes from one to the next. */
export function useFind({ open, arranged, columns, cursor, onFound }: Where) {
  const { rpc } = useWorkbench();
  const job = useJob();
  const [asked, ask] = useState({ text: '', matchCase: false });
  const [state, setState] = useState<Omit<FindState, 'text' | 'matchCase'>>(nothing);
  const progress = useProgress(job, state.running);
  const found = useRef<string | null>(null);
  const now = useRef({ cursor, onFound });
  now.current = { cursor, onFound };
  const go = useCallback(
    async (after: GridCell, step: 1 | -1) => {
      const id = found.current;
      if (id === null) return;
      const at = await rpc('rows.nextFound', { found: id, after: { position: after.row, column: after.column }, step });
      if (id !== found.current) return;
      setState((state) => ({ ...state, at }));
      if (at) now.current.onFound(at);
    },
    [rpc],
  );
  useEffect(() => {
    found.current = null;
    if (!open || asked.text === '') {
      setState(nothing);
      return;
    }
    let gone = false;
    const search = async () => {
      setState({ ...nothing, running: true });
      const ids = columns.map(({ id }) => id);
      try {
        const { source, view } = arranged;
        const { found: id, count } = await rpc('rows.find', { job, source, view, ...asked, columns: ids });
        if (gone) return;
        found.current = id;
        setState({ ...nothing, count });
        const { row, column } = now.current.cursor();
        await go({ row, column: column - 1 }, 1);
      } catch (error) {
        const wasStopped = error instanceof RpcFailure && ['cancelled', 'superseded'].includes(error.code);
        if (!gone) setState({ ...nothing, failure: wasStopped ? null : String((error as Error).message) });
      }
    };
    const timer = setTimeout(() => void search(), restMs);
    return () => {
      gone = true;
      clearTimeout(timer);
      void rpc('rows.cancel', { job }).catch(() => undefined);
    };
  }, [rpc, job, open, asked, arranged.source, arranged.view, columns, go]);
  const next = useCallback(
    (step: 1 | -1) => {
      const { row, column } = now.current.cursor();
      void go({ row: Math.max(row, -1), column }, step).catch(() => undefined);
    },
    [go],
  );
  return { find: { ...asked, ...state }, progress, ask, next };
}
