import { parseAddress } from '../../platform/address.ts';
import type { Contribution } from '../../platform/contribution.ts';
import type { Workbench } from '../../platform/workbench.ts';
import { scenarioFor } from '../../workbench/scenarioInFront.ts';
import type { FitChoice } from './fitChoice.ts';

/** Demand models from usage that was seen, and how well they would have forecast it. */
export const fitContribution: Contribution = {
  id: 'fit',
  editors: [
    {
      scheme: 'fit',
      title: (path) => path.slice(path.lastIndexOf('/') + 1).replace('.scenario.json', ''),
      label: 'Fit',
      icon: 'graph-line',
      document: (path) => path,
      load: () => import('./FitEditor.tsx').then((module) => module.FitEditor),
    },
  ],
  commands: [
    {
      id: 'fit.open',
      category: 'Forecast',
      title: 'Fit Demand to History',
      icon: 'graph-line',
      when: 'workspaceOpen',
      menu: [
        { menu: 'explorer/context', when: 'fileKind == scenario', group: '2_bill' },
        { menu: 'run', group: '3_forecast' },
      ],
      run: openFit,
    },
    {
      id: 'fit.use',
      category: 'Forecast',
      title: 'Use the Fitted Model',
      when: 'editor == fit && !readOnly',
      menu: { menu: 'run', when: 'editor == fit', group: '3_forecast' },
      run: takeModel,
    },
  ],
};

/** What the command takes: the scenario, and the model that a fit is to replace. */
interface Target {
  readonly model?: string;
  /** A meter’s id; null: credits. */
  readonly meter?: string | null;
}

async function openFit(workbench: Workbench, args?: unknown): Promise<void> {
  const path = await scenarioFor(workbench, args, 'Fit demand to history');
  if (path === null) return workbench.notifications.show('info', 'A fit is made for a scenario: open one first.');
  const { model, meter } = typeof args === 'object' && args !== null ? (args as Target) : {};
  const change: Partial<FitChoice> = {
    ...(model === undefined ? {} : { model }),
    ...(meter === undefined ? {} : { meter }),
  };
  if (Object.keys(change).length > 0) (await import('./fitRuns.ts')).fitRuns(workbench).choose(path, change);
  workbench.editors.open(`fit:${path}`, { focus: true, pinned: true });
}

async function takeModel(workbench: Workbench): Promise<void> {
  const { scheme, path } = parseAddress(workbench.editors.active() ?? 'none:');
  if (scheme !== 'fit') return;
  const [{ fitRuns }, { takeFitted }] = await Promise.all([import('./fitRuns.ts'), import('./takeFitted.ts')]);
  const { answer, stale } = fitRuns(workbench).run(path);
  if (!answer?.fit || stale) return workbench.notifications.announce('There is no fit yet that can be used');
  takeFitted(workbench, path, answer.fit);
}
