import { describe, expect, it } from 'vitest';
import { commandsOfEditor, keySections } from '../../../../../renderer/contrib/welcome/accessibilityKeys.ts';
import { contributions } from '../../../../../renderer/entry/contributions.ts';
import type { Connection } from '../../../../../renderer/platform/connection.ts';
import { createShell } from '../../../../../renderer/workbench/createShell.ts';

const connection = {
  kind: 'web',
  call: () => Promise.reject(new Error('no host')),
  on: () => () => undefined,
  watch: () => () => undefined,
} as unknown as Connection;
const { shell } = createShell(connection, contributions);

describe('the accessibility help', () => {
  it('names only commands that there are', () => {
    const known = new Set(shell.allCommands.map(({ id }) => id));
    expect(keySections.flatMap(({ commands }) => commands).filter((id) => !known.has(id))).toEqual([]);
  });

  it('tells what an editor alone can do', () => {
    const planner = commandsOfEditor(shell.allCommands, 'planner').map(({ id }) => id);
    expect(planner).toContain('planner.buy');
    expect(planner).not.toContain('audit.run');
    expect(commandsOfEditor(shell.allCommands, 'plan')).toEqual([]);
  });
});
