import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { describe, expect, it } from 'vitest';
import { listBackups, readBackup } from '../../../main/store/backups.ts';
import { readDocument, saveDocument } from '../../../main/store/document.ts';
import { workspaceFiles } from '../../../main/store/files.ts';
import { locateFile } from '../../../main/store/locateFile.ts';
import { writeNewFile } from '../../../main/store/newFile.ts';
import { saveElsewhere } from '../../../main/store/saveElsewhere.ts';
import { openWorkspace } from '../../../main/store/workspace.ts';
import { freshFolder, freshWorkspace, openAgain, portsIn, refusalOf, valueOf } from '../../support/storeOnDisk.ts';

const name = 'acme.scenario.json';

describe('a document', () => {
  it('is made, read, saved over the version that was read, and kept as a backup', async () => {
    const workspace = await freshWorkspace();
    const first = valueOf(await saveDocument(workspace, { path: name, text: 'one', expected: null }));
    expect(first).toMatchObject({ saved: true, durable: true });
    const read = valueOf(await readDocument(workspace, name));
    expect(read).toMatchObject({ text: 'one', readOnly: false });
    fs.chmodSync(path.join(workspace.folder, name), 0o640);
    const second = valueOf(await saveDocument(workspace, { path: name, text: 'two', expected: read.sha256 }));
    expect(second.saved).toBe(true);
    expect(fs.statSync(path.join(workspace.folder, name)).mode & 0o777).toBe(0o640);
    const [backup] = valueOf(await listBackups(workspace, name));
    expect(valueOf(await readBackup(workspace, backup!))).toBe('one');
    expect(fs.readdirSync(workspace.folder).sort()).toEqual(['.drawdown', name]);
  });

  it('that another program changed is told, not overwritten (F15)', async () => {
    const workspace = await freshWorkspace();
    valueOf(await saveDocument(workspace, { path: name, text: 'one', expected: null }));
    const { sha256 } = valueOf(await readDocument(workspace, name));
    fs.writeFileSync(path.join(workspace.folder, name), 'theirs');
    const outcome = valueOf(await saveDocument(workspace, { path: name, text: 'mine', expected: sha256 }));
    expect(outcome).toMatchObject({ saved: false, conflict: { text: 'theirs' } });
    expect(fs.readFileSync(path.join(workspace.folder, name), 'utf8')).toBe('theirs');
    const again = valueOf(await saveDocument(workspace, { path: name, text: 'new', expected: null }));
    expect(again.saved).toBe(false);
  });

  it('that is gone is told as gone, and can be saved anew', async () => {
    const workspace = await freshWorkspace();
    valueOf(await saveDocument(workspace, { path: name, text: 'one', expected: null }));
    const { sha256 } = valueOf(await readDocument(workspace, name));
    fs.rmSync(path.join(workspace.folder, name));
    expect(valueOf(await saveDocument(workspace, { path: name, text: 'two', expected: sha256 }))).toEqual({
      saved: false,
      conflict: null,
    });
    expect(valueOf(await saveDocument(workspace, { path: name, text: 'two', expected: null })).saved).toBe(true);
  });

  it('saved twice at once over one version is saved once, and the other is told', async () => {
    const workspace = await freshWorkspace();
    valueOf(await saveDocument(workspace, { path: name, text: 'one', expected: null }));
    const { sha256: expected } = valueOf(await readDocument(workspace, name));
    const both = await Promise.all([
      saveDocument(workspace, { path: name, text: 'left', expected }),
      saveDocument(workspace, { path: name, text: 'right', expected }),
    ]);
    expect(both.map((outcome) => valueOf(outcome).saved)).toEqual([true, false]);
    expect(fs.readFileSync(path.join(workspace.folder, name), 'utf8')).toBe('left');
  });

  it('that no UTF-8 can hold is refused, not saved with other characters', async () => {
    const workspace = await freshWorkspace();
    expect(refusalOf(await saveDocument(workspace, { path: name, text: 'a\ud800', expected: null }))).toBe('encoding');
    expect(refusalOf(await readDocument(workspace, name))).toBe('missing');
  });

  it('that is being saved when the workspace closes is saved', async () => {
    const workspace = await freshWorkspace();
    const saving = saveDocument(workspace, { path: name, text: 'one', expected: null });
    await workspace.close();
    expect(valueOf(await saving).saved).toBe(true);
    expect(refusalOf(await saveDocument(workspace, { path: 'b.json', text: '', expected: null }))).toBe('read-only');
  });

  it('of ten gigabytes is refused before it is read (F34, F35)', async () => {
    const workspace = await freshWorkspace();
    fs.writeFileSync(path.join(workspace.folder, name), '');
    fs.truncateSync(path.join(workspace.folder, name), 10 * 2 ** 30);
    const read = await readDocument(workspace, name);
    expect(read).toMatchObject({ ok: false, error: { code: 'too-large', bytes: 10 * 2 ** 30, limit: 20_000_000 } });
  });

  it('in the place of a pipe, a device, a folder or a link out of the workspace is refused at once (F43)', async () => {
    const workspace = await freshWorkspace();
    const at = (file: string) => path.join(workspace.folder, file);
    execFileSync('mkfifo', [at('pipe')]);
    fs.symlinkSync('/dev/zero', at('zero'));
    fs.symlinkSync('/etc/passwd', at('passwd'));
    fs.symlinkSync('loop', at('loop'));
    fs.mkdirSync(at('folder'));
    expect(refusalOf(await readDocument(workspace, 'pipe'))).toBe('not-a-file');
    expect(refusalOf(await readDocument(workspace, 'zero'))).toBe('outside');
    expect(refusalOf(await readDocument(workspace, 'passwd'))).toBe('outside');
    expect(refusalOf(await readDocument(workspace, 'loop'))).toBe('link-loop');
    expect(refusalOf(await readDocument(workspace, 'folder'))).toBe('not-a-file');
    expect(refusalOf(await readDocument(workspace, '../outside'))).toBe('outside');
    expect(refusalOf(await readDocument(workspace, 'none'))).toBe('missing');
    expect(refusalOf(await locateFile(workspace, 'pipe'))).toBe('not-a-file');
    expect(refusalOf(await saveDocument(workspace, { path: 'passwd', text: '', expected: null }))).toBe('outside');
  });

  it('behind a link inside the workspace keeps the link when it is saved', async () => {
    const workspace = await freshWorkspace();
    fs.writeFileSync(path.join(workspace.folder, 'real.json'), 'one');
    fs.symlinkSync('real.json', path.join(workspace.folder, 'link.json'));
    const { sha256 } = valueOf(await readDocument(workspace, 'link.json'));
    valueOf(await saveDocument(workspace, { path: 'link.json', text: 'two', expected: sha256 }));
    expect(fs.lstatSync(path.join(workspace.folder, 'link.json')).isSymbolicLink()).toBe(true);
    expect(fs.readFileSync(path.join(workspace.folder, 'real.json'), 'utf8')).toBe('two');
  });

  it('is not made under a hidden or reserved name, nor through a link that leads out (F42, S18)', async () => {
    const workspace = await freshWorkspace();
    fs.symlinkSync(freshFolder(), path.join(workspace.folder, 'out'));
    const save = async (path: string) => refusalOf(await saveDocument(workspace, { path, text: '', expected: null }));
    expect(await save('.git/hooks/pre-commit')).toBe('bad-name');
    expect(await save('.drawdown/lock')).toBe('bad-name');
    expect(await save('CON.json')).toBe('bad-name');
    expect(await save('aux./a.json')).toBe('bad-name');
    expect(await save('out/a.json')).toBe('outside');
  });
});

describe('a new file', () => {
  it('is streamed whole, and never over another', async () => {
    const workspace = await freshWorkspace();
    const chunks = [Buffer.from('at,'), Buffer.from('credits\n')];
    expect(valueOf(await writeNewFile(workspace, { path: 'usage/jan.csv', chunks }))).toMatchObject({ bytes: 11 });
    const second = valueOf(await writeNewFile(workspace, { path: 'usage/jan.csv', chunks }));
    expect(second.path).toBe('usage/jan-2.csv');
    expect(fs.readdirSync(path.join(workspace.folder, 'usage')).sort()).toEqual(['jan-2.csv', 'jan.csv']);
  });

  it('leaves nothing behind where its source fails', async () => {
    const workspace = await freshWorkspace();
    const chunks = (function* () {
      yield Buffer.from('half');
      throw new Error('the source broke');
    })();
    await expect(writeNewFile(workspace, { path: 'usage/jan.csv', chunks })).rejects.toThrow('the source broke');
    expect(fs.readdirSync(path.join(workspace.folder, 'usage'))).toEqual([]);
  });
});

describe('the files of a workspace', () => {
  it('are a tree of what people know, without hidden folders', async () => {
    const workspace = await freshWorkspace();
    const at = (file: string) => path.join(workspace.folder, file);
    for (const folder of ['usage', 'acme.ledger', '.git', 'node_modules/x', 'exports'])
      fs.mkdirSync(at(folder), { recursive: true });
    for (const file of [
      'b.scenario.json',
      'a10.txt',
      'a9.txt',
      'usage/jan.csv',
      'acme.ledger/manifest.json',
      '.git/config',
      'exports/a.csv',
    ])
      fs.writeFileSync(at(file), 'x');
    fs.symlinkSync('/etc/passwd', at('passwd'));
    fs.symlinkSync('.', at('round'));
    const tree = valueOf(await workspaceFiles(workspace));
    expect(tree.map(({ path, kind }) => `${kind} ${path}`)).toEqual([
      'folder exports',
      'folder usage',
      'file a9.txt',
      'file a10.txt',
      'ledger acme.ledger',
      'scenario b.scenario.json',
    ]);
    expect(tree[0]?.children).toMatchObject([{ path: 'exports/a.csv', kind: 'file' }]);
    expect(tree[1]?.children).toMatchObject([{ path: 'usage/jan.csv', kind: 'usage', bytes: 1 }]);
  });
});

describe('a workspace', () => {
  it('that is gone, or a file, is refused', async () => {
    const folder = freshFolder();
    const ports = portsIn(path.join(folder, 'home'));
    expect(refusalOf(await openWorkspace(path.join(folder, 'none'), ports))).toBe('missing');
    fs.writeFileSync(path.join(folder, 'file'), '');
    expect(refusalOf(await openWorkspace(path.join(folder, 'file'), ports))).toBe('not-a-folder');
  });

  it('whose folder goes while it is open refuses a save and says so', async () => {
    const workspace = await freshWorkspace();
    fs.rmSync(workspace.folder, { recursive: true });
    expect(refusalOf(await saveDocument(workspace, { path: name, text: 'x', expected: null }))).toBe('missing');
    expect(fs.existsSync(workspace.folder)).toBe(false);
  });

  it('F12: whose folder is gone is saved elsewhere by a full path, and never over another file', async () => {
    const workspace = await freshWorkspace();
    fs.rmSync(workspace.folder, { recursive: true });
    const file = path.join(freshFolder(), name);
    const saved = (at: string, text = 'x') => saveElsewhere(workspace.ports, { file: at, text });
    expect(valueOf(await saved(file))).toEqual({ path: file });
    expect(fs.readFileSync(file, 'utf8')).toBe('x');
    expect(refusalOf(await saved(file, 'y'))).toBe('exists');
    expect(refusalOf(await saved(path.join(path.dirname(file), '.hidden')))).toBe('bad-name');
    expect(refusalOf(await saved('relative.json'))).toBe('bad-name');
    expect(refusalOf(await saved(path.join(workspace.folder, name)))).toBe('missing');
    expect(refusalOf(await saved(`${file}2`, 'a\ud800'))).toBe('encoding');
    expect(fs.readdirSync(path.dirname(file))).toEqual([name]);
  });

  it('opened for reading only takes no lock, writes nothing and saves nothing', async () => {
    const folder = freshFolder();
    const ports = portsIn(path.join(freshFolder(), 'home'));
    const workspace = valueOf(await openWorkspace(folder, ports, { access: 'read' }));
    expect(workspace.readOnly).not.toBeNull();
    expect(refusalOf(await saveDocument(workspace, { path: name, text: 'x', expected: null }))).toBe('read-only');
    expect(fs.readdirSync(folder)).toEqual([]);
  });

  it('does not follow a hostile link in place of its own folder', async () => {
    const folder = path.join(freshFolder(), 'acme');
    const elsewhere = freshFolder();
    fs.mkdirSync(folder);
    fs.symlinkSync(elsewhere, path.join(folder, '.drawdown'));
    const workspace = await openAgain(folder);
    expect(workspace.readOnly).toContain('.drawdown');
    expect(fs.readdirSync(elsewhere)).toEqual([]);
  });
});
