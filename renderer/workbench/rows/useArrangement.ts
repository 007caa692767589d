import { useCallback, useEffect, useRef, useState } from 'react';
import type { ArrangedView, Folds, RowsProgress } from '../../../shared/rpc/rowViews.ts';
import { RpcFailure } from '../../../shared/rpc/rpcFailure.ts';
import type { RpcParams } from '../../../shared/rpc/table.ts';
import { useWorkbench } from '../../platform/useWorkbench.ts';
import { isNoWish, noWish, type Wish } from './arrangement.ts';
import type { RowsPlace } from './rowsPlace.ts';

export type RowSource = RpcParams<'rows.arrange'>['source'];

/** Rows as the host has put them in order: `view` null where they stand as they are. */
export interface Arranged extends Pick<ArrangedView, 'shown' | 'lines' | 'groups'> {
  readonly source: RowSource;
  readonly wish: Wish;
  readonly view: string | null;
  /** Grows as groups are folded: the lines of a view are then others. */
  readonly folding: number;
}

/** Has the rows of a source ordered, filtered and grouped as wished; what was there before shows until that is done. */
export function useArrangement(source: RowSource, total: number, begin: Pick<RowsPlace, 'wish' | 'folds'>) {
  const { rpc, notifications } = useWorkbench();
  const job = useJob();
  const [wish, setWish] = useState(begin.wish);
  const { folds, setFolds, foldsNow } = useFolds(begin.folds);
  const [kept, setArranged] = useState<Arranged | null>(null);
  const [running, setRunning] = useState(false);
  const progress = useProgress(job, running);
  const lastGood = useRef(noWish);
  const asked = useRef(false);
  useEffect(() => {
    if (isNoWish(wish)) {
      lastGood.current = wish;
      setArranged(null);
      setRunning(false);
      if (asked.current) void rpc('rows.cancel', { job }).catch(() => undefined);
      asked.current = false;
      return;
    }
    let gone = false;
    setRunning(true);
    asked.current = true;
    const group = wish.group === null ? null : { column: wish.group, folds: foldsNow.current };
    rpc('rows.arrange', { job, source, ...wish, group }).then(
      (outcome) => {
        if (gone) return;
        setRunning(false);
        if ('faults' in outcome) {
          notifications.failed('Filtering', new Error(outcome.faults[0]!.message));
          return setWish(lastGood.current);
        }
        lastGood.current = wish;
        setArranged({ source, wish, ...outcome, folding: 0 });
      },
      (error: unknown) => {
        if (gone) return;
        setRunning(false);
        const wasStopped = error instanceof RpcFailure && ['cancelled', 'superseded'].includes(error.code);
        if (!wasStopped) notifications.failed('Ordering the rows', error);
        setWish(lastGood.current);
      },
    );
    return () => {
      gone = true;
    };
  }, [rpc, notifications, job, source, wish]);
  const fold = useFold({ view: kept?.view ?? null, setFolds, setArranged });
  const cancel = useCallback(() => void rpc('rows.cancel', { job }).catch(() => undefined), [rpc, job]);
  const arranged: Arranged = kept ?? {
    source,
    wish: noWish,
    view: null,
    shown: total,
    lines: total,
    groups: null,
    folding: 0,
  };
  /** Rows that were ordered or filtered when they were looked at last are not shown otherwise before. */
  const isBeginning = kept === null && wish === begin.wish && !isNoWish(wish);
  return { wish, setWish, folds, setFolds, fold, arranged, running, isBeginning, progress, cancel };
}

/** Which groups are folded: known at once to whoever asks next. */
function useFolds(begin: Folds) {
  const [folds, set] = useState(begin);
  const foldsNow = useRef(folds);
  const setFolds = useCallback((to: (now: Folds) => Folds): Folds => {
    set((foldsNow.current = to(foldsNow.current)));
    return foldsNow.current;
  }, []);
  return { folds, setFolds, foldsNow };
}

interface Folding {
  readonly view: string | null;
  setFolds(to: (now: Folds) => Folds): Folds;
  setArranged(to: (now: Arranged | null) => Arranged | null): void;
}

/** Folds and unfolds groups; gives where the line `at` then stands. */
function useFold({ view, setFolds, setArranged }: Folding) {
  const { rpc } = useWorkbench();
  return useCallback(
    async (to: (now: Folds) => Folds, at: number | null = null): Promise<number | null> => {
      if (view === null) return null;
      const folded = await rpc('rows.fold', { view, folds: setFolds(to), at });
      setArranged((now) => now && { ...now, lines: folded.lines, folding: now.folding + 1 });
      return folded.at;
    },
    [rpc, view, setFolds, setArranged],
  );
}

/** A name for jobs of the host that no other window has. */
export function useJob(): string {
  return useState(() => crypto.randomUUID())[0];
}

/** How far a job of the host is, while it runs. */
export function useProgress(job: string, running: boolean): RowsProgress | null {
  const { on } = useWorkbench();
  const [progress, setProgress] = useState<RowsProgress | null>(null);
  useEffect(() => {
    if (!running) return setProgress(null);
    return on('rows.progress', (told) => told.job === job && setProgress(told));
  }, [on, job, running]);
  return progress;
}
