import * as fs from 'node:fs';
import * as path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDocument, saveDocument } from '../../../main/store/document.ts';
import type { Workspace } from '../../../main/store/workspaceTypes.ts';
import { faultyFs, type Fault } from '../../support/faultyFs.ts';
import { freshFolder, freshWorkspace, openAgain, refusalOf, valueOf } from '../../support/storeOnDisk.ts';

const name = 'acme.scenario.json';
const oldText = 'old '.repeat(300);
const newText = 'new '.repeat(900);

/** A workspace with a saved document, opened again over a file system that can be told to fail. */
async function workspaceWithFaults(bytesPerWrite = Infinity) {
  const folder = path.join(freshFolder(), 'acme');
  fs.mkdirSync(folder);
  fs.writeFileSync(path.join(folder, name), oldText);
  const state: { fault: Fault } = { fault: () => null };
  const faulty = faultyFs({ fault: (operation) => state.fault(operation), bytesPerWrite });
  const workspace = await openAgain(folder, { fs: faulty.fs });
  const { sha256 } = valueOf(await readDocument(workspace, name));
  return { workspace, state, operations: faulty.operations, expected: sha256 };
}

function onDisk(workspace: Workspace): string {
  return fs.readFileSync(path.join(workspace.folder, name), 'utf8');
}

function temps(workspace: Workspace): string[] {
  return fs.readdirSync(workspace.folder).filter((file) => file.endsWith('.tmp'));
}

describe('a save on a disk that fails', () => {
  it.each([
    ['EIO', 1],
    ['EPERM', 3],
  ] as const)('leaves the old or the new text, whole, whichever operation answers %s', async (code, stride) => {
    const clean = await workspaceWithFaults();
    const before = clean.operations.length;
    valueOf(await saveDocument(clean.workspace, { path: name, text: newText, expected: clean.expected }));
    const steps = clean.operations.length - before;
    expect(steps).toBeGreaterThan(20);

    let refused = 0;
    for (let step = 1; step <= steps; step += stride) {
      const { workspace, state, operations, expected } = await workspaceWithFaults();
      const from = operations.length;
      state.fault = ({ number }) => (number === from + step ? code : null);
      const outcome = await saveDocument(workspace, { path: name, text: newText, expected });
      state.fault = () => null;
      const text = onDisk(workspace);
      if (outcome.ok && outcome.value.saved) expect(text).toBe(newText);
      else expect(text).toBe(oldText);
      refused += outcome.ok ? 0 : 1;
      // Space is freed, or the disk comes back: the next save works without a restart.
      const { sha256 } = valueOf(await readDocument(workspace, name));
      expect(valueOf(await saveDocument(workspace, { path: name, text: 'again', expected: sha256 })).saved).toBe(true);
      expect(onDisk(workspace)).toBe('again');
    }
    expect(refused).toBeGreaterThan(5);
  });

  it('writes every byte where the system takes only a few at a time', async () => {
    const { workspace, expected, operations } = await workspaceWithFaults(7);
    expect(valueOf(await saveDocument(workspace, { path: name, text: newText, expected })).saved).toBe(true);
    expect(onDisk(workspace)).toBe(newText);
    expect(operations.filter(({ name }) => name === 'write').length).toBeGreaterThan(newText.length / 7);
  });

  it('removes its unfinished file and names the full disk', async () => {
    const { workspace, state, expected } = await workspaceWithFaults();
    state.fault = ({ name }) => (name === 'write' ? 'ENOSPC' : null);
    expect(refusalOf(await saveDocument(workspace, { path: name, text: newText, expected }))).toBe('no-space');
    expect(temps(workspace)).toEqual([]);
    expect(onDisk(workspace)).toBe(oldText);
  });

  it('is saved, but not confirmed durable, where only the folder cannot be synced (F8)', async () => {
    const { workspace, state, expected } = await workspaceWithFaults();
    state.fault = ({ name, path }) => (name === 'sync' && path === workspace.folder ? 'EIO' : null);
    const outcome = valueOf(await saveDocument(workspace, { path: name, text: newText, expected }));
    expect(outcome).toMatchObject({ saved: true, durable: false });
    expect(onDisk(workspace)).toBe(newText);
  });

  it.each(['EPERM', 'EBUSY', 'EACCES'])(
    'waits for another program that holds the file (%s), then gives up (F9)',
    async (code) => {
      const { workspace, state, expected } = await workspaceWithFaults();
      const document = path.join(workspace.folder, name);
      let failures = 9;
      state.fault = ({ name, path }) => (name === 'rename' && path === document && failures-- > 0 ? code : null);
      const saved = valueOf(await saveDocument(workspace, { path: name, text: newText, expected }));
      expect(saved.saved).toBe(true);
      failures = Infinity;
      const { sha256 } = valueOf(await readDocument(workspace, name));
      expect(refusalOf(await saveDocument(workspace, { path: name, text: 'x', expected: sha256 }))).toBe('busy');
      expect(onDisk(workspace)).toBe(newText);
      expect(temps(workspace)).toEqual([]);
    },
  );

  it('goes on where one of the two rings of backups cannot be written, and stops where neither can (F5)', async () => {
    const { workspace, state, expected } = await workspaceWithFaults();
    state.fault = ({ name, path }) => (name === 'open' && path.includes('/home/backups/') ? 'ENOSPC' : null);
    const { saved } = valueOf(await saveDocument(workspace, { path: name, text: newText, expected }));
    expect(saved).toBe(true);
    state.fault = ({ name, path }) => (name === 'open' && path.includes('backups/') ? 'ENOSPC' : null);
    const { sha256 } = valueOf(await readDocument(workspace, name));
    expect(refusalOf(await saveDocument(workspace, { path: name, text: 'x', expected: sha256 }))).toBe('no-space');
    expect(onDisk(workspace)).toBe(newText);
  });
});

describe('a folder that cannot be written to (F11)', () => {
  it.each(['EROFS', 'EACCES', 'EPERM'])('is opened read-only with the reason (%s)', async (code) => {
    const { fs: faulty } = faultyFs({
      fault: ({ name, path }) => (name === 'mkdir' && path.endsWith('.drawdown') ? code : null),
    });
    const workspace = await freshWorkspace({ fs: faulty });
    expect(workspace.readOnly).toContain(code);
    expect(workspace.lockedBy).toBeNull();
    expect(refusalOf(await saveDocument(workspace, { path: name, text: '', expected: null }))).toBe('read-only');
  });
});
