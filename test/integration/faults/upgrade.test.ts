import * as fs from 'node:fs';
import * as path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { hostShell } from '../../support/hostShell.ts';
import { packState, unpackState, type PackedFolder } from '../../support/stateFolders.ts';
import { freshFolder } from '../../support/storeOnDisk.ts';

const fixtures = path.resolve(import.meta.dirname, '../../fixtures/state');
const scenario = 'acme.scenario.json';

/** A start of this version on what another one left, ended after the test. */
async function startOn(packed: PackedFolder) {
  const base = freshFolder();
  const { workspace, home } = unpackState(packed, base);
  const { shell, session, host } = hostShell(home);
  onTestFinished(() => host.close());
  shell.settings.setState(await shell.rpc('settings.get', {}));
  shell.keys.store.setState(await shell.rpc('keys.get', {}));
  await shell.workspace.open(workspace);
  return { shell, session, workspace, home };
}

const versions = fs.readdirSync(fixtures).filter((name) => name.endsWith('.json'));
const left = (name: string) => JSON.parse(fs.readFileSync(path.join(fixtures, name), 'utf8')) as PackedFolder;

describe.each(versions)('a folder with unsaved work and an open ledger, as version %s left it (F21)', (version) => {
  it('is brought back whole: text, undo, layout, ledger, settings and keys', async () => {
    const { shell } = await startOn(left(version));
    expect(shell.workspace.store.getState()).toMatchObject({ readOnly: null });
    expect(shell.notifications.store.getState().past).toEqual([]);
    expect(shell.editors.all()).toEqual([`scenario:${scenario}`, 'ledger:acme.ledger', `bill:${scenario}`]);
    expect(shell.layout.getState().panel).toMatchObject({ visible: true, view: 'output' });
    const typed = shell.documents.get(scenario)!;
    expect(typed).toMatchObject({ dirty: true, undo: [{ label: 'Change Fee' }, { label: 'Change Name' }] });
    expect(JSON.parse(typed.text)).toMatchObject({ name: 'Acme, renamed', plans: [{ fee: 310 }, {}] });
    shell.documents.undo(scenario);
    shell.documents.undo(scenario);
    expect(shell.documents.get(scenario)).toMatchObject({ dirty: false });
    const view = await shell.rpc('ledger.open', { path: 'acme.ledger' });
    expect(await shell.rpc('ledger.verify', { path: 'acme.ledger', head: view.head })).toMatchObject({
      status: 'intact',
    });
    expect(shell.settings.getState()).toMatchObject({ theme: 'hc-light', zoom: 1 });
    expect(shell.keys.store.getState().rules).toMatchObject([{ key: 'f9', command: 'file.save' }]);
  });

  it('and changed by a newer version is opened read-only, told so, and stays as it is', async () => {
    const newer = Object.entries(left(version)).map(([name, text]) => [
      name,
      text.replace('drawdown.unsaved/1', 'drawdown.unsaved/2'),
    ]);
    const packed = Object.fromEntries(newer) as PackedFolder;
    const { shell, session, workspace, home } = await startOn(packed);
    expect(shell.workspace.store.getState()?.readOnly).toContain('made by a newer version of Drawdown');
    const document = await shell.documents.open(scenario);
    expect(document.readOnly).toContain('newer version');
    shell.documents.edit(scenario, 'x', 'Type');
    await session.flush();
    const now = packState(workspace, home);
    for (const name of Object.keys(packed).filter((each) => /unsaved|^workspace/.test(each)))
      expect([name, now[name]]).toEqual([name, packed[name]]);
  });

  it('and whose ledger or scenario a newer version wrote says so, and neither is taken for empty', async () => {
    const newer = Object.entries(left(version)).map(([name, text]) => [
      name,
      name.startsWith('workspace') ? text.replace(/drawdown\.(ledger|scenario)\/1/, 'drawdown.$1/2') : text,
    ]);
    const { shell } = await startOn(Object.fromEntries(newer) as PackedFolder);
    await expect(shell.rpc('ledger.open', { path: 'acme.ledger' })).rejects.toMatchObject({ code: 'newer-format' });
    const { text } = await shell.rpc('document.read', { path: scenario });
    expect(text).toContain('drawdown.scenario/2');
  });
});
