import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useWorkbench } from '../../platform/useWorkbench.ts';
import type { Workbench } from '../../platform/workbench.ts';
import type { LiveRun } from './liveRun.ts';
import { LiveRuns, type LiveKind } from './liveRuns.ts';

/** One set of runs for each workbench. */
export function liveRunsOf<Choice extends object, Answer>(kind: LiveKind<Choice, Answer>) {
  const known = new WeakMap<Workbench, LiveRuns<Choice, Answer>>();
  return (workbench: Workbench): LiveRuns<Choice, Answer> => {
    const runs = known.get(workbench) ?? new LiveRuns(workbench, kind);
    known.set(workbench, runs);
    return runs;
  };
}

/** The answer about a document, kept up to date while the component lives. */
export function useLive<Choice extends object, Answer>(
  of: (workbench: Workbench) => LiveRuns<Choice, Answer>,
  path: string,
): LiveRun<Choice, Answer> {
  const runs = of(useWorkbench());
  useEffect(() => runs.follow(path), [runs, path]);
  return useStore(runs.store, (state) => state[path]) ?? runs.run(path);
}
