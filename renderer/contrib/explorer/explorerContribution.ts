import type { Contribution } from '../../platform/contribution.ts';
import { ExplorerView } from './ExplorerView.tsx';
import { fileCommands } from './fileCommands.ts';
import { newScenario } from './newScenario.ts';
import { openFolder } from './openFolder.ts';

const category = 'File';

export const explorerContribution: Contribution = {
  id: 'explorer',
  containers: [{ id: 'explorer', title: 'Explorer', icon: 'files', order: 0 }],
  views: [{ id: 'explorer', title: 'Files', container: 'explorer', component: ExplorerView }],
  commands: [
    ...fileCommands,
    {
      id: 'file.newScenario',
      category,
      title: 'New Scenario…',
      icon: 'new-file',
      key: 'CtrlCmd+Alt+N',
      when: 'workspaceOpen && !workspaceReadOnly',
      menu: [
        { menu: 'file', group: '1_new', order: 1 },
        { menu: 'explorer/title', order: 1 },
        { menu: 'explorer/context', group: '3_new', order: 1 },
      ],
      run: newScenario,
    },
    {
      id: 'file.openFolder',
      category,
      title: 'Open Folder…',
      key: 'CtrlCmd+O',
      menu: { menu: 'file', group: '2_open', order: 1 },
      run: openFolder,
    },
    {
      id: 'explorer.refresh',
      category,
      title: 'Refresh Explorer',
      icon: 'refresh',
      when: 'workspaceOpen',
      menu: { menu: 'explorer/title', order: 2, title: 'Refresh' },
      run: ({ workspace }) => workspace.refresh(),
    },
    {
      id: 'explorer.open',
      title: 'Open',
      palette: false,
      when: 'fileKind != folder',
      menu: { menu: 'explorer/context', group: '1_open', order: 1 },
      run: ({ editors }, args) => editors.openFile(pathOf(args), { pinned: true }),
    },
    {
      id: 'explorer.openAsText',
      title: 'Open as Text',
      palette: false,
      when: 'fileKind == scenario',
      menu: { menu: 'explorer/context', group: '1_open', order: 2 },
      run: ({ editors }, args) => editors.open(`text:${pathOf(args)}`, { pinned: true }),
    },
    {
      id: 'explorer.openToSide',
      title: 'Open to the Side',
      palette: false,
      when: 'fileKind != folder',
      menu: { menu: 'explorer/context', group: '1_open', order: 3 },
      run: ({ editors }, args) => editors.openFile(pathOf(args), { side: true, focus: true, pinned: true }),
    },
    {
      id: 'explorer.copyPath',
      title: 'Copy Path',
      palette: false,
      menu: { menu: 'explorer/context', group: '5_path', order: 1 },
      run: async ({ workspace }, args) => {
        const folder = workspace.store.getState()?.folder ?? '';
        await navigator.clipboard.writeText(`${folder}/${pathOf(args)}`);
      },
    },
  ],
};

function pathOf(args: unknown): string {
  return (args as { path: string }).path;
}
