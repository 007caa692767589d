import { findActs, nameOf } from '../base/acts/findActs.ts';
import { keepFocus } from '../base/acts/keepFocus.ts';
import type { Command } from './command.ts';
import type { Workbench } from './workbench.ts';

/** A command that does what a part of the page offers under its id (`base/acts`); absent `when`: wherever one does. */
export function actCommand(command: Omit<Command, 'run'>): Command {
  const can = canKey(command.id);
  return {
    ...command,
    when: command.when === undefined ? can : `${can} && (${command.when})`,
    run: (workbench, args) => runAct(workbench, command, args),
  };
}

/** Commands of one category that parts of the page offer: id and title of each. They stand in the menu of what offers them. */
export function actCommands(category: string, commands: Readonly<Record<string, string>>): readonly Command[] {
  const menu = { menu: 'here', group: '1_part' } as const;
  return Object.entries(commands).map(([id, title]) => actCommand({ id, title, category, menu }));
}

/** The context key that tells whether any part offers to do a command. */
export function canKey(id: string): string {
  return `can.${id}`;
}

/** Where a command was asked for, which says what it is about. */
export function fromArg(args: unknown): Element | null {
  return typeof args === 'object' && args !== null && 'from' in args && args.from instanceof Element ? args.from : null;
}

type Named = Pick<Command, 'id' | 'title'>;

async function runAct(workbench: Workbench, { id, title }: Named, args: unknown): Promise<boolean> {
  const found = findActs(id, fromArg(args) ?? document.activeElement);
  if (found.length === 0) workbench.notifications.announce(`${title}: there is nothing here to do that to`);
  const part = found.length > 1 ? await choose(workbench, title, found) : found[0];
  if (!part) return false;
  const keep = keepFocus();
  const done = await part.acts()[id]?.();
  keep();
  requestAnimationFrame(keep);
  return done !== false;
}

function choose({ dialogs }: Workbench, title: string, found: ReturnType<typeof findActs>) {
  return dialogs.pick({
    title,
    placeholder: 'Choose which',
    items: found.map((part, at) => ({ id: String(at), title: nameOf(part), value: part })),
  });
}
