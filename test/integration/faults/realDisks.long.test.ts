import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileLog } from '../../../main/platform/log.ts';
import { listBackups } from '../../../main/store/backups.ts';
import { readDocument, saveDocument } from '../../../main/store/document.ts';
import { describeStoreError } from '../../../main/store/storeError.ts';
import { keepUnsaved, listUnsaved } from '../../../main/store/unsavedWork.ts';
import { writeNewFile } from '../../../main/store/newFile.ts';
import { openWorkspace } from '../../../main/store/workspace.ts';
import { bundleProgram, removeProgram } from '../../support/childProgram.ts';
import { canMount, smallDisk } from '../../support/smallDisk.ts';
import { freshFolder, openAgain, portsIn, refusalOf, valueOf } from '../../support/storeOnDisk.ts';
import { countTried } from '../../support/tried.ts';

const name = 'acme.scenario.json';
const megabyte = 1 << 20;
const oldText = 'old '.repeat(75_000);

/** A workspace on a disk of its own; the app's folder lies on another one. */
async function onSmallDisk(bytes = megabyte) {
  const disk = smallDisk(bytes);
  const folder = path.join(disk.folder, 'acme');
  fs.mkdirSync(folder);
  fs.writeFileSync(path.join(folder, name), oldText);
  const ports = portsIn(path.join(freshFolder(), 'home'));
  const workspace = valueOf(await openWorkspace(folder, ports));
  const { sha256 } = valueOf(await readDocument(workspace, name));
  return { disk, folder, ports, workspace, sha256 };
}

const temps = (folder: string) => fs.readdirSync(folder).filter((file) => file.endsWith('.tmp'));

describe.runIf(canMount())('a real disk that is too small (needs root, to mount it)', () => {
  it('keeps the old text, whole, and says how much is free (F4)', async () => {
    const { folder, workspace, sha256 } = await onSmallDisk();
    const outcome = await saveDocument(workspace, { path: name, text: 'new '.repeat(225_000), expected: sha256 });
    expect(outcome).toMatchObject({ ok: false, error: { code: 'no-space', free: expect.any(Number) } });
    if (outcome.ok) return;
    expect(describeStoreError(outcome.error)).toMatch(
      /no space left on the disk of acme.*\(7\d\d,\d{3} bytes are free\)/,
    );
    expect(fs.readFileSync(path.join(folder, name), 'utf8')).toBe(oldText);
    expect(temps(folder)).toEqual([]);
    await workspace.close();
    countTried('faults', 1);
  });

  it('takes the next save once there is room, with no restart (F6)', async () => {
    const { disk, folder, workspace, sha256 } = await onSmallDisk();
    disk.fill(50_000);
    const save = { path: name, text: 'new '.repeat(60_000), expected: sha256 };
    expect(refusalOf(await saveDocument(workspace, save))).toBe('no-space');
    expect(fs.readFileSync(path.join(folder, name), 'utf8')).toBe(oldText);
    disk.free();
    expect(valueOf(await saveDocument(workspace, save))).toMatchObject({ saved: true, durable: true });
    expect(fs.readFileSync(path.join(folder, name), 'utf8')).toBe(save.text);
    await workspace.close();
    countTried('faults', 1);
  });

  it('full only where backups and the log lie, lets the save through; a full one leaves no half export (F5)', async () => {
    const full = smallDisk(megabyte);
    const folder = path.join(freshFolder(), 'acme');
    fs.mkdirSync(folder);
    fs.writeFileSync(path.join(folder, name), oldText);
    const log = fileLog(full.folder, { now: () => 0 });
    const ports = { ...portsIn(path.join(full.folder, 'home')), log };
    const workspace = valueOf(await openWorkspace(folder, ports));
    full.fill(0);
    const { sha256 } = valueOf(await readDocument(workspace, name));
    expect(valueOf(await saveDocument(workspace, { path: name, text: 'new', expected: sha256 })).saved).toBe(true);
    expect(valueOf(await listBackups(workspace, name))).toHaveLength(1);
    const work = { path: name, text: 'typed '.repeat(1000), sha256: null, undo: [], redo: [] };
    expect(refusalOf(await keepUnsaved({ ports, folder }, work))).toBe('no-space');
    full.free();
    valueOf(await keepUnsaved({ ports, folder }, work));
    expect(valueOf(await listUnsaved({ ports, folder })).works).toEqual([work]);
    await workspace.close();

    const small = await onSmallDisk();
    const chunks = Array.from({ length: 20 }, () => Buffer.alloc(50_000));
    expect(refusalOf(await writeNewFile(small.workspace, { path: 'exports/a.csv', chunks }))).toBe('no-space');
    expect(fs.readdirSync(path.join(small.folder, 'exports'))).toEqual([]);
    await small.workspace.close();
    countTried('faults', 3);
  });

  it('that becomes read-only refuses to save, opens read-only for that reason, and still reads (F11)', async () => {
    const { disk, folder, ports, workspace, sha256 } = await onSmallDisk();
    disk.setReadOnly(true);
    expect(refusalOf(await saveDocument(workspace, { path: name, text: 'new', expected: sha256 }))).toBe('read-only');
    const second = valueOf(await openWorkspace(folder, ports));
    expect(second.readOnly).not.toBeNull();
    expect(valueOf(await readDocument(second, name))).toMatchObject({ text: oldText });
    disk.setReadOnly(false);
    await workspace.close();
    disk.setReadOnly(true);
    const third = valueOf(await openWorkspace(folder, ports));
    expect(third.readOnly).toContain('read-only');
    expect(refusalOf(await saveDocument(third, { path: name, text: 'new', expected: sha256 }))).toBe('read-only');
    disk.setReadOnly(false);
    const work = { path: name, text: 'typed', sha256, undo: [], redo: [] };
    valueOf(await keepUnsaved({ ports, folder }, work));
    countTried('faults', 2);
  });
});

const canTrace = spawnSync('strace', ['-f', '-e', 'trace=fsync', 'true']).status === 0;

describe.runIf(canTrace)('system calls that fail at the Nth time (needs strace)', () => {
  let program = '';
  beforeAll(async () => {
    program = await bundleProgram(fileURLToPath(new URL('../../support/storeProgram.ts', import.meta.url)));
  });
  afterAll(() => removeProgram(program));

  /** Saves once in a process in which a system call fails. Gives what it said, and whether the fault was met. */
  function saveUnder(inject: string) {
    const base = freshFolder();
    const folder = path.join(base, 'acme');
    fs.mkdirSync(folder);
    fs.writeFileSync(path.join(folder, name), 'old');
    const trace = path.join(base, 'trace');
    const [call] = inject.split(':');
    const strace = ['-f', '-o', trace, '-e', `trace=${call}`, '-e', `inject=${inject}`];
    const env = { ...process.env, UV_THREADPOOL_SIZE: '1' };
    const args = [...strace, process.execPath, program, 'save', folder, path.join(base, 'home'), name];
    const { stdout } = spawnSync('strace', args, { env, encoding: 'utf8' });
    const met = /INJECTED|killed by SIGKILL/.test(fs.readFileSync(trace, 'utf8'));
    return { folder, met, said: stdout.trim().split('\n').at(-1) ?? '' };
  }

  async function nextStart(folder: string): Promise<string> {
    const next = await openAgain(folder);
    expect(next.readOnly).toBeNull();
    const { text } = valueOf(await readDocument(next, name));
    expect(temps(folder)).toEqual([]);
    await next.close();
    return text;
  }

  it.each([
    ['fsync:error=EIO', ['saved', 'unconfirmed', 'refused io', 'read-only']],
    ['fsync:error=ENOSPC', ['saved', 'unconfirmed', 'refused no-space', 'read-only']],
    ['rename:error=EIO', ['saved', 'refused io', 'read-only']],
    ['rename:error=EPERM', ['saved', 'read-only']],
    ['rename:signal=SIGKILL', ['writable', 'saved', '']],
    ['fsync:signal=SIGKILL', ['writable', 'saved', '']],
    ['link:signal=SIGKILL', ['writable', 'saved', '']],
  ])('%s: the old or the new text, and the process says which (F1, F7, F8, F9)', async (inject, answers) => {
    let tried = 0;
    const seen = new Set<string>();
    for (let number = 1; number < 60; number++) {
      const { folder, met, said } = saveUnder(`${inject}:when=${number}`);
      const text = await nextStart(folder);
      expect(answers).toContain(said.replace(/^.*read-only.*$/, 'read-only'));
      if (said === 'saved' || said === 'unconfirmed') expect(text).toBe('new');
      else if (said.startsWith('refused')) expect(text).toBe('old');
      else expect(['old', 'new']).toContain(text);
      seen.add(said);
      tried += 1;
      if (!met) break;
    }
    expect(tried).toBeGreaterThan(1);
    if (inject === 'fsync:error=EIO') expect([...seen]).toContain('unconfirmed');
    countTried('faults', tried);
  });

  it('a rename that is denied three times is tried again, and works (F9)', async () => {
    for (const first of [1, 2, 3, 4, 5]) {
      const { folder, said } = saveUnder(`rename:error=EPERM:when=${first}..${first + 2}`);
      expect(['saved', 'refused denied']).toContain(said);
      expect(await nextStart(folder)).toBe(said === 'saved' ? 'new' : 'old');
    }
    countTried('faults', 5);
  });
});
