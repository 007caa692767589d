import { actParts } from '../../base/acts/acts.ts';
import { scopesOf } from '../../base/acts/findActs.ts';
import { actCommand, fromArg } from '../../platform/actCommand.ts';
import type { Command } from '../../platform/command.ts';

const base = { category: 'View', keyWhen: 'editor != text && editor != diff' } as const;
const menu = { menu: 'here', group: '8_fold' } as const;

/** Folding the parts of editors and views away. */
export const foldCommands: readonly Command[] = [
  actCommand({ ...base, id: 'fold.toggle', title: 'Toggle Fold', key: 'CtrlCmd+K CtrlCmd+L' }),
  actCommand({ ...base, id: 'fold.fold', title: 'Fold', key: 'CtrlCmd+Shift+[', menu }),
  actCommand({ ...base, id: 'fold.unfold', title: 'Unfold', key: 'CtrlCmd+Shift+]', menu }),
  everywhere('fold.foldAll', 'Fold All', 'CtrlCmd+K CtrlCmd+0', 'fold.fold'),
  everywhere('fold.unfoldAll', 'Unfold All', 'CtrlCmd+K CtrlCmd+J', 'fold.unfold'),
];

/** Does one act to all that offer it in the same editor or view. */
function everywhere(id: string, title: string, key: string, act: string): Command {
  return {
    ...base,
    id,
    title,
    key,
    when: `can.${act}`,
    menu,
    run: (_, args) => {
      const within = scopesOf(fromArg(args) ?? document.activeElement).at(-1) ?? document.body;
      for (const { element, acts } of actParts()) if (within.contains(element)) acts()[act]?.();
    },
  };
}
