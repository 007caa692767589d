import { parseAddress } from '../../platform/address.ts';
import { actCommands } from '../../platform/actCommand.ts';
import type { Contribution } from '../../platform/contribution.ts';
import type { Workbench } from '../../platform/workbench.ts';

const category = 'Compare';
const suffix = '.comparison.json';

/** Two to five variants of a scenario side by side. */
export const variantsContribution: Contribution = {
  id: 'variants',
  editors: [
    {
      scheme: 'comparison',
      title: (path) => path.slice(path.lastIndexOf('/') + 1).replace(suffix, ''),
      label: 'Variants',
      icon: 'versions',
      document: (path) => path,
      load: () => import('./ComparisonEditor.tsx').then((module) => module.ComparisonEditor),
    },
  ],
  commands: [
    {
      id: 'variants.new',
      category,
      title: 'Compare Variants…',
      icon: 'versions',
      when: 'workspaceOpen && !workspaceReadOnly',
      menu: [
        { menu: 'editor/title', when: '(editor == forecast || editor == planner) && scenarioFile' },
        { menu: 'explorer/context', when: 'fileKind == scenario', group: '4_compare', order: 0 },
        { menu: 'run', group: '3_forecast' },
      ],
      // The scenario's decoder is loaded when it is asked for.
      run: async (workbench, args) => (await import('./newComparison.ts')).compareVariants(workbench, args),
    },
    {
      id: 'variants.text',
      category,
      title: 'Open the Comparison as Text',
      icon: 'json',
      when: 'editor == comparison',
      menu: { menu: 'editor/title' },
      run: (workbench) =>
        inFront(workbench, (path) => workbench.editors.open(`text:${path}`, { pinned: true, focus: true })),
    },
    {
      id: 'variants.again',
      category,
      title: 'Compare Again',
      key: 'CtrlCmd+Enter',
      when: 'editor == comparison',
      run: (workbench) =>
        inFront(workbench, async (path) => {
          for (const runs of await runsOf(workbench)) runs.again(path);
        }),
    },
    {
      id: 'variants.cancel',
      category,
      title: 'Cancel the Comparison',
      when: 'editor == comparison',
      run: (workbench) =>
        inFront(workbench, async (path) => {
          for (const runs of await runsOf(workbench)) await runs.cancel(path);
        }),
    },
    ...actCommands(category, {
      'variants.goToFault': 'Go to Fault',
    }),
  ],
};

/** What follows comparisons comes with their editor: start-up does without. */
async function runsOf(workbench: Workbench) {
  const [{ variantsRuns }, { solveRuns }] = await Promise.all([import('./variantsRuns.ts'), import('./solveRuns.ts')]);
  return [variantsRuns(workbench), solveRuns(workbench)];
}

function inFront({ editors }: Workbench, work: (path: string) => Promise<void> | void): Promise<void> | void {
  const uri = editors.active();
  return uri === null ? undefined : work(parseAddress(uri).path);
}
