import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import sqlite from 'node-sqlite3-wasm';
import { describe, expect, it } from 'vitest';
import { openFileSource } from '../../../main/host/import/fileSource.ts';
import { openOnThread, type ThreadLimits } from '../../../main/host/import/openOnThread.ts';
import { previewImport } from '../../../main/host/import/previewImport.ts';
import { freshFolder, portsIn, valueOf } from '../../support/storeOnDisk.ts';
import { watchTurns } from '../../support/watchTurns.ts';
import { countTried } from '../../support/tried.ts';

/** A preview of a file on a thread with such limits, what it left, and the longest time in which the host's own thread had no turn. */
async function preview(file: string, limits?: ThreadLimits) {
  const ports = portsIn(freshFolder());
  const source = valueOf(await openFileSource(ports, { absolute: file, shown: path.basename(file) }));
  const open: typeof openOnThread = (of, wish) => openOnThread(of, wish, limits);
  const held = watchTurns();
  const previewed = await previewImport(source, { mapping: null, timeZone: 'UTC', open });
  const heldMs = held();
  const left = filesIn(path.join(ports.appFolder, 'imports'));
  if (previewed.ok) return { counts: previewed.value.counts, fault: null, heldMs, left };
  const { error } = previewed;
  return { counts: null, fault: error.from === 'source' ? error.fault : error, heldMs, left };
}

const filesIn = (folder: string) => (existsSync(folder) ? readdirSync(folder) : []);

function fileOf(name: string, text: string): string {
  const file = path.join(freshFolder(), name);
  writeFileSync(file, text);
  return file;
}

function database(sql: string): string {
  const file = path.join(freshFolder(), 'usage.db');
  const made = new sqlite.Database(file);
  made.exec(sql);
  made.close();
  return file;
}

describe('a file that is imported', () => {
  it('is given up where reading it never ends, while the host goes on (F36, F44)', async () => {
    const endless = `CREATE VIEW usage AS WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n)
      SELECT id, '' AS payload FROM n WHERE id < 0`;
    const { fault, heldMs, left } = await preview(database(endless), { heapMb: 256, silentMs: 3000 });
    expect(fault).toEqual({ code: 'takes-too-long', seconds: 3 });
    expect(heldMs).toBeLessThan(1500);
    expect(left).toEqual([]);
    countTried('hostile inputs', 1);
  });

  it('is given up where it takes too much memory, while the host goes on (F36)', async () => {
    const deep = fileOf('usage.json', `[{"a":[${'{},'.repeat(1_200_000)}{}]}]`);
    const { fault, left } = await preview(deep, { heapMb: 32, silentMs: 100_000 });
    expect(fault).toEqual({ code: 'takes-too-much', megabytes: 32 });
    expect(left).toEqual([]);
    countTried('hostile inputs', 1);
  });

  it('is read as before by the next thread', async () => {
    const { counts, fault } = await preview(fileOf('usage.csv', 'at,credits,id\n2026-01-02,30,a\n2026-01-03,1,b\n'));
    expect(fault).toBeNull();
    expect(counts).toMatchObject({ read: 2, taken: 2, refused: 0 });
  });
});
