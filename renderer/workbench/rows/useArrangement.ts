import { useCallback, useEffect, useRef, useState } from 'react';
import type { RowsProgress } from '../../../shared/rpc/rowViews.ts';
import { RpcFailure } from '../../../shared/rpc/rpcFailure.ts';
import type { RpcParams } from '../../../shared/rpc/table.ts';
import { useWorkbench } from '../../platform/useWorkbench.ts';
import { isNoWish, noWish, type Wish } from './arrangement.ts';

export type RowSource = RpcParams<'rows.arrange'>['source'];

/** Rows as the host has put them in order: `view` null where they stand as they are. */
export interface Arranged {
  readonly source: RowSource;
  readonly wish: Wish;
  readonly view: string | null;
  readonly shown: number;
}

/** Has the rows of a source ordered and filtered as wished; what was there before shows until that is done. */
export function useArrangement(source: RowSource, total: number, begin: Wish) {
  const { rpc, notifications } = useWorkbench();
  const job = useJob();
  const [wish, setWish] = useState(begin);
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
    rpc('rows.arrange', { job, source, ...wish }).then(
      (outcome) => {
        if (gone) return;
        setRunning(false);
        if ('faults' in outcome) {
          notifications.failed('Filtering', new Error(outcome.faults[0]!.message));
          return setWish(lastGood.current);
        }
        lastGood.current = wish;
        setArranged({ source, wish, view: outcome.view, shown: outcome.shown });
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
  const cancel = useCallback(() => void rpc('rows.cancel', { job }).catch(() => undefined), [rpc, job]);
  const arranged: Arranged = kept ?? { source, wish: noWish, view: null, shown: total };
  /** Rows that were ordered or filtered when they were looked at last are not shown otherwise before. */
  const isBeginning = kept === null && wish === begin && !isNoWish(begin);
  return { wish, setWish, arranged, running, isBeginning, progress, cancel };
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
