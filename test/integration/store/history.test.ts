import * as fs from 'node:fs';
import * as path from 'node:path';
import { describe, expect, it } from 'vitest';
import { faultyFs, type Fault } from '../../support/faultyFs.ts';
import { freshWorkspace, openAgain, refusalOf, valueOf } from '../../support/storeOnDisk.ts';

const fileOf = (folder: string) => path.join(folder, '.drawdown', 'history.ndjson');

async function workspaceWithEntries(count: number) {
  const workspace = await freshWorkspace();
  for (let number = 1; number <= count; number++)
    valueOf(await workspace.history.append({ kind: 'note', note: { number } }));
  await workspace.close();
  return { folder: workspace.folder, file: fileOf(workspace.folder) };
}

describe("the workspace's history", () => {
  it('keeps its entries in order and goes on after a restart', async () => {
    const { folder } = await workspaceWithEntries(3);
    const again = await openAgain(folder);
    valueOf(await again.history.append({ kind: 'import', note: { path: 'usage/jan.csv', counts: { read: 2 } } }));
    const entries = valueOf(await again.history.entries());
    expect(entries.map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
    expect(entries[3]).toMatchObject({ kind: 'import', note: { path: 'usage/jan.csv', counts: { read: 2 } } });
  });

  it('takes appends at once in the order in which they were asked', async () => {
    const workspace = await freshWorkspace();
    const notes = Array.from({ length: 50 }, (_, number) => number);
    await Promise.all(notes.map((note) => workspace.history.append({ kind: 'note', note })));
    expect(valueOf(await workspace.history.entries()).map(({ note }) => note)).toEqual(notes);
  });

  it('keeps an unfinished last line aside, and loses no entry', async () => {
    const { folder, file } = await workspaceWithEntries(3);
    fs.appendFileSync(file, '{"at":"2026');
    const again = await openAgain(folder);
    expect(valueOf(await again.history.entries()).length).toBe(3);
    valueOf(await again.history.append({ kind: 'note', note: 'next' }));
    const aside = fs.readdirSync(path.dirname(file)).filter((name) => name.includes('.torn-'));
    expect(aside.map((name) => fs.readFileSync(path.join(path.dirname(file), name), 'utf8'))).toEqual(['{"at":"2026']);
    expect(valueOf(await again.history.entries()).map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
  });

  it('takes no entry so long that reading it would hold up all else, and reads none (F36)', async () => {
    const { folder, file } = await workspaceWithEntries(2);
    const again = await openAgain(folder);
    const before = fs.readFileSync(file);
    expect(refusalOf(await again.history.append({ kind: 'note', note: 'x'.repeat(4_000_000) }))).toBe('too-large');
    expect(refusalOf(await again.history.hasRoomFor('x'.repeat(4_000_000)))).toBe('too-large');
    expect(fs.readFileSync(file)).toEqual(before);
    fs.appendFileSync(file, `${'['.repeat(20_000_000)}\n`);
    expect(refusalOf(await (await openAgain(folder)).history.entries())).toBe('damaged-row');
  });

  it('lets others run while many entries are read (F36)', async () => {
    const { folder } = await workspaceWithEntries(1);
    const again = await openAgain(folder);
    for (let count = 0; count < 40; count++) {
      valueOf(await again.history.append({ kind: 'note', note: 'x'.repeat(50_000) }));
    }
    let turns = 0;
    let isRead = false;
    const turn = () => void (isRead || ((turns += 1), setImmediate(turn)));
    const reading = (await openAgain(folder)).history.entries().then((entries) => ((isRead = true), entries));
    turn();
    expect(valueOf(await reading)).toHaveLength(41);
    expect(turns).toBeGreaterThan(8);
  });

  it('shows every changed byte, takes no entry then, and stays as it is', async () => {
    const { folder, file } = await workspaceWithEntries(2);
    const good = fs.readFileSync(file);
    for (let at = 0; at < good.length; at++) {
      const bad = Buffer.from(good);
      bad[at] = bad[at]! ^ 1;
      fs.writeFileSync(file, bad);
      const again = await openAgain(folder);
      expect(['damaged-row', 'encoding'], `byte ${at}`).toContain(refusalOf(await again.history.entries()));
      expect((await again.history.append({ kind: 'note', note: 'x' })).ok).toBe(false);
      await again.close();
      expect(fs.readFileSync(file).equals(bad)).toBe(true);
    }
  });

  it.each(['{"a":1e400}', '"\\ud800"', '-0', `${'['.repeat(5000)}${']'.repeat(5000)}`])(
    'with an entry that no hash can be made of (%.12s) is damaged there, not a mistake of the app',
    async (note) => {
      const { folder, file } = await workspaceWithEntries(2);
      const [first = '', second = ''] = fs.readFileSync(file, 'utf8').split('\n');
      const bad = `${first}\n${second.replace('{"number":2}', note)}\n`;
      fs.writeFileSync(file, bad);
      const again = await openAgain(folder);
      expect(await again.history.entries()).toMatchObject({ ok: false, error: { code: 'damaged-row', row: 2 } });
      expect(fs.readFileSync(file, 'utf8')).toBe(bad);
    },
  );

  it.each(['write', 'sync'])('cuts a failed %s back, and the next append goes on', async (operation) => {
    const state: { fault: Fault } = { fault: () => null };
    const { fs: faulty } = faultyFs({ fault: (asked) => state.fault(asked), bytesPerWrite: 20 });
    const workspace = await freshWorkspace({ fs: faulty });
    valueOf(await workspace.history.append({ kind: 'note', note: 1 }));
    let passes = 3;
    state.fault = ({ name, path }) =>
      name === operation && path.endsWith('history.ndjson') && passes-- <= 1 ? 'ENOSPC' : null;
    if (operation === 'sync') passes = 1;
    expect(refusalOf(await workspace.history.append({ kind: 'note', note: 2 }))).toBe('no-space');
    state.fault = () => null;
    valueOf(await workspace.history.append({ kind: 'note', note: 3 }));
    expect(valueOf(await workspace.history.entries()).map(({ note }) => note)).toEqual([1, 3]);
  });
});
