import type { Contribution } from '../../platform/contribution.ts';
import type { Workbench } from '../../platform/workbench.ts';
import { chooseFiles } from './chooseFiles.ts';
import { explorerStore } from './explorerStore.ts';
import { ExplorerView } from './ExplorerView.tsx';
import { fileCommands } from './fileCommands.ts';
import { followExplorer } from './followExplorer.ts';
import { moveCommands } from './moveCommands.ts';
import { openFolder } from './openFolder.ts';
import { trashCommands } from './trashCommands.ts';

const category = 'File';

export const explorerContribution: Contribution = {
  id: 'explorer',
  containers: [{ id: 'explorer', title: 'Explorer', icon: 'files', order: 0 }],
  views: [{ id: 'explorer', title: 'Files', container: 'explorer', component: ExplorerView }],
  commands: [
    ...fileCommands,
    ...moveCommands,
    ...trashCommands,
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
      run: async (workbench) => (await import('./newScenario.ts')).newScenario(workbench),
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
      when: 'fileKind != folder && explorerCount == 1',
      menu: { menu: 'explorer/context', group: '1_open', order: 1 },
      run: ({ editors }, args) => editors.openFile(pathOf(args), { pinned: true }),
    },
    {
      id: 'explorer.openAsText',
      title: 'Open as Text',
      palette: false,
      when: '(fileKind == scenario || fileKind == usage) && explorerCount == 1',
      menu: { menu: 'explorer/context', group: '1_open', order: 2 },
      run: ({ editors }, args) => editors.open(`text:${pathOf(args)}`, { pinned: true }),
    },
    {
      id: 'explorer.openToSide',
      title: 'Open to the Side',
      palette: false,
      when: 'fileKind != folder && explorerCount == 1',
      menu: { menu: 'explorer/context', group: '1_open', order: 3 },
      run: ({ editors }, args) => editors.openFile(pathOf(args), { side: true, focus: true, pinned: true }),
    },
    {
      id: 'explorer.compareSelected',
      category: 'Compare',
      title: 'Compare Selected',
      icon: 'diff',
      when: 'explorerTwo',
      menu: { menu: 'explorer/context', group: '4_compare', order: 0 },
      run: compareSelected,
    },
    {
      id: 'explorer.addFiles',
      category,
      title: 'Add Files…',
      when: 'workspaceOpen && !workspaceReadOnly',
      menu: { menu: 'explorer/context', group: '3_new', order: 3 },
      run: chooseFiles,
    },
    {
      id: 'file.closeFolder',
      category: 'File',
      title: 'Close Folder',
      key: 'CtrlCmd+K F',
      when: 'workspaceOpen',
      menu: { menu: 'file', group: '5_close', order: 2 },
      run: ({ workspace }) => workspace.close(),
    },
    {
      id: 'explorer.collapseFolders',
      category,
      title: 'Collapse Folders in Explorer',
      icon: 'collapse-all',
      when: 'workspaceOpen',
      menu: { menu: 'explorer/title', order: 3, title: 'Collapse Folders' },
      run: () => explorerStore.setState({ open: new Set() }),
    },
  ],
  start: followExplorer,
};

/** Two scenarios or texts line by line; ledgers, and where the lines cannot be shown, row by row. */
async function compareSelected(workbench: Workbench): Promise<void> {
  const [left, right] = explorerStore.getState().choice.chosen;
  const { commands } = workbench;
  if (left === undefined || right === undefined) return;
  const isText = [left, right].every((path) => !path.endsWith('.ledger'));
  if (isText) return commands.run('diff.open', { left, right });
  await commands.run('compare.select', { path: left });
  await commands.run('compare.withSelected', { path: right });
}

function pathOf(args: unknown): string {
  return (args as { path: string }).path;
}
