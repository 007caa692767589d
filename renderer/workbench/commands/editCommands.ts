import type { Command } from '../../platform/command.ts';
import type { Shell } from '../shell.ts';

const category = 'Edit';

export function editCommands({ documents, editors, notifications }: Shell): readonly Command[] {
  const step = (done: 'Undid' | 'Redid', how: 'undo' | 'redo'): void => {
    const uri = editors.active();
    const path = uri === null ? null : editors.documentOf(uri);
    const label = path === null ? null : (documents.get(path)?.[how].at(-1)?.label ?? null);
    if (path === null || label === null) return;
    documents[how](path);
    notifications.announce(`${done} ${label}`);
  };
  return [
    {
      id: 'edit.undo',
      category,
      title: 'Undo',
      key: 'CtrlCmd+Z',
      about: 'undoes',
      when: 'document && !modal',
      menu: { menu: 'edit', group: '1_do', order: 1 },
      run: () => step('Undid', 'undo'),
    },
    {
      id: 'edit.redo',
      category,
      title: 'Redo',
      key: ['CtrlCmd+Y', 'CtrlCmd+Shift+Z'],
      about: 'redoes',
      when: 'document && !modal',
      menu: { menu: 'edit', group: '1_do', order: 2 },
      run: () => step('Redid', 'redo'),
    },
  ];
}
