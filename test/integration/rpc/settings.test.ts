import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startHost, transports, type StartedHost } from '../../support/rpcTransports.ts';

describe.each(transports)('settings and keys, $name', (transport) => {
  let host: StartedHost;
  let folder: string;
  beforeEach(async () => {
    host = await startHost(transport);
    folder = mkdtempSync(join(tmpdir(), 'drawdown-settings-'));
  });
  afterEach(async () => {
    await host.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('are edited as text too, and every window hears of it', async () => {
    const path = 'user:settings.json';
    expect(await host.call('document.read', { path })).toEqual({ path, text: '{}\n', sha256: null, readOnly: false });
    const saved = await host.call('document.save', { path, text: '{ "zoom": 2 }', expected: null });
    expect(saved).toMatchObject({ saved: true });
    expect(await host.call('settings.get', {})).toMatchObject({ zoom: 2 });
    expect(await host.call('document.save', { path, text: '{}', expected: null })).toMatchObject({
      saved: false,
      conflict: { path, text: '{ "zoom": 2 }' },
    });
    expect(await host.refused('document.read', { path: 'workspace:settings.json' })).toBe('no-workspace');
    await host.call('workspace.open', { folder });
    const view = await host.call('settings.change', { where: 'workspace', id: 'theme', value: 'hc-light' });
    expect(view).toMatchObject({
      settings: { theme: 'hc-light', zoom: 2 },
      workspace: { values: { theme: 'hc-light' } },
    });
    expect(await host.refused('settings.change', { where: 'user', id: 'zoom', value: 9 })).toBe('invalid-setting');
    const text = '{ "theme": 1 }';
    expect(await host.call('settings.check', { document: path, text })).toMatchObject([{ code: 'setting-value' }]);
  });

  it('keys are the user’s, by command', async () => {
    const rules = [{ key: 'ctrl+b', unbind: false, when: null }];
    const view = await host.call('keys.change', { command: 'bill.open', rules });
    expect(view).toMatchObject({ rules: [{ key: 'ctrl+b', command: 'bill.open' }], problems: [] });
    expect(await host.call('keys.get', {})).toEqual(view);
  });
});
