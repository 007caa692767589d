import * as fs from 'node:fs';
import * as path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { duplicateFile, moveFile, newFolder, restoreFile, trashFile } from '../../../main/store/moveFile.ts';
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

  it('are duplicated under the next free name', async () => {
    expect(valueOf(await duplicateFile(workspace, 'acme.scenario.json')).path).toBe('acme-2.scenario.json');
    expect(valueOf(await duplicateFile(workspace, 'acme.scenario.json')).path).toBe('acme-3.scenario.json');
    expect(textOf('acme-3.scenario.json')).toBe('{}');
    expect(refusalOf(await duplicateFile(workspace, 'usage'))).toBe('not-a-file');
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
