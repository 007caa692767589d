import { isMac } from '../../../platform/platformKind.ts';
import { useWorkbench } from '../../../platform/useWorkbench.ts';
import type { KeyRow } from './keyRows.ts';
import { rulesFor, type WantedKey } from './rulesFor.ts';

/** Changes of a command's keys, kept by the host in `keybindings.json`. */
export function useKeyChanges() {
  const { rpc, keys, notifications, commands } = useWorkbench();
  const keysOf = (row: KeyRow): readonly WantedKey[] =>
    keys
      .bindings()
      .filter((binding) => binding.command.id === row.command.id)
      .map(({ strokes, when }) => ({ strokes, when }));
  async function set(row: KeyRow, wanted: readonly WantedKey[] | null, said: string): Promise<void> {
    try {
      const rules = wanted === null ? [] : rulesFor(row.command, wanted, isMac);
      keys.store.setState(await rpc('keys.change', { command: row.command.id, rules: [...rules] }), true);
      notifications.announce(said);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      notifications.show('error', `Changing a key: ${reason}`, [
        { title: 'Open keybindings.json', run: () => commands.run('keys.openFile') },
      ]);
    }
  }
  const others = (row: KeyRow): readonly WantedKey[] =>
    keysOf(row).filter(
      (key) => key.strokes.join(' ') !== row.binding?.strokes.join(' ') || key.when !== row.binding.when,
    );
  return {
    give(row: KeyRow, strokes: readonly string[], replaces: boolean): Promise<void> {
      const key = { strokes, when: replaces ? row.binding?.when : undefined };
      return set(row, [...(replaces ? others(row) : keysOf(row)), key], `${row.title} has a new key`);
    },
    remove: (row: KeyRow) => set(row, others(row), `${row.title} lost the key ${row.keys}`),
    reset: (row: KeyRow) => set(row, null, `${row.title} has its own keys again`),
  };
}
