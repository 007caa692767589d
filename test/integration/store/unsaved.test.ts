import * as fs from 'node:fs';
import * as path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { UnsavedWork } from '../../../shared/rpc/unsavedMethods.ts';
import { dropUnsaved, keepUnsaved, listUnsaved } from '../../../main/store/unsavedWork.ts';
import { freshFolder, freshWorkspace, openAgain, portsIn, valueOf } from '../../support/storeOnDisk.ts';

const work: UnsavedWork = {
  path: 'acme.scenario.json',
  text: 'half a sur\ud83d rogate, and "more"\n',
  sha256: 'a'.repeat(64),
  undo: [{ timeMs: 1.5, at: 3, label: 'Change Fee', removed: 'x', inserted: '', merge: null }],
  redo: [{ timeMs: 2, at: 0, label: 'Type', removed: '', inserted: '\u2028', merge: 'typing' }],
};

function newPlace() {
  return { ports: portsIn(path.join(freshFolder(), 'home')), folder: '/books/acme' };
}

type Place = ReturnType<typeof newPlace>;

const folderOf = ({ ports }: Place) =>
  path.join(ports.appFolder, 'unsaved', fs.readdirSync(path.join(ports.appFolder, 'unsaved'))[0]!);

/** The one file in which work is kept. */
async function keptFile(place: Place) {
  valueOf(await keepUnsaved(place, work));
  const [name] = fs.readdirSync(folderOf(place));
  return path.join(folderOf(place), name!);
}

describe('unsaved work', () => {
  it('is kept exactly, by folder and document, until it is dropped', async () => {
    const place = newPlace();
    expect(valueOf(await listUnsaved(place))).toEqual({ works: [], faults: [] });
    valueOf(await keepUnsaved(place, { ...work, text: 'before' }));
    valueOf(await keepUnsaved(place, work));
    const saved = { ...work, path: '../évil/__proto__', text: null };
    valueOf(await keepUnsaved(place, saved));
    expect(valueOf(await listUnsaved(place))).toEqual({ works: [saved, work], faults: [] });
    expect(valueOf(await listUnsaved({ ...place, folder: '/books/other' })).works).toEqual([]);
    for (const name of fs.readdirSync(folderOf(place)))
      expect([name, fs.statSync(path.join(folderOf(place), name)).mode & 0o777]).toEqual([name, 0o600]);
    valueOf(await dropUnsaved(place, work.path));
    valueOf(await dropUnsaved(place, work.path));
    expect(valueOf(await listUnsaved(place)).works).toEqual([saved]);
  });

  it('kept many times at once is what was given last', async () => {
    const place = newPlace();
    await Promise.all(Array.from({ length: 20 }, (_, number) => keepUnsaved(place, { ...work, text: `${number}` })));
    expect(valueOf(await listUnsaved(place)).works).toMatchObject([{ text: '19' }]);
  });

  it.each([
    ['empty', () => ''],
    ['half', (text: string) => text.slice(0, text.length / 2)],
    ['NUL bytes', (text: string) => '\0'.repeat(text.length)],
    ['of no version', (text: string) => text.replace('drawdown.unsaved/1', 'vscode/1')],
    ['of version 0', (text: string) => text.replace('unsaved/1', 'unsaved/0')],
    ['changed in its text', (text: string) => text.replace('more', 'mure')],
    ['changed in its undo', (text: string) => text.replace('"at":3', '"at":4')],
    ['null', () => 'null'],
  ])('in a file that is %s is not shown but told, and the file is kept (F20)', async (_, damage) => {
    const place = newPlace();
    const file = await keptFile(place);
    const bad = damage(fs.readFileSync(file, 'utf8'));
    fs.writeFileSync(file, bad);
    const { works, faults } = valueOf(await listUnsaved(place));
    expect(works).toEqual([]);
    expect(faults).toMatchObject([expect.stringContaining('is damaged')]);
    const [aside] = fs.readdirSync(folderOf(place));
    expect(aside).toContain('.damaged-');
    expect(fs.readFileSync(path.join(folderOf(place), aside!), 'utf8')).toBe(bad);
    // It is told once, and new work is kept beside it.
    expect(valueOf(await listUnsaved(place))).toEqual({ works: [], faults: [] });
    valueOf(await keepUnsaved(place, work));
    expect(valueOf(await listUnsaved(place)).works).toEqual([work]);
    expect(fs.readdirSync(folderOf(place))).toHaveLength(2);
  });

  it('of a newer version stays as it is, and its folder is opened read-only for that reason (F21)', async () => {
    const first = await freshWorkspace();
    const place = { ports: first.ports, folder: first.folder };
    const file = await keptFile(place);
    await first.close();
    const newer = fs.readFileSync(file, 'utf8').replace('unsaved/1', 'unsaved/12');
    fs.writeFileSync(file, newer);
    const again = await openAgain(first.folder);
    expect(again.readOnly).toContain('made by a newer version of Drawdown');
    expect(valueOf(await listUnsaved(place)).faults).toMatchObject([expect.stringContaining('newer version')]);
    expect(fs.readFileSync(file, 'utf8')).toBe(newer);
  });

  it('is kept although the folder of its workspace is gone (F12)', async () => {
    const workspace = await freshWorkspace();
    const place = { ports: workspace.ports, folder: workspace.folder };
    fs.rmSync(workspace.folder, { recursive: true });
    valueOf(await keepUnsaved(place, work));
    expect(valueOf(await listUnsaved(place)).works).toEqual([work]);
  });

  it('that was being written when its process was killed leaves nothing behind after the next start', async () => {
    const first = await freshWorkspace();
    const place = { ports: first.ports, folder: first.folder };
    const file = await keptFile(place);
    await first.close();
    const gone = 2 ** 22 + 7;
    fs.writeFileSync(path.join(path.dirname(file), `.${path.basename(file)}.${gone}.${'0'.repeat(32)}.tmp`), 'half');
    await openAgain(first.folder);
    expect(fs.readdirSync(path.dirname(file))).toEqual([path.basename(file)]);
  });
});
