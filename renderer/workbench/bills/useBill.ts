import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useWorkbench } from '../../platform/useWorkbench.ts';
import type { Workbench } from '../../platform/workbench.ts';
import { noRun, type BillRun } from './billRun.ts';
import { BillRuns } from './billRuns.ts';

const runsOf = new WeakMap<Workbench, BillRuns>();

/** The bills of a workbench: one set, so that no two editors undo each other's runs. */
export function billRuns(workbench: Workbench): BillRuns {
  const known = runsOf.get(workbench) ?? new BillRuns(workbench);
  runsOf.set(workbench, known);
  return known;
}

/** Keeps the bill of a scenario up to date while the component lives, for the faults that only a run can find. Null follows none. */
export function useBillRuns(path: string | null): BillRuns {
  const runs = billRuns(useWorkbench());
  useEffect(() => (path === null ? undefined : runs.follow(path)), [runs, path]);
  return runs;
}

/** The bill of a scenario, kept up to date while the component lives. Null follows none. */
export function useBill(path: string | null): BillRun {
  const runs = useBillRuns(path);
  return useStore(runs.store, (state) => (path === null ? undefined : state[path])) ?? noRun;
}
