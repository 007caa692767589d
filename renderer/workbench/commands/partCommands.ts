import { actCommand } from '../../platform/actCommand.ts';
import type { Command } from '../../platform/command.ts';

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
  actCommand({ id: 'list.more', category: 'View', title: 'Show More of the List', menu }),
  actCommand({ id: 'edit.cancel', category: 'Edit', title: 'Close without Keeping', menu }),
  actCommand({ id: 'work.cancel', category: 'Run', title: 'Cancel What Is Running', menu }),
  actCommand({ id: 'work.again', category: 'Run', title: 'Run What Was Cancelled Again', menu }),
];
