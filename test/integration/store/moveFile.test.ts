import * as fs from 'node:fs';
import * as path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { copyFile } from '../../../main/store/copyFile.ts';
import { moveFile, newFolder } from '../../../main/store/moveFile.ts';
import { emptyTrash, listTrash, restoreFile, trashFile } from '../../../main/store/trash.ts';
import { openWorkspace } from '../../../main/store/workspace.ts';
import type { Workspace } from '../../../main/store/workspaceTypes.ts';
import { freshFolder, portsIn, refusalOf, valueOf } from '../../support/storeOnDisk.ts';

let workspace: Workspace;
const at = (name: string) => path.join(workspace.folder, name);
const textOf = (name: string) => fs.readFileSync(at(name), 'utf8');

beforeEach(async () => {
  workspace = valueOf(await openWorkspace(freshFolder(), portsIn(freshFolder())));
  fs.mkdirSync(at('usage'));
  fs.writeFileSync(at('usage/feb.csv'), 'feb');
  fs.writeFileSync(at('acme.scenario.json'), '{}');
});
afterEach(() => workspace.close());

describe('files of the workspace', () => {
  it('are renamed and moved, folders with what is in them', async () => {
    valueOf(await moveFile(workspace, { path: 'usage/feb.csv', to: 'usage/2026/february.csv' }));
    expect(textOf('usage/2026/february.csv')).toBe('feb');
    expect(fs.existsSync(at('usage/feb.csv'))).toBe(false);
    valueOf(await moveFile(workspace, { path: 'usage', to: 'measured' }));
    expect(textOf('measured/2026/february.csv')).toBe('feb');
  });

  it('are never moved over another one, out of the folder, into themselves or to a hidden name', async () => {
    fs.writeFileSync(at('other.json'), 'other');
    const to = (name: string) => moveFile(workspace, { path: 'acme.scenario.json', to: name });
    expect(refusalOf(await to('other.json'))).toBe('exists');
    expect(textOf('other.json')).toBe('other');
    expect(refusalOf(await to('../acme.json'))).toBe('outside');
    expect(refusalOf(await to('.hidden'))).toBe('bad-name');
    expect(refusalOf(await moveFile(workspace, { path: 'usage', to: 'usage/in' }))).toBe('bad-name');
    expect(refusalOf(await moveFile(workspace, { path: 'gone.csv', to: 'here.csv' }))).toBe('missing');
    expect(refusalOf(await moveFile(workspace, { path: '.drawdown', to: 'ours' }))).toBe('bad-name');
    expect(textOf('acme.scenario.json')).toBe('{}');
  });

  it('are copied under the next free name, folders with what is in them', async () => {
    const copy = (path: string, to = path) => copyFile(workspace, { path, to });
    expect(valueOf(await copy('acme.scenario.json')).path).toBe('acme-2.scenario.json');
    expect(valueOf(await copy('acme.scenario.json')).path).toBe('acme-3.scenario.json');
    expect(textOf('acme-3.scenario.json')).toBe('{}');
    fs.mkdirSync(at('usage/2026'));
    fs.writeFileSync(at('usage/2026/mar.csv'), 'mar');
    fs.writeFileSync(at('usage/.hidden'), 'x');
    expect(valueOf(await copy('usage')).path).toBe('usage-2');
    expect(textOf('usage-2/2026/mar.csv')).toBe('mar');
    expect(fs.existsSync(at('usage-2/.hidden'))).toBe(false);
    expect(valueOf(await copy('usage/2026', 'kept/2026')).path).toBe('kept/2026');
    expect(refusalOf(await copy('usage', 'usage/in'))).toBe('bad-name');
    expect(refusalOf(await copy('gone.csv'))).toBe('missing');
    expect(fs.readdirSync(workspace.folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('leave the trash for good only when it is emptied of just them', async () => {
    expect(valueOf(await listTrash(workspace))).toEqual([]);
    const first = valueOf(await trashFile(workspace, 'usage')).trashed;
    expect(valueOf(await listTrash(workspace))).toEqual([{ trashed: first, name: 'usage', bytes: 3 }]);
    const second = valueOf(await trashFile(workspace, 'acme.scenario.json')).trashed;
    expect(valueOf(await emptyTrash(workspace, [first, '..', 'not-there-at-all']))).toEqual({ removed: 1 });
    expect(valueOf(await listTrash(workspace)).map(({ name }) => name)).toEqual(['acme.scenario.json']);
    expect(refusalOf(await restoreFile(workspace, { path: 'usage', trashed: first }))).toBe('missing');
    valueOf(await restoreFile(workspace, { path: 'acme.scenario.json', trashed: second }));
    expect(valueOf(await listTrash(workspace))).toEqual([]);
  });

  it('come back from the trash, but not over what took their place', async () => {
    const { trashed } = valueOf(await trashFile(workspace, 'usage'));
    expect(fs.existsSync(at('usage'))).toBe(false);
    fs.mkdirSync(at('usage'));
    expect(refusalOf(await restoreFile(workspace, { path: 'usage', trashed }))).toBe('exists');
    fs.rmdirSync(at('usage'));
    valueOf(await restoreFile(workspace, { path: 'usage', trashed }));
    expect(textOf('usage/feb.csv')).toBe('feb');
  });

  it('get new folders where nothing of that name is', async () => {
    expect(valueOf(await newFolder(workspace, 'customers/acme')).path).toBe('customers/acme');
    expect(fs.statSync(at('customers/acme')).isDirectory()).toBe(true);
    expect(refusalOf(await newFolder(workspace, 'usage'))).toBe('exists');
  });
});
