import { describe, expect, it } from 'vitest';
import type { Connection } from '../../../../../renderer/platform/connection.ts';
import { createShell } from '../../../../../renderer/workbench/createShell.ts';
import { firstSettings } from '../../../../../shared/rpc/settingList.ts';
import type { Settings } from '../../../../../shared/rpc/views.ts';

/** A host that keeps settings, after a while, and refuses once where it is told to. */
function slowHost() {
  let kept = firstSettings;
  const host = { refuses: false };
  const call = async (name: string, changed: Partial<Settings>) => {
    await new Promise((resolve) => setTimeout(resolve, 1));
    if (name !== 'settings.set') return null;
    if (host.refuses) throw new Error('the disk is full');
    return (kept = { ...kept, ...changed });
  };
  const connection = { kind: 'web', call, on: () => () => undefined, watch: () => () => undefined };
  return { host, shell: createShell(connection as unknown as Connection, []).shell };
}

describe('the zoom', () => {
  it('takes every step of a key that is held, up to 300 % and down to 50 %', async () => {
    const { shell } = slowHost();
    const press = (id: string, times: number) =>
      Promise.all(Array.from({ length: times }, () => shell.commands.run(id)));
    await press('view.zoomIn', 3);
    expect(shell.settings.getState().zoom).toBe(3);
    await press('view.zoomIn', 9);
    expect(shell.settings.getState().zoom).toBe(6);
    await press('view.zoomOut', 15);
    expect(shell.settings.getState().zoom).toBe(-4);
    await press('view.zoomReset', 1);
    expect(shell.settings.getState().zoom).toBe(0);
  });

  it('goes on after a step that could not be kept', async () => {
    const { shell, host } = slowHost();
    host.refuses = true;
    await shell.commands.run('view.zoomIn');
    host.refuses = false;
    await shell.commands.run('view.zoomIn');
    expect(shell.settings.getState().zoom).toBe(1);
  });
});
