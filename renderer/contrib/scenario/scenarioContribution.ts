import type { Contribution } from '../../platform/contribution.ts';
import type { Workbench } from '../../platform/workbench.ts';
import { scenarioCommands } from './scenarioCommands.ts';

const suffix = '.scenario.json';

export const scenarioContribution: Contribution = {
  id: 'scenario',
  editors: [
    {
      scheme: 'scenario',
      title: (path) => path.slice(path.lastIndexOf('/') + 1, -suffix.length),
      label: 'Form',
      icon: 'checklist',
      document: (path) => path,
      load: () => import('./form/ScenarioEditor.tsx').then((module) => module.ScenarioEditor),
    },
    {
      scheme: 'text',
      label: 'Text',
      icon: 'json',
      document: (path) => path,
      load: () => import('./text/TextEditor.tsx').then((module) => module.TextEditor),
    },
  ],
  commands: scenarioCommands,
  start: followActiveFile,
};

/** Keeps the context key `scenarioFile`: the active editor shows a scenario. */
function followActiveFile({ context }: Workbench): void {
  const follow = () => {
    const isScenario = String(context.get('activePath') ?? '').endsWith(suffix);
    if (context.get('scenarioFile') !== isScenario) context.set('scenarioFile', isScenario);
  };
  context.store.subscribe(follow);
  follow();
}
