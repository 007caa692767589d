import { isKeptByBrowser } from '../platform/browserKeys.ts';
import type { Command } from '../platform/command.ts';
import { shownBinding } from '../platform/keyBindings.ts';
import { printKey } from '../platform/keys.ts';
import { isMac } from '../platform/platformKind.ts';
import type { Commands, Workbench } from '../platform/workbench.ts';

interface Needs {
  all(): readonly Command[];
  workbench(): Workbench;
}

export function createCommands({ all, workbench }: Needs): Commands {
  const find = (id: string): Command | undefined => all().find((command) => command.id === id);
  const listeners = new Set<(id: string) => void>();
  return {
    async run(id, args, facts) {
      const command = find(id);
      if (!command) return workbench().output.write(`There is no command "${id}".`);
      if (!workbench().context.holds(command.when, facts)) return;
      try {
        if ((await command.run(workbench(), args)) === false) return;
        for (const listener of listeners) listener(id);
      } catch (error) {
        workbench().notifications.failed(command.title.replace(/…$/, ''), error);
      }
    },
    onRun(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    keyOf(id) {
      const { keys, context } = workbench();
      const own = keys.bindings().filter(({ command }) => command.id === id);
      const binding = shownBinding(context.get('electron') ? own : own.filter((each) => !isKeptByBrowser(each)), id);
      return binding === null ? null : printKey(binding.strokes.join(' '), isMac);
    },
  };
}
