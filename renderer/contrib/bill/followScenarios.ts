import type { Workbench } from '../../platform/workbench.ts';
import { billRuns } from '../../workbench/bills/useBill.ts';

/** Keeps the bill of every open scenario up to date, for its problems are told even where no bill shows. */
export function followScenarios(workbench: Workbench): void {
  const { store } = workbench.documents;
  const followed = new Map<string, () => void>();
  store.subscribe(({ byPath }) => {
    for (const path of Object.keys(byPath)) {
      if (path.endsWith('.scenario.json') && !followed.has(path)) followed.set(path, billRuns(workbench).follow(path));
    }
    for (const [path, stop] of followed) {
      if (path in byPath) continue;
      followed.delete(path);
      stop();
    }
  });
}
