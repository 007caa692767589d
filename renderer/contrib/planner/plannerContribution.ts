import { actCommands } from '../../platform/actCommand.ts';
import type { Contribution } from '../../platform/contribution.ts';
import { parseAddress } from '../../platform/address.ts';
import type { Workbench } from '../../platform/workbench.ts';
import { openBeside } from '../../workbench/openBeside.ts';
import { scenarioFor } from '../../workbench/scenarioInFront.ts';

const category = 'Planner';

/** How many prepaid credits to buy, and the odds. */
export const plannerContribution: Contribution = {
  id: 'planner',
  editors: [
    {
      scheme: 'planner',
      title: (path) => path.slice(path.lastIndexOf('/') + 1).replace('.scenario.json', ''),
      label: 'Planner',
      icon: 'target',
      document: (path) => path,
      load: () => import('./PlannerEditor.tsx').then((module) => module.PlannerEditor),
    },
  ],
  commands: [
    {
      id: 'planner.open',
      category,
      title: 'Plan a Prepaid Purchase',
      icon: 'target',
      when: 'workspaceOpen',
      menu: [
        { menu: 'editor/title', when: '(editor == bill || editor == forecast) && scenarioFile' },
        { menu: 'explorer/context', when: 'fileKind == scenario', group: '2_bill' },
        { menu: 'run', group: '3_forecast' },
      ],
      run: openPlanner,
    },
    {
      id: 'planner.buy',
      category,
      title: 'Add This Purchase to the Scenario',
      when: 'editor == planner && !workspaceReadOnly',
      menu: { menu: 'run', group: '3_forecast', order: 9, when: 'editor == planner' },
      run: (workbench) => inFront(workbench, async (path) => (await import('./buy.ts')).buy(workbench, path)),
    },
    {
      id: 'planner.again',
      category,
      title: 'Plan Again',
      key: 'CtrlCmd+Enter',
      when: 'editor == planner',
      run: (workbench) => inFront(workbench, async (path) => (await runsOf(workbench)).again(path)),
    },
    {
      id: 'planner.cancel',
      category,
      title: 'Cancel the Plan',
      when: 'editor == planner',
      run: (workbench) => inFront(workbench, async (path) => (await runsOf(workbench)).cancel(path)),
    },
    ...actCommands(category, {
      'planner.best': 'Back to the Best Quantity',
    }),
  ],
};

async function openPlanner(workbench: Workbench, args?: unknown): Promise<void> {
  const path = await scenarioFor(workbench, args, 'Plan a prepaid purchase');
  if (path === null) return workbench.notifications.show('info', 'A plan is made from a scenario: open one first.');
  openBeside(workbench, `planner:${path}`);
}

/** What follows scenarios comes with its editor: start-up does without. */
async function runsOf(workbench: Workbench) {
  return (await import('./planRuns.ts')).planRuns(workbench);
}

function inFront<Done>({ editors }: Workbench, work: (path: string) => Done): Done | void {
  const uri = editors.active();
  return uri === null ? undefined : work(parseAddress(uri).path);
}
