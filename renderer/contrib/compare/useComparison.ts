import { useCallback, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { ComparisonView } from '../../../shared/rpc/compareViews.ts';
import { useWorkbench } from '../../platform/useWorkbench.ts';
import { askUntilStopped } from './askUntilStopped.ts';
import type { Compared } from './compareAddress.ts';

/** A comparison as it stands: on its way, done, or refused. */
export interface Comparing {
  readonly running: boolean;
  readonly view: ComparisonView | null;
  readonly failure: string | null;
  /** A file of it changed since. */
  readonly stale: boolean;
  /** A scenario of it is being edited: its bill is of what is saved. */
  readonly unsaved: boolean;
  again(): void;
}

/** Compares what an address names, and anew when asked. */
export function useComparison(compared: Compared | null): Comparing {
  const { rpc, on, documents } = useWorkbench();
  const [state, setState] = useState<Omit<Comparing, 'again' | 'unsaved'>>(fresh);
  const [run, setRun] = useState(0);
  const first = compared?.first ?? null;
  const second = compared?.second ?? null;
  const unsaved = useStore(documents.store, ({ byPath }) =>
    [first, second].some((path) => path !== null && byPath[path]?.dirty === true),
  );
  useEffect(() => {
    if (first === null || second === null) return;
    setState((now) => ({ ...now, running: true, stale: false }));
    return askUntilStopped(rpc, 'compare.run', { first, second }, (asked) => {
      setState({ running: false, stale: false, ...asked });
    });
  }, [rpc, first, second, run]);
  useEffect(
    () =>
      on('workspace.changed', ({ paths }) => {
        const isOurs = (path: string) =>
          [first, second].some((own) => own !== null && (path === own || path.startsWith(`${own}/`)));
        if (paths.some(isOurs)) setState((now) => ({ ...now, stale: now.view !== null }));
      }),
    [on, first, second],
  );
  const again = useCallback(() => setRun((count) => count + 1), []);
  return { ...state, unsaved, again };
}

const fresh = { running: true, view: null, failure: null, stale: false };
