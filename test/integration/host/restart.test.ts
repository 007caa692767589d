import * as fs from 'node:fs';
import * as path from 'node:path';
import { expect, it } from 'vitest';
import { createHost } from '../../../main/host/createHost.ts';
import { openFirst } from '../../../main/host/openFirst.ts';
import { freshFolder, portsIn } from '../../support/storeOnDisk.ts';

/** What a start of the app that names no folder has open, and what is done to it before its end. */
async function run(home: string, act: 'close' | 'leave' | { readonly open: string }): Promise<string | null> {
  const host = createHost({ ...portsIn(home), pickFolder: null });
  await openFirst(host, null);
  const current = await host.call('workspace.current', {});
  if (act === 'close') await host.call('workspace.close', {});
  else if (act !== 'leave') await host.call('workspace.open', { folder: act.open });
  await host.close();
  return current.ok ? ((current.value as { folder: string } | null)?.folder ?? null) : null;
}

it('a folder that was left open is open at the next start, one that was closed only once it was opened again', async () => {
  const [home, folder] = [freshFolder(), freshFolder()];
  expect(await run(home, { open: folder })).toBeNull();
  expect(await run(home, 'leave')).toBe(folder);
  expect(await run(home, 'close')).toBe(folder);
  expect(await run(home, 'leave')).toBeNull();
  expect(await run(home, { open: folder })).toBeNull();
  expect(await run(home, 'leave')).toBe(folder);
});

it('the folders that an edition before kept are opened as then', async () => {
  const [home, folder] = [freshFolder(), freshFolder()];
  fs.writeFileSync(path.join(home, 'recent.json'), JSON.stringify({ folders: [folder] }));
  expect(await run(home, 'leave')).toBe(folder);
});
