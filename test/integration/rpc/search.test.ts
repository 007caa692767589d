import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startHost, transports, type StartedHost } from '../../support/rpcTransports.ts';

const asked = { job: 'one', matchCase: false, wholeWord: false, regex: false, most: 100, unsaved: [] };

describe.each(transports)('search over the workspace, $name', (transport) => {
  let host: StartedHost;
  let folder: string;
  beforeEach(async () => {
    host = await startHost(transport);
    folder = mkdtempSync(join(tmpdir(), 'drawdown-workspace-'));
    mkdirSync(join(folder, 'usage'));
    mkdirSync(join(folder, '.hidden'));
    writeFileSync(join(folder, 'acme.json'), '{ "name": "Acme" }\n');
    writeFileSync(join(folder, 'usage', 'feb.csv'), 'at,customer\n2026-02-01,acme\n2026-02-02,acme\n');
    writeFileSync(join(folder, 'usage', 'raw.bin'), 'acme\0acme');
    writeFileSync(join(folder, 'usage', 'old.db'), 'acme');
    writeFileSync(join(folder, '.hidden', 'x.txt'), 'acme');
    symlinkSync('/etc/hostname', join(folder, 'out.txt'));
    await host.call('workspace.open', { folder });
  });
  afterEach(async () => {
    await host.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('finds places by file, in the texts that are being edited, and names what it left aside', async () => {
    const view = await host.call('search.run', {
      ...asked,
      text: 'acme',
      unsaved: [{ path: 'acme.json', text: 'Acme, changed: acme' }],
    });
    expect(view.files.map(({ path, matches }) => [path, matches.map(({ line, column }) => [line, column])])).toEqual([
      ['usage/feb.csv', [[2, 12], [3, 12]]], // prettier-ignore
      ['acme.json', [[1, 1], [1, 16]]], // prettier-ignore
    ]);
    expect(view.leftAside.map(({ path }) => path)).toEqual(['usage/old.db', 'usage/raw.bin']);
    expect(view.ended).toBeNull();
  });

  it('ends when there is enough, and refuses what is no expression', async () => {
    const view = await host.call('search.run', { ...asked, text: 'acme', most: 1 });
    expect(view.files.flatMap(({ matches }) => matches)).toHaveLength(1);
    expect(await host.refused('search.run', { ...asked, text: '(', regex: true })).toBe('bad-pattern');
    expect(await host.refused('search.run', { ...asked, text: '' })).toBe('bad-params');
  });

  it('is stopped by its job, and by a newer one of the same name', async () => {
    const hard = 'a'.repeat(40);
    writeFileSync(join(folder, 'hard.txt'), `${hard}!`);
    const endless = { ...asked, text: '^(a+)+$', regex: true };
    const first = host.refused('search.run', endless);
    expect((await host.call('search.run', { ...asked, text: 'acme' })).files).toHaveLength(2);
    expect(await first).toBe('superseded');
    const second = host.refused('search.run', { ...endless, job: 'two' });
    await expect.poll(async () => (await host.call('search.cancel', { job: 'two' })).cancelled).toBe(true);
    expect(await second).toBe('cancelled');
  });
});
