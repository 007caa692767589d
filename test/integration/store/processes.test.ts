import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveDocument } from '../../../main/store/document.ts';
import { readSettings } from '../../../main/store/settings.ts';
import { nodeFs } from '../../../main/platform/fs.ts';
import { recentFolders } from '../../../main/store/recent.ts';
import { openWorkspace } from '../../../main/store/workspace.ts';
import { bundleProgram, removeProgram, startProgram, untilLines } from '../../support/childProgram.ts';
import { countTried } from '../../support/tried.ts';
import { freshFolder, openAgain, portsIn, refusalOf, valueOf } from '../../support/storeOnDisk.ts';

let program = '';
beforeAll(async () => {
  program = await bundleProgram(fileURLToPath(new URL('../../support/storeProgram.ts', import.meta.url)));
});
afterAll(() => removeProgram(program));

function newFolder() {
  const base = freshFolder();
  const folder = path.join(base, 'acme');
  fs.mkdirSync(folder);
  return { folder, home: path.join(base, 'home'), lock: path.join(folder, '.drawdown', 'lock') };
}

describe('two processes in one workspace (F13, F14)', () => {
  it('the second is told who holds it, and opens it read-only', async () => {
    const { folder, home } = newFolder();
    const first = startProgram(program, ['hold', folder, home]);
    await untilLines(first, 1);
    expect(first.lines).toEqual(['writable']);
    const second = await openAgain(folder);
    expect(second.lockedBy).toMatchObject({ pid: first.child.pid });
    expect(second.readOnly).toContain(String(first.child.pid));
    expect(refusalOf(await saveDocument(second, { path: 'a.json', text: '', expected: null }))).toBe('read-only');
    first.child.stdin?.write('go\n');
    await first.ended;
    expect((await openAgain(folder)).readOnly).toBeNull();
  });

  it('the lock of one that was killed is taken over', async () => {
    const { folder, home, lock } = newFolder();
    const first = startProgram(program, ['hold', folder, home]);
    await untilLines(first, 1);
    first.child.kill('SIGKILL');
    await first.ended;
    expect(fs.existsSync(lock)).toBe(true);
    expect((await openAgain(folder)).readOnly).toBeNull();
  });

  it('the lock of another machine, however old, is not; the user may decide so', async () => {
    const { folder, home, lock } = newFolder();
    fs.mkdirSync(path.dirname(lock));
    const mark = {
      pid: 1,
      host: 'elsewhere',
      machine: 'm',
      space: '',
      boot: 'b',
      started: '1',
      lockedAt: 0,
      token: 't',
    };
    fs.writeFileSync(lock, JSON.stringify(mark));
    fs.utimesSync(lock, 0, 0);
    expect((await openAgain(folder)).lockedBy).toMatchObject({ host: 'elsewhere', seenAt: 0 });
    const taken = valueOf(await openWorkspace(folder, portsIn(home), { takeOver: true }));
    expect(taken.readOnly).toBeNull();
    await taken.close();
    expect(fs.existsSync(lock)).toBe(false);
  });

  it('a lock file that is no lock is not taken over either', async () => {
    const { folder, lock } = newFolder();
    fs.mkdirSync(path.dirname(lock));
    fs.writeFileSync(lock, '\0'.repeat(64));
    expect((await openAgain(folder)).lockedBy).toMatchObject({ host: 'unknown' });
    expect(fs.readFileSync(lock, 'utf8')).toBe('\0'.repeat(64));
  });

  it('on a disk without hard links only one of many may write, too', async () => {
    const { folder, home } = newFolder();
    const link = () => Promise.reject(Object.assign(new Error('EPERM: no hard links'), { code: 'EPERM' }));
    const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
    const ports = { ...portsIn(home), fs: { ...nodeFs, link }, wait };
    const all = await Promise.all(Array.from({ length: 5 }, async () => valueOf(await openWorkspace(folder, ports))));
    expect(all.filter(({ readOnly }) => readOnly === null)).toHaveLength(1);
    expect(all.filter(({ lockedBy }) => lockedBy?.pid === process.pid)).toHaveLength(4);
    for (const workspace of all) await workspace.close();
    expect(fs.readdirSync(path.join(folder, '.drawdown')).filter((name) => name.startsWith('lock'))).toEqual([]);
  });

  it('one whose lock was taken over writes no more', async () => {
    const { folder, home } = newFolder();
    const first = await openAgain(folder);
    const second = valueOf(await openWorkspace(folder, portsIn(home), { takeOver: true }));
    expect(second.readOnly).toBeNull();
    expect(refusalOf(await saveDocument(first, { path: 'a.json', text: '', expected: null }))).toBe('locked');
    await first.close();
    expect(valueOf(await saveDocument(second, { path: 'a.json', text: '', expected: null })).saved).toBe(true);
    await second.close();
  });

  it('only one of many that start at once may write', async () => {
    const { folder, home } = newFolder();
    const children = Array.from({ length: 4 }, () => startProgram(program, ['hold', folder, home]));
    for (const child of children) await untilLines(child, 1);
    expect(children.filter(({ lines }) => lines[0] === 'writable').length).toBe(1);
    for (const { child } of children) child.kill('SIGKILL');
    await Promise.all(children.map(({ ended }) => ended));
  });
});

describe.skipIf(process.platform === 'win32')('a process that may write only small files (F4)', () => {
  it('keeps the old text, whole, and no half of the new one', async () => {
    const { folder, home } = newFolder();
    fs.writeFileSync(path.join(folder, 'a.json'), 'old');
    const limited = `trap '' XFSZ; ulimit -f 200; exec "$@"`;
    const command = ['-c', limited, 'sh', process.execPath, program, 'save', folder, home, 'a.json'];
    const savedOf = (size: number) => {
      const env = { ...process.env, DRAWDOWN_SIZE: String(size) };
      return spawnSync('bash', command, { encoding: 'utf8', env }).stdout.trim().split('\n');
    };
    expect(savedOf(100_000)).toEqual(['writable', 'saved']);
    expect(savedOf(240_000)).toEqual(['writable', 'refused no-space']);
    expect(fs.readFileSync(path.join(folder, 'a.json'), 'utf8')).toBe('x'.repeat(100_000));
    expect(fs.readdirSync(folder).sort()).toEqual(['.drawdown', 'a.json']);
    countTried('faults', 1);
  });
});

describe('the history under kill -9 (F2)', () => {
  it('has every entry that was acknowledged, and the next start goes on', async () => {
    for (const after of [1, 7, 23]) {
      const { folder, home } = newFolder();
      const writer = startProgram(program, ['append', folder, home, '100000']);
      await untilLines(writer, after + 1);
      writer.child.kill('SIGKILL');
      await writer.ended;
      const acknowledged = writer.lines.slice(1);
      expect(acknowledged.length).toBeGreaterThanOrEqual(after);
      const workspace = await openAgain(folder);
      expect(workspace.readOnly).toBeNull();
      valueOf(await workspace.history.append({ kind: 'note', note: 'after' }));
      const ids = valueOf(await workspace.history.entries()).map(({ id }) => id);
      expect(ids.slice(0, acknowledged.length)).toEqual(acknowledged);
      expect(ids.length).toBeLessThanOrEqual(acknowledged.length + 2);
    }
  });
});

describe("the app's own files under two processes", () => {
  it('lose no change of either', async () => {
    const { folder, home } = newFolder();
    const children = ['left', 'right'].map((side) =>
      startProgram(program, ['remember', path.join(folder, side), home, '9']),
    );
    await Promise.all(children.map(({ ended }) => ended));
    const ports = portsIn(home);
    const done = children.flatMap(({ lines }) => lines);
    expect(done.filter((line) => line !== 'ok' && !line.includes('changed-on-disk'))).toEqual([]);
    const folders = valueOf(await recentFolders(ports));
    expect(new Set(folders).size).toBe(folders.length);
    expect(folders).toHaveLength(done.filter((line) => line === 'ok').length);
    expect(valueOf(await readSettings(ports, null)).user).toMatchObject({ values: { zoom: 1 }, problems: [] });
  });
});
