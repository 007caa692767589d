import { createStore } from 'zustand/vanilla';
import type { KeyRulesView } from '../../shared/rpc/views.ts';
import type { Command } from '../platform/command.ts';
import { keyBindings } from '../platform/keyBindings.ts';
import type { KeyBinding } from '../platform/keyBindings.ts';
import { isMac } from '../platform/platformKind.ts';
import type { Keys } from '../platform/workbench.ts';

const noRules: KeyRulesView = { file: '', rules: [], problems: [] };

/** The keys as they hold, made anew when the user's rules change. */
export function createKeys(commands: readonly Command[]): Keys {
  const store = createStore<KeyRulesView>(() => noRules);
  let made: { readonly of: KeyRulesView; readonly bindings: readonly KeyBinding[] } | null = null;
  return {
    store,
    bindings() {
      const now = store.getState();
      if (made?.of !== now || made.bindings.length === 0)
        made = { of: now, bindings: keyBindings(commands, now.rules, isMac) };
      return made.bindings;
    },
  };
}
