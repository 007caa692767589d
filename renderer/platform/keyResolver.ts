import type { Command } from './command.ts';
import type { ContextKeys } from './contextKeys.ts';
import type { KeyBinding } from './keyBindings.ts';
import { strokeOf } from './keys.ts';
import type { KeyPress } from './keys.ts';

/** What a key press means: a command to run, the first half of a two-stroke key, or nothing of ours. */
export type Resolution =
  | { readonly kind: 'run'; readonly command: Command }
  | { readonly kind: 'pending'; readonly stroke: string }
  | { readonly kind: 'lost'; readonly strokes: string }
  | { readonly kind: 'none' };

/** Reads key presses one after the other and remembers the first stroke of a two-stroke key. */
export function createKeyResolver(bindings: () => readonly KeyBinding[], context: ContextKeys) {
  let first: string | null = null;
  return function resolve(press: KeyPress): Resolution {
    const stroke = strokeOf(press);
    if (stroke === null) return { kind: 'none' };
    const begun = first;
    first = null;
    const strokes = begun === null ? [stroke] : [begun, stroke];
    const possible = bindings().filter(
      (binding) =>
        strokes.every((each, at) => binding.strokes[at] === each) &&
        context.holds(binding.command.when) &&
        holdsFor(binding, context),
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

/** A condition of the user's that cannot be read never holds; the keys' file says what is wrong with it. */
function holdsFor({ when }: KeyBinding, context: ContextKeys): boolean {
  try {
    return context.holds(when);
  } catch {
    return false;
  }
}
