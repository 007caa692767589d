import { existsSync, mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createHost } from '../../../main/host/createHost.ts';
import { openFileSource } from '../../../main/host/import/fileSource.ts';
import { runImport } from '../../../main/host/import/runImport.ts';
import { workspaceTarget } from '../../../main/host/import/workspaceTarget.ts';
import { inProcessCall } from '../../../main/host/inProcess.ts';
import { openHistory } from '../../../main/store/history.ts';
import { readJournal } from '../../../main/store/journal.ts';
import { historyLimit } from '../../../main/store/limits.ts';
import { makeFolder } from '../../../main/store/locate.ts';
import { createQueue } from '../../../main/store/queue.ts';
import type { HistoryRoom } from '../../../shared/rpc/views.ts';
import { freshFolder, freshWorkspace, portsIn, refusalOf, valueOf } from '../../support/storeOnDisk.ts';

describe('a history that comes near its limit (F35)', () => {
  it('says so from four fifths on, and takes nothing that could not be opened again', async () => {
    const ports = portsIn(freshFolder());
    const told: HistoryRoom[] = [];
    const file = path.join(ports.appFolder, 'own', 'history.ndjson');
    await makeFolder(ports.fs, path.dirname(file));
    const onNearFull = (room: HistoryRoom) => void told.push(room);
    const place = { file, checkWritable: async () => undefined, inOrder: createQueue(), limit: 2000, onNearFull };
    const history = openHistory(ports, place);
    const append = () => history.append({ kind: 'note', note: 'x'.repeat(100) });
    expect(await history.nearFull()).toBeNull();
    let kept = 0;
    while ((await append()).ok) kept += 1;
    expect(kept).toBeGreaterThan(3);
    const { goodBytes } = await readJournal(ports, file);
    expect(told.at(-1)).toEqual({ bytes: goodBytes, limit: 2000 });
    expect(told.length).toBeLessThan(kept);
    expect(told.filter(({ bytes }) => bytes < 1600 || bytes > 2000)).toEqual([]);
    expect(await history.nearFull()).toEqual(told.at(-1));
    expect(refusalOf(await append())).toBe('too-large');
    expect(valueOf(await openHistory(ports, place).entries())).toHaveLength(kept);
  });

  it('refuses an import before its file is written, where it could not be told of', async () => {
    const workspace = await freshWorkspace();
    const { ports, folder } = workspace;
    writeFileSync(path.join(folder, 'in.csv'), 'at,credits,id\n2026-01-02,30,a\n');
    const place = { file: path.join(folder, 'h'), checkWritable: async () => undefined, inOrder: createQueue() };
    const runInto = async (into: string, limit: number) => {
      const target = workspaceTarget({ ...workspace, history: openHistory(ports, { ...place, limit }) });
      const source = valueOf(await openFileSource(ports, { absolute: path.join(folder, 'in.csv'), shown: 'in.csv' }));
      return runImport(source, { into, mapping: null, timeZone: 'UTC', acceptRefused: false }, target);
    };
    expect(await runInto('full.csv', 600)).toMatchObject({
      ok: false,
      error: { error: { code: 'too-large', path: 'h' } },
    });
    expect(existsSync(path.join(folder, 'full.csv'))).toBe(false);
    expect(await runInto('taken.csv', 5000)).toMatchObject({ ok: true });
    expect(existsSync(path.join(folder, 'taken.csv'))).toBe(true);
  });

  it('is told with the folder when that is opened', async () => {
    const folder = freshFolder();
    const file = path.join(folder, '.drawdown', 'history.ndjson');
    mkdirSync(path.dirname(file));
    writeFileSync(file, '');
    truncateSync(file, historyLimit * 0.9);
    const host = createHost({ ...portsIn(freshFolder()), pickFolder: null });
    onTestFinished(() => host.close());
    const { historyNearFull } = await inProcessCall(host)('workspace.open', { folder });
    expect(historyNearFull).toEqual({ bytes: historyLimit * 0.9, limit: historyLimit });
  });
});
