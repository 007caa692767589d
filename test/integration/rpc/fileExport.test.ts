import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startHost, transports, type StartedHost } from '../../support/rpcTransports.ts';

describe.each(transports)('files that the workbench made, $name', (transport) => {
  let host: StartedHost;
  let folder: string;
  beforeEach(async () => {
    host = await startHost(transport);
    folder = mkdtempSync(join(tmpdir(), 'drawdown-workspace-'));
    await host.call('workspace.open', { folder });
  });
  afterEach(async () => {
    await host.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const put = async (text: string) => {
    const { upload } = await host.call('upload.begin', { name: 'chart' });
    await host.call('upload.append', { upload, base64: Buffer.from(text).toString('base64') });
    return upload;
  };

  it('go into the folder under their name, never over another file', async () => {
    const first = await host.call('file.export', { upload: await put('one'), name: 'cumulative-cost.csv' });
    const second = await host.call('file.export', { upload: await put('two'), name: 'cumulative-cost.csv' });
    expect(first).toEqual({ path: 'exports/cumulative-cost.csv' });
    expect(second.path).not.toBe(first.path);
    expect(readFileSync(join(folder, first.path), 'utf8')).toBe('one');
    expect(readFileSync(join(folder, second.path), 'utf8')).toBe('two');
  });

  it('are pictures and figures with plain names alone', async () => {
    for (const name of ['../out.csv', 'a/b.png', 'run.sh', '.csv', 'a\\b.svg']) {
      expect(await host.refused('file.export', { upload: await put('x'), name })).toBe('bad-params');
    }
    expect(await host.refused('file.export', { upload: 'none', name: 'a.csv' })).toBe('unknown-upload');
  });
});
