import type { MenuEntry } from '../../base/Menu.tsx';
import type { MenuId } from '../../platform/menuId.ts';
import { aboutNow } from '../../platform/aboutNow.ts';
import type { ContextValues } from '../../platform/contextKeys.ts';
import { menuItems } from '../../platform/menuItems.ts';
import type { Shell } from '../shell.ts';

interface MenuSubject {
  readonly args?: unknown;
  readonly facts?: ContextValues;
}

/** A menu's entries as they stand now: in a context menu what does not apply is left out, in the menu bar it is grey. */
export function menuEntries(shell: Shell, menu: MenuId, { args, facts }: MenuSubject = {}): readonly MenuEntry[][] {
  const { commands, context } = shell;
  return menuItems(shell.allCommands, menu).map((group) =>
    group
      .filter(({ place }) => context.holds(place.when, facts))
      .filter(({ command }) => facts === undefined || context.holds(command.when, facts))
      .map(({ command, title }) => ({
        id: command.id,
        title: [title, aboutNow(command, context)].filter(Boolean).join(': '),
        keys: commands.keyOf(command.id),
        checked: command.checked === undefined ? undefined : Boolean(context.get(command.checked)),
        disabled: !context.holds(command.when, facts),
        run: () => void commands.run(command.id, args, facts),
      })),
  );
}
