import * as fs from 'node:fs';
import * as path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Workspace } from '../../../main/store/workspaceTypes.ts';
import { readDocument, saveDocument } from '../../../main/store/document.ts';
import { findDamage, listVersions, readVersion, restoreVersion } from '../../../main/store/versions.ts';
import { nodeFs } from '../../../main/platform/fs.ts';
import { freshWorkspace, refusalOf, valueOf } from '../../support/storeOnDisk.ts';

const name = 'acme.scenario.json';
const textOf = (cap: number) => `{ "cap": ${cap} }\n`;

async function saveAll(workspace: Workspace, ...texts: string[]): Promise<void> {
  for (const text of texts) {
    const read = await readDocument(workspace, name);
    const expected = read.ok ? read.value.sha256 : null;
    expect(valueOf(await saveDocument(workspace, { path: name, text, expected })).saved).toBe(true);
  }
}

const fileOf = ({ folder }: Workspace) => path.join(folder, name);
const onDisk = (workspace: Workspace) => fs.readFileSync(fileOf(workspace));
const shaOf = async (workspace: Workspace) =>
  valueOf(await readVersion(workspace, { path: name, number: null })).sha256;

async function restore(workspace: Workspace, number: number) {
  return valueOf(await restoreVersion(workspace, { path: name, number, expected: await shaOf(workspace) }));
}

describe('the local history of a document', () => {
  it('lists what it was before each save, newest first, with time and size', async () => {
    const workspace = await freshWorkspace();
    await saveAll(workspace, textOf(1), textOf(20), textOf(300));
    const versions = valueOf(await listVersions(workspace, name));
    expect(versions.map(({ number, bytes }) => [number, bytes])).toEqual([
      [2, textOf(20).length],
      [1, textOf(1).length],
    ]);
    expect(Date.parse(versions[0]!.at)).toBeGreaterThanOrEqual(Date.parse(versions[1]!.at));
    expect(valueOf(await readVersion(workspace, { path: name, number: 1 }))).toMatchObject({
      text: textOf(1),
      damage: null,
    });
    expect(valueOf(await listVersions(workspace, 'never-saved.json'))).toEqual([]);
  });

  it('F47: a restored version replaces the file byte for byte, and restoring what it replaced undoes that', async () => {
    const workspace = await freshWorkspace();
    await saveAll(workspace, textOf(1), textOf(2));
    expect((await restore(workspace, 1)).saved).toBe(true);
    expect(onDisk(workspace).toString()).toBe(textOf(1));
    const [before] = valueOf(await listVersions(workspace, name));
    expect(valueOf(await readVersion(workspace, { path: name, number: before!.number })).text).toBe(textOf(2));
    await restore(workspace, before!.number);
    expect(onDisk(workspace).toString()).toBe(textOf(2));
  });

  it('F47: the state before a restore is kept through any number of restores, though the clock stands in 1970', async () => {
    const workspace = await freshWorkspace({ clock: { now: () => 0 } });
    await saveAll(workspace, textOf(1), textOf(2));
    for (let round = 0; round < 12; round++) {
      const replaced = onDisk(workspace).toString();
      const versions = valueOf(await listVersions(workspace, name));
      await restore(workspace, versions[0]!.number);
      const [kept] = valueOf(await listVersions(workspace, name));
      expect(valueOf(await readVersion(workspace, { path: name, number: kept!.number })).text).toBe(replaced);
    }
  });

  it('F47: a restore onto a full disk is refused, and leaves file and versions as they are', async () => {
    let full = false;
    const noSpace = Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
    const open: typeof nodeFs.open = (at, flags, mode) =>
      full && flags !== 'r' && typeof flags === 'string' ? Promise.reject(noSpace) : nodeFs.open(at, flags, mode);
    const workspace = await freshWorkspace({ fs: { ...nodeFs, open } });
    await saveAll(workspace, textOf(1), textOf(2));
    const before = valueOf(await listVersions(workspace, name));
    const expected = await shaOf(workspace);
    full = true;
    expect(refusalOf(await restoreVersion(workspace, { path: name, number: 1, expected }))).toBe('no-space');
    full = false;
    expect(onDisk(workspace).toString()).toBe(textOf(2));
    expect(valueOf(await listVersions(workspace, name))).toEqual(before);
    expect((await restore(workspace, 1)).saved).toBe(true);
  });

  it('F15: is not restored over what another program wrote meanwhile', async () => {
    const workspace = await freshWorkspace();
    await saveAll(workspace, textOf(1), textOf(2));
    const expected = await shaOf(workspace);
    fs.writeFileSync(fileOf(workspace), 'theirs');
    const outcome = valueOf(await restoreVersion(workspace, { path: name, number: 1, expected }));
    expect(outcome).toMatchObject({ saved: false, conflict: { text: 'theirs' } });
    expect(onDisk(workspace).toString()).toBe('theirs');
  });

  it('F23, F47: a damaged file stays as it is until the user decides; a well version is offered, and the damage can be had back', async () => {
    const workspace = await freshWorkspace();
    await saveAll(workspace, textOf(1), textOf(2), textOf(3));
    expect(valueOf(await findDamage(workspace, name))).toBeNull();
    for (const bytes of [
      Buffer.from([0xff, 0xfe, 0x7b]),
      Buffer.from('{ "cap": '),
      Buffer.alloc(64),
      Buffer.alloc(0),
    ]) {
      fs.writeFileSync(fileOf(workspace), bytes);
      const found = valueOf(await findDamage(workspace, name))!;
      expect(found.damage).not.toBe('');
      const shown = valueOf(await readVersion(workspace, { path: name, number: null }));
      expect(shown.damage).toBe(found.damage);
      expect(onDisk(workspace)).toEqual(bytes);
      expect((await restore(workspace, found.newest!.number)).saved).toBe(true);
      const [damaged] = valueOf(await listVersions(workspace, name));
      await restore(workspace, damaged!.number);
      expect(onDisk(workspace)).toEqual(bytes);
    }
  });

  it('F15: a file that is no text any more is told as a conflict, and overwritten only when that is agreed', async () => {
    const workspace = await freshWorkspace();
    await saveAll(workspace, textOf(1));
    const expected = await shaOf(workspace);
    const damaged = Buffer.from([0x7b, 0xff, 0x00]);
    fs.writeFileSync(fileOf(workspace), damaged);
    const told = valueOf(await saveDocument(workspace, { path: name, text: textOf(2), expected }));
    expect(told).toMatchObject({ saved: false, conflict: { sha256: await shaOf(workspace) } });
    expect(onDisk(workspace)).toEqual(damaged);
    const agreed = await saveDocument(workspace, { path: name, text: textOf(2), expected: await shaOf(workspace) });
    expect(valueOf(agreed).saved).toBe(true);
    expect(valueOf(await listVersions(workspace, name))[0]).toMatchObject({ bytes: damaged.length });
  });

  it('F47: the newest well version is the one that is offered, whatever came after it', async () => {
    const workspace = await freshWorkspace();
    await saveAll(workspace, textOf(1), textOf(2), '{ "cap": ', 'null');
    const found = valueOf(await findDamage(workspace, name))!;
    expect(valueOf(await readVersion(workspace, { path: name, number: found.newest!.number })).text).toBe(textOf(2));
  });

  it('a version whose bytes are not what its name says is refused, and never offered', async () => {
    const workspace = await freshWorkspace();
    await saveAll(workspace, textOf(1), textOf(2), '{');
    for (const home of [workspace.folder, workspace.ports.appFolder]) {
      for (const at of fs.readdirSync(home, { recursive: true, encoding: 'utf8' })) {
        if (/000002_.*\.bak$/.test(at)) fs.writeFileSync(path.join(home, at), textOf(9));
      }
    }
    expect(refusalOf(await readVersion(workspace, { path: name, number: 2 }))).toBe('damaged');
    expect(valueOf(await findDamage(workspace, name))!.newest).toMatchObject({ number: 1 });
    expect(refusalOf(await readVersion(workspace, { path: name, number: 99 }))).toBe('missing');
  });
});
