import { beforeEach, afterEach, describe, expect, it, vi } from 'vitest';
import type { Connection } from '../../../../renderer/platform/connection.ts';
import { createShell } from '../../../../renderer/workbench/createShell.ts';

const connection = {
  kind: 'web',
  call: () => Promise.resolve(null),
  on: () => () => undefined,
  watch: () => () => undefined,
} as unknown as Connection;

beforeEach(() => void vi.stubGlobal('requestAnimationFrame', () => 0));
afterEach(() => void vi.unstubAllGlobals());

describe('zen mode', () => {
  it('leaves the editors alone, says how to leave it, and brings back what was seen before', async () => {
    const { shell } = createShell(connection, []);
    const seen = () => [shell.layout.getState().sideBar.visible, shell.layout.getState().panel.visible];
    shell.layout.setState(({ panel }) => ({ panel: { ...panel, visible: true } }));
    await shell.commands.run('view.zen');
    expect(seen()).toEqual([false, false]);
    expect(shell.notifications.store.getState().queue.map(({ text }) => text)).toEqual([
      expect.stringMatching(/^Zen mode: .*K Z leaves it\.$/),
    ]);
    await shell.commands.run('view.zen');
    expect(seen()).toEqual([true, true]);
  });
});
