import * as fs from 'node:fs';
import * as path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createHost } from '../../../main/host/createHost.ts';
import { inProcessCall } from '../../../main/host/inProcess.ts';
import { nodePorts } from '../../../main/platform/ports.ts';
import type { SaveOutcome } from '../../../shared/rpc/views.ts';
import { scenarioDocument } from '../../support/scenarioDocument.ts';
import { freshFolder } from '../../support/storeOnDisk.ts';

const name = 'acme.scenario.json';
const timeline = [{ at: '2026-01-01', do: 'subscribe', plan: 'growth' }];
const scenario = (version: number) => JSON.stringify(scenarioDocument({ name: `Acme ${version}`, timeline }));

/** Every file and folder below, with who else than its owner may do what with it. */
function othersMay(folder: string): readonly string[] {
  const entries = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return entries.filter((entry) => (fs.lstatSync(path.join(folder, entry)).mode & 0o077) !== 0);
}

it('all that is kept of work, in the app’s folder and beside the work, is for its user alone (S39)', async () => {
  const [home, folder] = [freshFolder(), freshFolder()];
  const host = createHost({ ...nodePorts({ DRAWDOWN_HOME: home }), pickFolder: null });
  onTestFinished(() => host.close());
  const call = inProcessCall(host);
  await call('workspace.open', { folder });
  let expected: string | null = null;
  for (const version of [1, 2, 3]) {
    const saved: SaveOutcome = await call('document.save', { path: name, text: scenario(version), expected });
    if (saved.saved) expected = saved.sha256;
  }
  await call('settings.change', { where: 'user', id: 'zoom', value: 1 });
  await call('settings.change', { where: 'workspace', id: 'theme', value: 'dark' });
  await call('state.set', { key: 'layout', value: '{}' });
  const { upload } = await call('upload.begin', { name: 'usage.csv' });
  await call('upload.append', { upload, base64: Buffer.from('at,credits,id\n2026-01-02,1,a\n').toString('base64') });
  const source = { upload };
  const { mapping } = await call('import.preview', { source, mapping: null, timeZone: 'UTC' });
  await call('import.run', { source, mapping, into: 'usage/a.csv', acceptRefused: false });
  await call('ledger.write', { path: name });
  for (const at of [home, folder]) {
    expect(fs.readdirSync(at, { recursive: true }).length).toBeGreaterThan(4);
    expect(othersMay(at)).toEqual([]);
  }
  await call('samples.open', { id: (await call('samples.list', {}))[0]!.id });
  expect(othersMay(home)).toEqual([]);
});
