import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFileSync, linkSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from '../../../main/launch/ensureBuilt.mjs';
import { writeLedger } from '../../../main/store/ledgerWriter.ts';
import type { JsonValue } from '../../../shared/base/canonicalJson.ts';
import { ledgerRows } from '../../../shared/engine/rows.ts';
import { billOf } from '../../support/billOf.ts';
import { scenarioOf } from '../../support/growth.ts';
import { isInstalled, journalProgram } from '../../support/journalPrograms.ts';
import { freshWorkspace, valueOf } from '../../support/storeOnDisk.ts';
import { drawdown, withFile } from './captured.ts';

const acme = scenarioOf({
  usage: {
    files: [{ path: 'usage/january.csv' }],
    events: [{ at: '2026-01-05', credits: '227.7', id: '=HYPERLINK("http://x","y")' }],
  },
});

/** A ledger whose usage file is gone since: what is exported rests on the ledger folder alone. */
async function ledgerFolder(): Promise<string> {
  const folder = withFile('acme.scenario.json', acme);
  spawnSync('mkdir', [path.join(folder, 'usage')]);
  const usage = 'at,meter,quantity,id\n2026-01-06,training,30,00123\n2026-03-06,training,90,73928e05\n';
  writeFileSync(path.join(folder, 'usage/january.csv'), usage);
  expect((await drawdown(folder, 'simulate', 'acme.scenario.json', '--ledger')).code).toBe(0);
  spawnSync('rm', ['-r', path.join(folder, 'usage')]);
  return folder;
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const names = (folder: string) => readdirSync(folder).filter((name) => name !== '.drawdown');

describe('drawdown export', () => {
  it('prints the invoices, one row a line, though the usage files are gone', async () => {
    const { code, stdout } = await drawdown(await ledgerFolder(), 'export', 'acme.ledger', '--format', 'invoices');
    expect(code).toBe(0);
    expect(stdout.split('\n').slice(0, 5)).toEqual([
      'number,issuedAt,kind,credits,unitPrice,amount',
      '1,2026-01-01T00:00:00Z,subscription,,299,299.00',
      '2,2026-02-01T00:00:00Z,flex,78,4,312.00',
      '2,2026-02-01T00:00:00Z,subscription,,299,299.00',
      '3,2026-03-01T00:00:00Z,subscription,,299,299.00',
    ]);
  });

  it('tells what was exported on standard error: bytes, hash, rows, head and versions', async () => {
    const folder = await ledgerFolder();
    const { bytes, stderr } = await drawdown(folder, 'export', 'acme.ledger', '--format', 'rows-csv', '--json');
    const { head, rows, engine, policy } = JSON.parse(
      readFileSync(path.join(folder, 'acme.ledger/manifest.json'), 'utf8'),
    );
    const told = {
      format: 'rows-csv',
      file: null,
      bytes: bytes.length,
      sha256: sha256(bytes),
      rows,
      head,
      engine,
      policy,
    };
    expect(JSON.parse(stderr)).toMatchObject(told);
  });

  it('neutralises formulas in CSV and keeps numbers and dates as they are; a mark before it is asked for', async () => {
    const folder = await ledgerFolder();
    const plain = await drawdown(folder, 'export', 'acme.ledger', '--format', 'rows-csv');
    const line = plain.stdout.split('\n').find((each) => each.includes('HYPERLINK'))!;
    expect(line).toMatch(
      /^3,2026-01-05T00:00:00Z,use,"'=HYPERLINK\(""http:\/\/x"",""y""\)",,,227\.7,150,0,77\.7,0,0,0,77\.7,R21,/,
    );
    const marked = await drawdown(folder, 'export', 'acme.ledger', '--format', 'rows-csv', '--bom');
    expect([...marked.bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(Buffer.from(marked.bytes.subarray(3)).equals(Buffer.from(plain.bytes))).toBe(true);
  });

  it('keeps the exact text in NDJSON and JSON', async () => {
    const folder = await ledgerFolder();
    const { stdout } = await drawdown(folder, 'export', 'acme.ledger', '--format', 'rows-ndjson');
    const rows = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: string });
    expect(rows.map(({ id }) => id).filter((id) => id !== '')).toEqual([
      '=HYPERLINK("http://x","y")',
      '00123',
      '73928e05',
    ]);
    const json = await drawdown(folder, 'export', 'acme.ledger', '--format', 'json');
    expect(JSON.parse(json.stdout)).toMatchObject({ rowCount: rows.length, rows });
  });

  it('rolls deferred revenue forward by month and lot', async () => {
    const { stdout } = await drawdown(await ledgerFolder(), 'export', 'acme.ledger', '--format', 'roll-forward');
    const [, january, february, march] = stdout.split('\n');
    expect(january).toBe('2026-01,2026-01-01,included,0,150,150,0,0,0,0.00,299.00,299.00,0.00,0.00,0.00');
    expect(february).toBe('2026-02,2026-02-01,included,0,150,0,150,0,0,0.00,299.00,0.00,299.00,0.00,0.00');
    expect(march).toBe('2026-03,2026-03-01,included,0,150,3,147,0,0,0.00,299.00,5.98,293.02,0.00,0.00');
  });

  it.skipIf(!isInstalled('hledger'))('writes a journal to a file that hledger finds in order', async () => {
    const folder = await ledgerFolder();
    const ran = await drawdown(
      folder,
      'export',
      'acme.ledger',
      '--format',
      'hledger',
      '--out',
      'acme.journal',
      '--json',
    );
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    const bytes = readFileSync(path.join(folder, 'acme.journal'));
    expect(JSON.parse(ran.stdout)).toMatchObject({ file: 'acme.journal', bytes: bytes.length, sha256: sha256(bytes) });
    const manifest = JSON.parse(readFileSync(path.join(folder, 'acme.ledger/manifest.json'), 'utf8')) as {
      head: string;
    };
    expect(bytes.toString()).toContain(`; head: ${manifest.head}\n`);
    const checked = journalProgram('hledger', ['-f', path.join(folder, 'acme.journal'), 'check', '--strict']);
    expect(checked).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  it('replaces an earlier export whole, and follows a link to it', async () => {
    const folder = await ledgerFolder();
    const target = path.join(folder, 'old.csv');
    writeFileSync(target, 'x'.repeat(100_000));
    symlinkSync(target, path.join(folder, 'link.csv'));
    const args = ['export', 'acme.ledger', '--format', 'invoices', '--out', 'link.csv'];
    expect(await drawdown(folder, ...args)).toMatchObject({ code: 0, stdout: '' });
    expect(readFileSync(target, 'utf8')).toMatch(/^number,issuedAt/);
    expect(names(folder)).toEqual(['acme.ledger', 'acme.scenario.json', 'link.csv', 'old.csv']);
  });

  it.each([
    'acme.ledger/manifest.json',
    'acme.ledger/rows-000001.ndjson',
    'acme.ledger/new.csv',
    'acme.ledger',
    'link',
  ])('never writes into what it reads: %s', async (out) => {
    const folder = await ledgerFolder();
    symlinkSync(path.join(folder, 'acme.ledger/manifest.json'), path.join(folder, 'link'));
    const before = names(path.join(folder, 'acme.ledger')).map((name) =>
      readFileSync(path.join(folder, 'acme.ledger', name)),
    );
    const ran = await drawdown(folder, 'export', 'acme.ledger', '--format', 'rows-csv', '--out', out);
    expect(ran).toMatchObject({ code: 3, stdout: '' });
    const after = names(path.join(folder, 'acme.ledger')).map((name) =>
      readFileSync(path.join(folder, 'acme.ledger', name)),
    );
    expect(after).toEqual(before);
  });

  it('leaves the other name of a linked segment as it was', async () => {
    const folder = await ledgerFolder();
    const segment = path.join(folder, 'acme.ledger/rows-000001.ndjson');
    const before = readFileSync(segment);
    linkSync(segment, path.join(folder, 'same.ndjson'));
    await drawdown(folder, 'export', 'acme.ledger', '--format', 'invoices', '--out', 'same.ndjson');
    expect(readFileSync(segment)).toEqual(before);
  });

  it.each(['/dev/full', '/dev/null', '.', 'missing/folder.csv'])('refuses to write to %s', async (out) => {
    const ran = await drawdown(await ledgerFolder(), 'export', 'acme.ledger', '--format', 'rows-csv', '--out', out);
    expect(ran).toMatchObject({ code: 3, stdout: '' });
    expect(ran.stderr).toContain(out);
  });

  it.each(['rows-csv', 'json', 'invoices', 'beancount'])(
    'gives no %s of a damaged ledger, not even half of it',
    async (format) => {
      const folder = await ledgerFolder();
      const segment = path.join(folder, 'acme.ledger/rows-000001.ndjson');
      writeFileSync(segment, readFileSync(segment, 'utf8').replace('"flex":"77.7"', '"flex":"70.7"'));
      const printed = await drawdown(folder, 'export', 'acme.ledger', '--format', format);
      expect(printed).toMatchObject({ code: 1, stdout: '' });
      expect(printed.stderr).toContain('Row 3');
      const before = names(folder);
      expect(await drawdown(folder, 'export', 'acme.ledger', '--format', format, '--out', 'out')).toMatchObject({
        code: 1,
      });
      expect(names(folder)).toEqual(before);
    },
  );

  it('gives nothing of a ledger that was cut off, or whose manifest is gone', async () => {
    const folder = await ledgerFolder();
    const segment = path.join(folder, 'acme.ledger/rows-000001.ndjson');
    const lines = readFileSync(segment, 'utf8').split('\n');
    writeFileSync(segment, `${lines.slice(0, 4).join('\n')}\n`);
    const cut = await drawdown(folder, 'export', 'acme.ledger', '--format', 'invoices');
    expect(cut).toMatchObject({ code: 1, stdout: '' });
    appendFileSync(path.join(folder, 'acme.ledger/manifest.json'), ' ');
    expect(await drawdown(folder, 'export', 'acme.ledger', '--format', 'json')).toMatchObject({ code: 1, stdout: '' });
    spawnSync('rm', [path.join(folder, 'acme.ledger/manifest.json')]);
    expect(await drawdown(folder, 'export', 'acme.ledger', '--format', 'json')).toMatchObject({ code: 1, stdout: '' });
  });

  it('gives no invoices of rows that were forged and chained anew, and says at which row', async () => {
    const workspace = await freshWorkspace();
    const scenario = scenarioOf({ usage: { events: [{ at: '2026-01-05', credits: '227.7', id: 'job-1' }] } });
    const rows = [...ledgerRows(billOf(scenario))];
    const forged = rows.with(2, { ...rows[2]!, flex: '70.7', blocked: '7' });
    const terms = { name: 'Acme', currency: 'USD', engine: 'e', policy: 'p', scenario: scenario as JsonValue };
    valueOf(await writeLedger(workspace, { path: 'acme.ledger', ...terms, rows: forged }));
    const { code, stdout, stderr } = await drawdown(workspace.folder, 'export', 'acme.ledger', '--format', 'invoices');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('Row 3');
    expect(await drawdown(workspace.folder, 'export', 'acme.ledger', '--format', 'rows-csv')).toMatchObject({
      code: 0,
    });
  });

  it.each([[[]], [['--format', 'pdf']], [['--format', 'json', '--out', '']], [['--format', 'json', '--fast']]])(
    'refuses %j in plain words',
    async (args) => {
      const { code, stdout, stderr } = await drawdown(await ledgerFolder(), 'export', 'acme.ledger', ...args);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toContain('drawdown export NAME.ledger');
    },
  );

  it('is an I/O error without a ledger', async () => {
    const ran = await drawdown(await ledgerFolder(), 'export', 'none.ledger', '--format', 'json');
    expect(ran).toMatchObject({ code: 3, stdout: '' });
  });
});

describe('drawdown export as a program', () => {
  beforeAll(() => ensureBuilt(['cli'], () => undefined));

  it('fails where standard output takes nothing, is quiet where its reader leaves, and needs no standard input (F49)', async () => {
    const folder = await ledgerFolder();
    const program = path.resolve(import.meta.dirname, '../../../main/cli/drawdown.mjs');
    const shell = (line: string) =>
      spawnSync('bash', ['-c', line, process.execPath, program], { cwd: folder, encoding: 'utf8' });
    const full = shell('"$0" "$1" export acme.ledger --format rows-csv > /dev/full');
    expect(full).toMatchObject({ status: 3, stderr: expect.stringMatching(/^Cannot write: .*ENOSPC/) });
    const left = shell('"$0" "$1" export acme.ledger --format json | true; echo "${PIPESTATUS[0]}"');
    expect(left.stderr).not.toContain('fault of its own');
    const copied = shell(
      '"$0" "$1" export acme.ledger --format hledger > a.journal && "$0" "$1" export acme.ledger --format hledger --out b.journal && cmp a.journal b.journal',
    );
    expect(copied).toMatchObject({ status: 0, stdout: '' });
    const closed = shell(
      '"$0" "$1" export acme.ledger --format hledger --out c.journal <&- && cmp a.journal c.journal',
    );
    expect(closed).toMatchObject({ status: 0, stdout: '' });
  });
});
