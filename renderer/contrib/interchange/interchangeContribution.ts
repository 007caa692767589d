import { actCommands } from '../../platform/actCommand.ts';
import type { Contribution } from '../../platform/contribution.ts';
import type { Workbench } from '../../platform/workbench.ts';

/** Import of usage records. */
export const interchangeContribution: Contribution = {
  id: 'interchange',
  editors: [
    {
      scheme: 'import',
      icon: 'cloud-upload',
      title: (path) => (path === 'new' ? 'Import usage' : `Import ${path.slice(path.lastIndexOf('/') + 1)}`),
      load: () => import('./ImportEditor.tsx').then((module) => module.ImportEditor),
    },
  ],
  commands: [
    {
      id: 'import.open',
      title: 'Import Usage…',
      category: 'File',
      icon: 'cloud-upload',
      when: 'workspaceOpen && !workspaceReadOnly',
      menu: [
        { menu: 'file', group: '3_import' },
        { menu: 'explorer/title' },
        { menu: 'explorer/context', when: 'fileKind == file', group: '3_import', title: 'Import as Usage…' },
      ],
      run: openImport,
    },
    ...actCommands('Import', {
      'import.accept': 'Import These Rows',
      'import.choose': 'Choose a File…',
      'import.another': 'Import Another File',
      'import.guess': 'Guess the Columns Again',
      'import.addMeters': 'Add as Token Meters…',
      'import.openScenario': 'Open the Scenario',
    }),
  ],
};

function openImport({ editors }: Workbench, args?: unknown): void {
  const named = typeof args === 'object' && args !== null && 'path' in args && typeof args.path === 'string';
  const path = named ? String(args.path) : '';
  const readable = /\.(csv|tsv|txt|db|json|ndjson|jsonl)$/i.test(path) && !path.endsWith('.scenario.json');
  editors.open(readable ? `import:${path}` : 'import:new', { focus: true, pinned: true });
}
