import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { describe, expect, it } from 'vitest';
import { exportLedger } from '../../../main/store/ledgerExport.ts';
import { openLedger } from '../../../main/store/ledgerReader.ts';
import { verifyLedger } from '../../../main/store/ledgerVerifier.ts';
import { writeLedger } from '../../../main/store/ledgerWriter.ts';
import type { Workspace } from '../../../main/store/workspaceTypes.ts';
import { canonicalJson } from '../../../shared/base/canonicalJson.ts';
import type { LedgerManifest } from '../../../shared/ledger/manifest.ts';
import type { LedgerRow } from '../../../shared/ledger/row.ts';
import { faultyFs, type Fault } from '../../support/faultyFs.ts';
import { usesOfOneCredit } from '../../support/ledgerRows.ts';
import { freshWorkspace, refusalOf, valueOf } from '../../support/storeOnDisk.ts';

const scenario = { format: 'drawdown.scenario/1', name: 'Acme', plans: [{ id: 'growth', fee: '299' }] };
const about = { path: 'acme.ledger', name: 'Acme', currency: 'USD', engine: '0.1.0', policy: '1', scenario };
const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

async function written(count: number, rows: Iterable<LedgerRow> = usesOfOneCredit(count)) {
  const workspace = await freshWorkspace();
  const view = valueOf(await writeLedger(workspace, { ...about, rows }));
  return { workspace, view, folder: path.join(workspace.folder, 'acme.ledger') };
}

function manifestOf(folder: string): LedgerManifest {
  return JSON.parse(fs.readFileSync(path.join(folder, 'manifest.json'), 'utf8')) as LedgerManifest;
}

/** Puts back a manifest that somebody made fit, check sum included. */
function forgeManifest(folder: string, change: (manifest: LedgerManifest) => Partial<LedgerManifest>): void {
  const before = manifestOf(folder);
  const { digest: _, ...rest } = { ...before, ...change(before) };
  const manifest = { ...rest, digest: sha256(canonicalJson(rest as never)) };
  fs.writeFileSync(path.join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

const rowsFile = (folder: string) => path.join(folder, 'rows-000001.ndjson');
const answer = async (workspace: Workspace, head: string | null = null) =>
  valueOf(await verifyLedger(workspace, 'acme.ledger', head));

describe('a ledger on disk', () => {
  it('is the manifest and the chain of the format, computed here by hand', async () => {
    const { folder, view } = await written(3);
    let previous = sha256(canonicalJson(scenario));
    expect(manifestOf(folder)).toMatchObject({
      format: 'drawdown.ledger/1',
      hashVersion: 1,
      scenario,
      scenarioSha256: previous,
      closing: { included: '0', prepaid: '0', flexMonth: '0' },
    });
    for (const line of fs.readFileSync(rowsFile(folder), 'utf8').trimEnd().split('\n')) {
      const { hash, ...row } = JSON.parse(line) as LedgerRow & { hash: string };
      previous = sha256(`${previous}\n${canonicalJson({ ...row })}`);
      expect(hash).toBe(previous);
    }
    expect(manifestOf(folder).head).toBe(previous);
    expect(view).toMatchObject({ path: 'acme.ledger', rowCount: 3, head: previous, damage: null });
    expect(manifestOf(folder).segments).toMatchObject([
      { file: 'rows-000001.ndjson', rows: 3, first: 1, last: 3, hash: previous },
    ]);
  });

  it('is never overwritten: the next run gets the next name', async () => {
    const { workspace, folder } = await written(2);
    const before = fs.readFileSync(rowsFile(folder), 'utf8');
    const second = valueOf(await writeLedger(workspace, { ...about, rows: usesOfOneCredit(5) }));
    expect(second.path).toBe('acme-2.ledger');
    expect(fs.readFileSync(rowsFile(folder), 'utf8')).toBe(before);
    expect(fs.readdirSync(workspace.folder).sort()).toEqual(['.drawdown', 'acme-2.ledger', 'acme.ledger']);
  });

  it('is noted in the history with its head', async () => {
    const { workspace, view } = await written(2);
    expect(valueOf(await workspace.history.entries())).toMatchObject([
      { kind: 'run', note: { path: 'acme.ledger', head: view.head, rows: 2 } },
    ]);
  });

  it('may have no rows at all', async () => {
    const { workspace, view } = await written(0);
    expect(view.head).toBe(view.scenarioSha256);
    expect(await answer(workspace)).toMatchObject({ status: 'intact', rows: 0 });
    const ledger = valueOf(await openLedger(workspace, 'acme.ledger'));
    expect(valueOf(await ledger.rows(0, 100))).toEqual({ from: 0, total: 0, rows: [] });
  });

  it('reads any rows, over segments and to the end', async () => {
    const count = 100_700;
    const { workspace } = await written(count);
    const ledger = valueOf(await openLedger(workspace, 'acme.ledger'));
    expect(ledger.manifest?.segments.map(({ rows }) => rows)).toEqual([100_000, 700]);
    for (const [from, asked, given] of [
      [0, 3, 3],
      [255, 3, 3],
      [99_990, 20, 20],
      [100_000, 1, 1],
      [count - 2, 50, 2],
      [count, 10, 0],
    ] as const) {
      const { rows, total } = valueOf(await ledger.rows(from, asked));
      expect(total).toBe(count);
      expect(rows.map(({ seq }) => seq)).toEqual(Array.from({ length: given }, (_, index) => from + index + 1));
    }
    const [row] = valueOf(await ledger.rows(99_999, 1)).rows;
    expect(row).toEqual([...usesOfOneCredit(count)][99_999]);
    expect((await answer(workspace)).status).toBe('intact');
  });

  it('leaves nothing where the disk fails at any step, and says so', async () => {
    const state: { fault: Fault } = { fault: () => null };
    const { fs: faulty, operations } = faultyFs({ fault: (operation) => state.fault(operation) });
    const workspace = await freshWorkspace({ fs: faulty });
    const before = operations.length;
    valueOf(await writeLedger(workspace, { ...about, rows: usesOfOneCredit(3) }));
    const steps = operations.length - before;
    for (let step = 1; step <= steps; step += 3) {
      const from = operations.length;
      state.fault = ({ number }) => (number === from + step ? 'EIO' : null);
      const outcome = await writeLedger(workspace, { ...about, path: `run-${step}.ledger`, rows: usesOfOneCredit(3) });
      state.fault = () => null;
      expect(fs.existsSync(path.join(workspace.folder, `run-${step}.ledger`)), `step ${step}`).toBe(outcome.ok);
      if (outcome.ok) expect(valueOf(await verifyLedger(workspace, outcome.value.path, null)).status).toBe('intact');
    }
  });
});

describe('a changed ledger', () => {
  it('is found whichever byte of its rows is changed (F24)', async () => {
    const { workspace, folder } = await written(2);
    const good = fs.readFileSync(rowsFile(folder));
    const ends = [...good.entries()].filter(([, byte]) => byte === 0x0a).map(([at]) => at);
    for (let at = 0; at < good.length; at++) {
      for (const bit of at % 8 === 0 ? [1, 0x20, 0x80] : [1]) {
        const bad = Buffer.from(good);
        bad[at] = bad[at]! ^ bit;
        fs.writeFileSync(rowsFile(folder), bad);
        const row = 1 + ends.filter((end) => end < at).length;
        expect(await answer(workspace), `byte ${at}, bit ${bit}`).toMatchObject({ status: 'altered', row });
      }
    }
  }, 120_000);

  it('is found whichever byte of its manifest is changed (F24)', async () => {
    const { workspace, folder } = await written(1);
    const file = path.join(folder, 'manifest.json');
    const good = fs.readFileSync(file);
    for (let at = 0; at < good.length; at++) {
      const bad = Buffer.from(good);
      bad[at] = bad[at]! ^ 1;
      fs.writeFileSync(file, bad);
      const found = await verifyLedger(workspace, 'acme.ledger', null);
      expect(found.ok ? found.value.status : 'refused', `byte ${at}`).not.toBe('intact');
    }
  }, 120_000);

  it('gets four different answers (F25)', async () => {
    const { workspace, folder, view } = await written(4);
    const good = fs.readFileSync(rowsFile(folder), 'utf8');
    const lines = good.trimEnd().split('\n');
    expect((await answer(workspace, view.head)).status).toBe('intact');

    fs.writeFileSync(rowsFile(folder), good.replace('job-2', 'job-7'));
    expect(await answer(workspace, view.head)).toMatchObject({ status: 'altered', row: 2 });

    fs.writeFileSync(rowsFile(folder), `${lines.slice(0, 3).join('\n')}\n`);
    expect(await answer(workspace, view.head)).toMatchObject({ status: 'truncated', row: 4 });
    const third = JSON.parse(lines[2]!) as LedgerRow & { hash: string };
    forgeManifest(folder, ({ segments }) => ({
      rows: 3,
      head: third.hash,
      segments: segments.map((segment) => ({ ...segment, rows: 3, last: 3, hash: third.hash })),
      closing: { included: third.includedAfter, prepaid: '0', flexMonth: '0' },
    }));
    expect(await answer(workspace, third.hash)).toMatchObject({ status: 'intact', rows: 3 });
    expect(await answer(workspace, view.head)).toMatchObject({ status: 'truncated', rows: 3 });

    fs.rmSync(folder, { recursive: true });
    const forged = [...usesOfOneCredit(4)].map((row) => ({ ...row, meter: 'cheaper' }));
    valueOf(await writeLedger(workspace, { ...about, rows: forged }));
    expect((await answer(workspace)).status).toBe('intact');
    expect(await answer(workspace, view.head)).toMatchObject({ status: 'rechained' });
  });

  it('is held against the head that the history noted, where no other is given (F16)', async () => {
    const { workspace, folder } = await written(4);
    expect(await answer(workspace)).toMatchObject({ status: 'intact', message: expect.stringContaining('was kept') });
    const other = valueOf(await writeLedger(workspace, { ...about, path: 'other.ledger', rows: usesOfOneCredit(5) }));
    fs.rmSync(folder, { recursive: true });
    fs.renameSync(path.join(workspace.folder, other.path), folder);
    expect(await answer(workspace)).toMatchObject({ status: 'rechained' });
  });

  it('whose manifest was rewritten with its rows is told by its rows', async () => {
    const { workspace, folder } = await written(4);
    const file = path.join(folder, 'manifest.json');
    const { head } = JSON.parse(fs.readFileSync(file, 'utf8')) as { head: string };
    const good = fs.readFileSync(rowsFile(folder), 'utf8');
    fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replaceAll(head, 'a'.repeat(64)));
    expect(await answer(workspace)).toMatchObject({ status: 'damaged' });
    fs.writeFileSync(rowsFile(folder), good.replace('job-2', 'job-7'));
    expect(await answer(workspace)).toMatchObject({ status: 'altered', row: 2 });
    fs.writeFileSync(rowsFile(folder), `${good.trimEnd().split('\n').slice(0, 3).join('\n')}\n`);
    expect(await answer(workspace)).toMatchObject({ status: 'truncated', row: 4 });
  });

  it('with a damaged manifest opens with what is wrong, and stays as it is (F23)', async () => {
    const { workspace, folder } = await written(300);
    const file = path.join(folder, 'manifest.json');
    const good = fs.readFileSync(file, 'utf8');
    for (const bad of ['', 'null', '0', '[]', '{}', ' ', '\0'.repeat(64), good.slice(0, good.length / 2)]) {
      fs.writeFileSync(file, bad);
      const ledger = valueOf(await openLedger(workspace, 'acme.ledger'));
      expect(ledger.view.damage).toMatch(/manifest/i);
      expect(ledger.view.rowCount).toBe(300);
      expect(valueOf(await ledger.rows(298, 10)).rows.map(({ seq }) => seq)).toEqual([299, 300]);
      expect(await answer(workspace)).toMatchObject({ status: 'damaged' });
      expect(refusalOf(await exportLedger(workspace, 'acme.ledger', 'csv'))).toBe('damaged');
      expect(fs.readFileSync(file, 'utf8')).toBe(bad);
    }
    fs.rmSync(file);
    expect(valueOf(await openLedger(workspace, 'acme.ledger')).view.damage).toMatch(/missing/);
    expect(fs.existsSync(file)).toBe(false);
  });

  it('with a damaged row shows the rows around it and names it', async () => {
    const { workspace, folder } = await written(600);
    const bad = fs.readFileSync(rowsFile(folder), 'utf8').replace('"id":"job-300"', '"id":"job-3x0"');
    fs.writeFileSync(rowsFile(folder), bad);
    const ledger = valueOf(await openLedger(workspace, 'acme.ledger'));
    expect(valueOf(await ledger.rows(0, 299)).rows.length).toBe(299);
    expect(await ledger.rows(290, 20)).toMatchObject({ ok: false, error: { code: 'damaged-row', row: 300 } });
    expect(await exportLedger(workspace, 'acme.ledger', 'json')).toMatchObject({
      error: { code: 'damaged-row', row: 300 },
    });
    expect(fs.existsSync(path.join(workspace.folder, 'exports', 'acme.json'))).toBe(false);
    expect(fs.readFileSync(rowsFile(folder), 'utf8')).toBe(bad);
  });

  it('without one of its segments is told as truncated', async () => {
    const { workspace, folder } = await written(3);
    fs.rmSync(rowsFile(folder));
    expect(valueOf(await openLedger(workspace, 'acme.ledger')).view.damage).toMatch(/missing/);
    expect(await answer(workspace)).toMatchObject({ status: 'truncated', row: 1 });
  });

  it('made by a newer version is refused, not taken for damaged (F21)', async () => {
    const { workspace, folder } = await written(1);
    forgeManifest(folder, () => ({ format: 'drawdown.ledger/2' as never }));
    expect(refusalOf(await openLedger(workspace, 'acme.ledger'))).toBe('newer-format');
  });
});

describe('an export', () => {
  it('holds the rows in each format, beside the ones before', async () => {
    const { workspace, view } = await written(3);
    const textOf = async (format: 'csv' | 'ndjson' | 'json') => {
      const exported = valueOf(await exportLedger(workspace, 'acme.ledger', format));
      expect(exported).toMatchObject({ path: `exports/acme.${format}`, rows: 3, head: view.head });
      return fs.readFileSync(path.join(workspace.folder, exported.path), 'utf8');
    };
    const rows = [...usesOfOneCredit(3)];
    const csv = (await textOf('csv')).split('\n');
    expect(csv.slice(1, 2)).toEqual([
      '1,2026-01-03T10:15:00Z,use,job-1,training,30,1,1,0,0,0,2,0,0,R21,usage.events[0],',
    ]);
    expect(csv.length).toBe(5);
    const ndjson = (await textOf('ndjson')).trimEnd().split('\n');
    expect(ndjson.map((line) => JSON.parse(line) as LedgerRow)).toEqual(rows);
    expect(JSON.parse(await textOf('json'))).toMatchObject({ head: view.head, rowCount: 3, engine: '0.1.0', rows });
    expect(valueOf(await exportLedger(workspace, 'acme.ledger', 'csv')).path).toBe('exports/acme-2.csv');
  });
});
