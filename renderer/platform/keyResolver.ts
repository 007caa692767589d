import type { Command } from './command.ts';
import type { ContextKeys } from './contextKeys.ts';
import { normalizeKey, strokeOf } from './keys.ts';
import type { KeyPress } from './keys.ts';

interface Binding {
  readonly strokes: readonly string[];
  readonly command: Command;
}

/** What a key press means: a command to run, the first half of a two-stroke key, or nothing of ours. */
export type Resolution =
  | { readonly kind: 'run'; readonly command: Command }
  | { readonly kind: 'pending'; readonly stroke: string }
  | { readonly kind: 'lost'; readonly strokes: string }
  | { readonly kind: 'none' };

/** Reads key presses one after the other and remembers the first stroke of a two-stroke key. */
export function createKeyResolver(commands: readonly Command[], context: ContextKeys, mac: boolean) {
  const bindings = commands.flatMap((command) => bindingsOf(command, mac));
  let first: string | null = null;
  return function resolve(press: KeyPress): Resolution {
    const stroke = strokeOf(press);
    if (stroke === null) return { kind: 'none' };
    const begun = first;
    first = null;
    const strokes = begun === null ? [stroke] : [begun, stroke];
    const possible = bindings.filter(
      (binding) => strokes.every((each, at) => binding.strokes[at] === each) && context.holds(binding.command.when),
    );
    const exact = possible.findLast((binding) => binding.strokes.length === strokes.length);
    if (exact) return { kind: 'run', command: exact.command };
    if (possible.length > 0) {
      first = stroke;
      return { kind: 'pending', stroke };
    }
    return begun === null ? { kind: 'none' } : { kind: 'lost', strokes: strokes.join(' ') };
  };
}

function bindingsOf(command: Command, mac: boolean): Binding[] {
  const keys = command.key === undefined ? [] : [command.key].flat();
  return keys.map((key) => ({ strokes: normalizeKey(key, mac), command }));
}
