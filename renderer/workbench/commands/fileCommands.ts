import type { Command } from '../../platform/command.ts';
import { pathArg } from '../../platform/pathArg.ts';
import { saveAs } from '../documents/saveAs.ts';
import { saveOne } from '../documents/saveOne.ts';
import type { Shell } from '../shell.ts';

const category = 'File';

export function fileCommands(shell: Shell): readonly Command[] {
  const { documents, editors } = shell;
  const active = (): string | null => {
    const uri = editors.active();
    return uri === null ? null : editors.documentOf(uri);
  };
  const parts = { ...shell, saveAs: (path: string) => saveAs(shell, path) };
  const saved = (path: string | null) => (path === null ? undefined : saveOne(parts, path));
  return [
    {
      id: 'file.save',
      category,
      title: 'Save',
      key: 'CtrlCmd+S',
      when: 'document',
      menu: { menu: 'file', group: '4_save', order: 1 },
      run: () => saved(active()),
    },
    {
      id: 'file.saveAs',
      category,
      title: 'Save As…',
      key: 'CtrlCmd+Shift+S',
      when: 'document',
      menu: { menu: 'file', group: '4_save', order: 2 },
      run: async (_, args) => {
        const path = pathArg(args) ?? active();
        if (path !== null) await saveAs(shell, path);
      },
    },
    {
      id: 'file.saveAll',
      category,
      title: 'Save All',
      key: 'CtrlCmd+K S',
      menu: { menu: 'file', group: '4_save', order: 3 },
      run: async () => {
        for (const { path, dirty } of Object.values(documents.store.getState().byPath)) if (dirty) await saved(path);
      },
    },
    {
      id: 'file.revert',
      category,
      title: 'Revert File',
      when: 'document && dirty',
      menu: { menu: 'file', group: '4_save', order: 4 },
      run: async () => {
        const path = active();
        if (path !== null) await documents.revert(path);
      },
    },
    {
      id: 'file.openRecent',
      category,
      title: 'Open Recent…',
      key: 'CtrlCmd+R',
      menu: { menu: 'file', group: '2_open', order: 3 },
      run: (_, args) => openRecent(shell, pathArg(args)),
    },
  ];
}

async function openRecent({ rpc, dialogs, workspace }: Shell, named: string | null): Promise<void> {
  if (named !== null) return workspace.open(named);
  const folders = await rpc('workspace.recent', {});
  const folder = await dialogs.pick({
    title: 'Open Recent',
    placeholder: folders.length > 0 ? 'Choose a folder to open' : 'No folder was opened yet',
    items: folders.map((path) => {
      const name = path.split(/[\\/]/).findLast((part) => part !== '') ?? path;
      return { id: path, title: name, detail: path, icon: 'folder', value: path };
    }),
  });
  if (folder !== null) await workspace.open(folder);
}
