import type { KeyRule } from '../../shared/rpc/views.ts';
import type { Command } from './command.ts';
import { readKey } from './keyNames.ts';
import { normalizeKey } from './keys.ts';

/** A key, the command that it runs, and whose it is. */
export interface KeyBinding {
  readonly strokes: readonly string[];
  readonly command: Command;
  /** Where it holds, beside the command's own condition. */
  readonly when: string | undefined;
  readonly source: 'default' | 'user';
}

/** All keys that hold: the commands' own, without those that the user took away, then the user's. Of two the later one wins. */
export function keyBindings(
  commands: readonly Command[],
  rules: readonly KeyRule[],
  mac: boolean,
): readonly KeyBinding[] {
  const bindings = defaultBindings(commands, mac);
  for (const rule of rules) {
    const key = readKey(rule.key);
    if (key === null) continue;
    const strokes = normalizeKey(key, mac);
    if (rule.command.startsWith('-')) removeFrom(bindings, rule.command.slice(1), strokes);
    const command = commands.find((each) => each.id === rule.command);
    if (command) bindings.push({ strokes, command, when: rule.when ?? undefined, source: 'user' });
  }
  return bindings;
}

/** The keys that the commands come with. */
export function defaultBindings(commands: readonly Command[], mac: boolean): KeyBinding[] {
  return commands.flatMap((command) =>
    [command.key ?? []].flat().map((key) => ({
      strokes: normalizeKey(key, mac),
      command,
      when: command.keyWhen,
      source: 'default' as const,
    })),
  );
}

function removeFrom(bindings: KeyBinding[], command: string, strokes: readonly string[]): void {
  const same = (binding: KeyBinding): boolean =>
    binding.command.id === command && sameStrokes(binding.strokes, strokes);
  for (let at = bindings.findIndex(same); at >= 0; at = bindings.findIndex(same)) bindings.splice(at, 1);
}

export function sameStrokes(left: readonly string[], right: readonly string[]): boolean {
  return left.join(' ') === right.join(' ');
}

/** The key to show for a command: the user's last one, else its first own; null where it has none. */
export function shownBinding(bindings: readonly KeyBinding[], command: string): KeyBinding | null {
  const own = bindings.filter((binding) => binding.command.id === command);
  return own.findLast((binding) => binding.source === 'user') ?? own[0] ?? null;
}
