import type { Command } from '../../../platform/command.ts';
import { sameStrokes, type KeyBinding } from '../../../platform/keyBindings.ts';
import { printKey } from '../../../platform/keys.ts';

/** One line of the keys' table: a command with one of its keys, or with none. */
export interface KeyRow {
  readonly id: string;
  readonly command: Command;
  readonly title: string;
  readonly binding: KeyBinding | null;
  /** As people read it; empty where there is none. */
  readonly keys: string;
  readonly when: string;
  /** Titles of other commands that the same key runs, where both may hold. */
  readonly conflicts: readonly string[];
}

export function keyRows(
  commands: readonly Command[],
  bindings: readonly KeyBinding[],
  mac: boolean,
): readonly KeyRow[] {
  // What needs an argument, such as an entry of a context menu, can do nothing by a key.
  return commands
    .filter(({ palette, key }) => palette !== false || key !== undefined)
    .flatMap((command) => {
      const own = bindings.filter((binding) => binding.command.id === command.id);
      return own.length === 0
        ? [rowOf(command, null, bindings, mac)]
        : own.map((binding) => rowOf(command, binding, bindings, mac));
    })
    .toSorted((a, b) => a.title.localeCompare(b.title) || a.keys.localeCompare(b.keys));
}

function rowOf(command: Command, binding: KeyBinding | null, bindings: readonly KeyBinding[], mac: boolean): KeyRow {
  const keys = binding === null ? '' : printKey(binding.strokes.join(' '), mac);
  return {
    id: `${command.id} ${keys} ${binding?.when ?? ''}`,
    command,
    title: titleOf(command),
    binding,
    keys,
    when: [binding?.when, command.when].filter((each) => each !== undefined).join(' && '),
    conflicts: binding === null ? [] : conflictsOf(bindings, binding),
  };
}

export function titleOf({ category, title }: Command): string {
  const plain = title.replace(/…$/, '');
  return category === undefined ? plain : `${category}: ${plain}`;
}

/** Who else the key would run: a condition that the other does not have keeps them apart. */
export function conflictsOf(
  bindings: readonly KeyBinding[],
  wanted: Pick<KeyBinding, 'strokes' | 'command' | 'when'>,
): readonly string[] {
  const others = bindings.filter(
    (other) =>
      other.command.id !== wanted.command.id && sameStrokes(other.strokes, wanted.strokes) && mayBoth(other, wanted),
  );
  return [...new Set(others.map(({ command }) => titleOf(command)))];
}

function mayBoth(left: Pick<KeyBinding, 'command' | 'when'>, right: Pick<KeyBinding, 'command' | 'when'>): boolean {
  const conditions = [left, right].map(({ command, when }) => [command.when, when].filter(Boolean).join(' && '));
  return conditions[0] === conditions[1] || conditions.includes('');
}

/** The rows whose command, id, key or condition hold all the words; a search in quotes asks for exactly that key. */
export function searchRows(rows: readonly KeyRow[], search: string): readonly KeyRow[] {
  const exact = /^"(.*)"$/.exec(search.trim())?.[1];
  if (exact !== undefined) return rows.filter((row) => row.keys.toLowerCase() === exact.toLowerCase());
  const words = search
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return rows.filter((row) => {
    const source = row.binding?.source === 'user' ? '@user' : '';
    const conflict = row.conflicts.length > 0 ? '@conflict' : '';
    const text = `${row.title} ${row.command.id} ${row.keys} ${row.when} ${source} ${conflict}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
