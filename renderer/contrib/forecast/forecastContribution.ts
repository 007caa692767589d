import { actCommands } from '../../platform/actCommand.ts';
import type { Contribution } from '../../platform/contribution.ts';
import { parseAddress } from '../../platform/address.ts';
import type { Workbench } from '../../platform/workbench.ts';
import { openBeside } from '../../workbench/openBeside.ts';
import { scenarioFor } from '../../workbench/scenarioInFront.ts';

const category = 'Forecast';

/** What a scenario is likely to cost: a range, not a point. */
export const forecastContribution: Contribution = {
  id: 'forecast',
  editors: [
    {
      scheme: 'forecast',
      title: (path) => path.slice(path.lastIndexOf('/') + 1).replace('.scenario.json', ''),
      label: 'Forecast',
      icon: 'graph-scatter',
      document: (path) => path,
      load: () => import('./ForecastEditor.tsx').then((module) => module.ForecastEditor),
    },
  ],
  commands: [
    {
      id: 'forecast.open',
      category,
      title: 'Open',
      icon: 'graph-scatter',
      when: 'workspaceOpen',
      menu: [
        {
          menu: 'editor/title',
          when: '(editor == scenario || editor == text || editor == bill || editor == planner) && scenarioFile',
          title: 'Open Forecast',
        },
        { menu: 'explorer/context', when: 'fileKind == scenario', group: '2_bill', title: 'Open Forecast' },
        { menu: 'run', group: '3_forecast', title: 'Forecast' },
      ],
      run: openForecast,
    },
    {
      id: 'forecast.again',
      category,
      title: 'Forecast Again',
      key: 'CtrlCmd+Enter',
      when: 'editor == forecast',
      run: (workbench) => inFront(workbench, async (path) => (await runsOf(workbench)).again(path)),
    },
    {
      id: 'forecast.cancel',
      category,
      title: 'Cancel the Forecast',
      when: 'editor == forecast',
      run: (workbench) => inFront(workbench, async (path) => (await runsOf(workbench)).cancel(path)),
    },
    ...actCommands(category, {
      'forecast.resetWhatIf': 'Reset What-If',
      'forecast.applyWhatIf': 'Apply What-If to the Scenario',
    }),
  ],
};

async function openForecast(workbench: Workbench, args?: unknown): Promise<void> {
  const path = await scenarioFor(workbench, args, 'Forecast');
  if (path === null) return workbench.notifications.show('info', 'A forecast is made from a scenario: open one first.');
  openBeside(workbench, `forecast:${path}`);
}

/** What follows scenarios comes with its editor: start-up does without. */
async function runsOf(workbench: Workbench) {
  return (await import('./forecastRuns.ts')).forecastRuns(workbench);
}

function inFront({ editors }: Workbench, work: (path: string) => Promise<void> | void): Promise<void> | void {
  const uri = editors.active();
  return uri === null ? undefined : work(parseAddress(uri).path);
}
