import { describe, expect, it } from 'vitest';
import { createContextKeys } from '../../../../renderer/platform/createContextKeys.ts';
import type { Command } from '../../../../renderer/platform/command.ts';
import { defaultBindings } from '../../../../renderer/platform/keyBindings.ts';
import type { Workbench } from '../../../../renderer/platform/workbench.ts';
import { createCommands } from '../../../../renderer/workbench/createCommands.ts';

const commands: readonly Command[] = [
  { id: 'close', title: 'Close', key: ['Ctrl+W', 'Alt+Shift+W'], run: () => undefined },
  { id: 'next', title: 'Next', key: ['Ctrl+PageDown', 'Ctrl+Tab'], run: () => undefined },
  { id: 'save', title: 'Save', key: 'Ctrl+S', run: () => undefined },
];

function keysIn(electron: boolean): readonly (string | null)[] {
  const workbench = {
    keys: { bindings: () => defaultBindings(commands, false) },
    context: createContextKeys({ electron }),
  } as unknown as Workbench;
  const { keyOf } = createCommands({ all: () => commands, workbench: () => workbench });
  return commands.map(({ id }) => keyOf(id));
}

describe('the key that is shown for a command', () => {
  it('is the first one in the app', () => {
    expect(keysIn(true)).toEqual(['Ctrl+W', 'Ctrl+PageDown', 'Ctrl+S']);
  });

  it('is one that the browser does not keep for itself, or none', () => {
    expect(keysIn(false)).toEqual(['Alt+Shift+W', null, 'Ctrl+S']);
  });
});
