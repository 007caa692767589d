import { parseAddress } from '../../platform/address.ts';
import type { Contribution } from '../../platform/contribution.ts';
import type { Workbench } from '../../platform/workbench.ts';

/** Files of rows, as a grid. */
export const tableContribution: Contribution = {
  id: 'table',
  editors: [
    {
      scheme: 'table',
      label: 'Rows',
      icon: 'table',
      load: () => import('./TableEditor.tsx').then((module) => module.TableEditor),
    },
  ],
  commands: [
    {
      id: 'table.open',
      title: 'Open as Rows',
      category: 'File',
      icon: 'table',
      when: 'workspaceOpen',
      menu: [
        {
          menu: 'explorer/context',
          when: '(fileKind == usage || fileKind == file) && explorerCount == 1',
          group: '1_open',
          order: 2,
        },
        { menu: 'editor/title', when: 'editor == text && rowsFile', group: '1_view', order: 1 },
      ],
      run: (workbench, args) => openAs(workbench, 'table', args),
    },
    {
      id: 'table.openAsText',
      title: 'Open Rows as Text',
      category: 'File',
      icon: 'go-to-file',
      when: 'editor == table',
      menu: { menu: 'editor/title', group: '1_view', order: 1 },
      run: (workbench, args) => openAs(workbench, 'text', args),
    },
  ],
  start: ({ context }) => {
    /** Keeps the context key `rowsFile`: the active editor shows a file that may have rows. */
    context.store.subscribe(({ activePath }) => {
      const hasRows = typeof activePath === 'string' && /\.(csv|tsv|txt|ndjson|jsonl)$/i.test(activePath);
      if (context.get('rowsFile') !== hasRows) context.set('rowsFile', hasRows);
    });
  },
};

/** Opens the file that is named, or that of the editor in front, in another editor. */
function openAs({ editors }: Workbench, scheme: 'table' | 'text', args: unknown): void {
  const named = typeof args === 'object' && args !== null && 'path' in args && typeof args.path === 'string';
  const uri = editors.active();
  const path = named ? String(args.path) : uri === null ? '' : parseAddress(uri).path;
  if (path !== '') editors.open(`${scheme}:${path}`, { focus: true, pinned: true });
}
