import type { Command, MenuPlace } from './command.ts';
import type { MenuId } from './menuId.ts';

export interface MenuItem {
  readonly command: Command;
  readonly place: MenuPlace;
  readonly title: string;
}

/** The entries of a menu, in groups that lines part. */
export function menuItems(commands: readonly Command[], menu: MenuId): readonly (readonly MenuItem[])[] {
  const items = commands.flatMap((command) =>
    (command.menu === undefined ? [] : [command.menu].flat())
      .filter((place) => place.menu === menu)
      .map((place) => ({ command, place, title: place.title ?? command.title })),
  );
  const groups = new Map<string, MenuItem[]>();
  for (const item of items) {
    const name = item.place.group ?? '';
    groups.set(name, [...(groups.get(name) ?? []), item]);
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, group]) => group.toSorted((a, b) => (a.place.order ?? 0) - (b.place.order ?? 0)));
}
