import { actCommand } from '../../platform/actCommand.ts';
import type { Command } from '../../platform/command.ts';
import { isMac } from '../../platform/platformKind.ts';

type PartCommand = Pick<Command, 'id' | 'title' | 'key'>;

const rows: readonly PartCommand[] = [
  { id: 'row.add', title: 'Add Row', key: 'CtrlCmd+Shift+Enter' },
  { id: 'row.duplicate', title: 'Duplicate Row', key: 'Shift+Alt+ArrowDown' },
  { id: 'row.moveUp', title: 'Move Row Up', key: 'Alt+ArrowUp' },
  { id: 'row.moveDown', title: 'Move Row Down', key: 'Alt+ArrowDown' },
  { id: 'row.remove', title: 'Remove Row', key: 'CtrlCmd+Shift+K' },
];

const menu = { menu: 'here', group: '1_part' } as const;

/** What the parts of many editors offer: rows of forms, lists that go on, work that is under way. */
export const partCommands: readonly Command[] = [
  ...rows.map((command) =>
    actCommand({
      ...command,
      category: 'Form',
      keyWhen: 'at.row && !pickFocus',
      menu: { menu: 'here', group: '0_row' },
    }),
  ),
  {
    id: 'view.contextMenu',
    category: 'View',
    title: 'Show Context Menu',
    // Elsewhere the system asks for it, by this key and by that of menus.
    key: isMac ? 'Shift+F10' : [],
    run: openMenuHere,
  },
  actCommand({ id: 'list.more', category: 'View', title: 'Show More of the List', menu }),
  actCommand({ id: 'edit.cancel', category: 'Edit', title: 'Close without Keeping', menu }),
  actCommand({ id: 'work.cancel', category: 'Run', title: 'Cancel What Is Running', menu }),
  actCommand({ id: 'work.again', category: 'Run', title: 'Run What Was Cancelled Again', menu }),
];

/** Asks for the menu of what has the focus, as the menu key does. */
function openMenuHere(): void {
  const at = document.activeElement;
  const box = at?.getBoundingClientRect();
  if (!at || !box) return;
  const place = { clientX: box.left + 8, clientY: Math.min(box.bottom, box.top + 24) };
  at.dispatchEvent(new MouseEvent('contextmenu', { ...place, bubbles: true, cancelable: true }));
}
