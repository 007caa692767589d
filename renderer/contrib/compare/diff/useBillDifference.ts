import { useEffect, useState } from 'react';
import type { BillDifference } from '../../../../shared/rpc/compareViews.ts';
import { useWorkbench } from '../../../platform/useWorkbench.ts';
import { askUntilStopped } from '../askUntilStopped.ts';
import type { Diffed } from './diffAddress.ts';

/** What the difference of two scenarios makes of the bill: on its way, known, or why not. */
export interface BillEffectState {
  readonly running: boolean;
  readonly view: BillDifference | null;
  readonly failure: string | null;
}

/** How long the typing must rest before both bills are computed. */
const restMs = 120;

/** Follows both texts as they change; a late answer to an earlier question is dropped. */
export function useBillDifference({ left, right }: Diffed, texts: { left: string; right: string }): BillEffectState {
  const { rpc } = useWorkbench();
  const [state, setState] = useState<BillEffectState>({ running: true, view: null, failure: null });
  useEffect(() => {
    setState((now) => ({ ...now, running: true }));
    let stop = (): void => undefined;
    const ask = (): void => {
      const first = { path: left.path, text: texts.left };
      const second = { path: right.path, text: texts.right };
      stop = askUntilStopped(rpc, 'compare.bills', { first, second }, (asked) => {
        setState({ running: false, ...asked });
      });
    };
    const timer = setTimeout(ask, restMs);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [rpc, left.path, right.path, texts.left, texts.right]);
  return state;
}
