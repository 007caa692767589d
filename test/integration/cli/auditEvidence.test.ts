import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { AuditReport } from '../../../shared/audit/report.ts';
import type { EvidenceSample } from '../../../shared/audit/evidence/evidence.ts';
import type { Judgement } from '../../../shared/audit/materiality.ts';
import { scenarioOf } from '../../support/growth.ts';
import { drawdown, withFile } from './captured.ts';

const acme = scenarioOf({
  usage: {
    events: [
      { at: '2026-01-05', credits: '227.7', id: 'job-1' },
      { at: '2026-03-05', credits: '160', id: '=1+1' },
    ],
  },
});

/** A folder with the terms, the ledger of a run, and its invoices with one line of Flex rounded up: 312.00 in place of 308.00. */
async function overcharged(): Promise<string> {
  const folder = withFile('acme.scenario.json', acme);
  expect((await drawdown(folder, 'simulate', 'acme.scenario.json', '--ledger')).code).toBe(0);
  const { stdout } = await drawdown(folder, 'export', 'acme.ledger', '--format', 'invoices');
  const charged = stdout.replace('flex,77,4,308.00', 'flex,78,4,312.00');
  expect(charged).not.toBe(stdout);
  writeFileSync(path.join(folder, 'invoices.csv'), charged);
  return folder;
}

const files = ['--terms', 'acme.scenario.json', '--ledger', 'acme.ledger', '--invoices', 'invoices.csv'];
const audit = (folder: string, ...args: string[]) => drawdown(folder, 'audit', ...files, ...args);

type Printed = AuditReport & { readonly judgement?: Judgement; readonly sample?: EvidenceSample };

/** The files of a pack. */
function unpack(folder: string, name = 'pack.zip'): Record<string, string> {
  const unzipped = Object.entries(unzipSync(readFileSync(path.join(folder, name))));
  return Object.fromEntries(unzipped.map(([file, bytes]) => [file, Buffer.from(bytes).toString('utf8')]));
}

/** What is printed, less the sources, which the pack holds itself. */
function withoutSources(stdout: string): string {
  const { sources: _, ...report } = JSON.parse(stdout) as { readonly sources: unknown };
  return `${JSON.stringify(report, null, 2)}\n`;
}

describe('drawdown audit --evidence', () => {
  it('packs inputs as audited, outputs, log, versions and hashes, and tells the hash of the pack', async () => {
    const folder = await overcharged();
    const { code, stdout, stderr } = await audit(folder, '--json', '--evidence', 'pack.zip');
    expect(code).toBe(1);
    const bytes = readFileSync(path.join(folder, 'pack.zip'));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(stderr).toBe(`pack.zip: evidence pack, ${bytes.length} bytes, SHA-256 ${sha256}\n`);
    const packed = unpack(folder);
    expect(Object.keys(packed)).toEqual([
      'report.html',
      'report.json',
      'findings.csv',
      'log.txt',
      'versions.json',
      'inputs/terms/acme.scenario.json',
      'inputs/ledger/acme.ledger/manifest.json',
      'inputs/ledger/acme.ledger/rows-000001.ndjson',
      'inputs/invoices/invoices.csv',
      'SHA256SUMS',
    ]);
    expect(packed['report.json']).toBe(withoutSources(stdout));
    expect(packed['inputs/invoices/invoices.csv']).toBe(readFileSync(path.join(folder, 'invoices.csv'), 'utf8'));
    const { head } = JSON.parse(packed['inputs/ledger/acme.ledger/manifest.json']!) as { head: string };
    expect(packed['report.html']).toContain(`head ${head}`);
    expect(packed['report.html']).toContain('2026-01-01 until 2026-07-01');
    expect(packed['findings.csv']!.startsWith('\ufeffcode,rule,')).toBe(true);
    expect(packed['findings.csv']).toMatch(/^flex-rounding,R12,error,,2,2026-02-01T00:00:00Z,/m);
    expect(JSON.parse(packed['versions.json']!)).toMatchObject({ policy: 'R1-R27', ledgerFormat: 'drawdown.ledger/1' });
  });

  it.skipIf(spawnSync('sha256sum', ['--version']).status !== 0 || spawnSync('unzip', ['-v']).status !== 0)(
    'is whole by the system’s own unzip and sha256sum (needs both)',
    async () => {
      const folder = await overcharged();
      await audit(folder, '--evidence', 'pack.zip');
      const options = { cwd: folder, encoding: 'utf8' } as const;
      expect(spawnSync('unzip', ['-q', 'pack.zip', '-d', 'unpacked'], options)).toMatchObject({
        status: 0,
        stderr: '',
      });
      const check = () =>
        spawnSync('sha256sum', ['--check', '--strict', 'SHA256SUMS'], {
          ...options,
          cwd: path.join(folder, 'unpacked'),
        });
      expect(check().status).toBe(0);
      expect(check().stdout.trim().split('\n')).toHaveLength(9);
      appendFileSync(path.join(folder, 'unpacked/findings.csv'), '\n');
      expect(check().status).toBe(1);
    },
  );

  it('gives the same bytes for the same audit, and its log makes the same audit from the pack alone', async () => {
    const folder = await overcharged();
    const extras = ['--materiality', '100', '--sample', '3', '--seed', '7'];
    await audit(folder, ...extras, '--evidence', 'one.zip');
    await audit(folder, ...extras, '--evidence', 'two.zip');
    expect(readFileSync(path.join(folder, 'one.zip')).equals(readFileSync(path.join(folder, 'two.zip')))).toBe(true);
    const packed = unpack(folder, 'one.zip');
    const elsewhere = path.join(folder, 'elsewhere');
    for (const [file, text] of Object.entries(packed)) {
      mkdirSync(path.dirname(path.join(elsewhere, file)), { recursive: true });
      writeFileSync(path.join(elsewhere, file), text);
    }
    const command = /^drawdown (audit .*)$/m.exec(packed['log.txt']!)![1]!.split(' ');
    const again = await drawdown(elsewhere, ...command, '--json');
    expect(withoutSources(again.stdout)).toBe(packed['report.json']);
  });

  it('never overwrites, and leaves nothing behind where the audit cannot be made', async () => {
    const folder = await overcharged();
    const before = readdirSync(folder);
    const { code, stdout, stderr } = await audit(folder, '--evidence', 'invoices.csv');
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    expect(stderr).toContain('invoices.csv');
    expect(await audit(folder, '--evidence', 'none/pack.zip')).toMatchObject({ code: 3, stdout: '' });
    expect(await audit(folder, '--evidence', 'acme.ledger/pack.zip')).toMatchObject({ code: 3, stdout: '' });
    expect(existsSync(path.join(folder, 'acme.ledger/pack.zip'))).toBe(false);
    const missing = await drawdown(folder, 'audit', ...files.slice(0, 3), 'none.csv', '--evidence', 'pack.zip');
    expect(missing).toMatchObject({ code: 3, stdout: '' });
    expect(missing.stderr).toContain('none.csv');
    writeFileSync(path.join(folder, 'invoices.csv'), 'not,an,invoice\n');
    expect(await audit(folder, '--evidence', 'pack.zip')).toMatchObject({ code: 2, stdout: '' });
    expect(readdirSync(folder)).toEqual(before);
  });

  it('packs the map of a foreign export too, so that the audit can be made again', async () => {
    const folder = await overcharged();
    const { stdout: rows } = await drawdown(folder, 'export', 'acme.ledger', '--format', 'rows-csv');
    writeFileSync(path.join(folder, 'rows.csv'), rows.replace(/^seq,at,kind/, 'seq,Zeit,kind'));
    const map = {
      format: 'drawdown.audit-map/1',
      columns: Object.fromEntries(
        rows
          .split('\n')[0]!
          .split(',')
          .map((name) => [name, name === 'at' ? 'Zeit' : name]),
      ),
    };
    writeFileSync(path.join(folder, 'map.json'), JSON.stringify(map));
    const named = ['--terms', 'acme.scenario.json', '--ledger', 'rows.csv', '--map', 'map.json'];
    const { code, stderr } = await drawdown(folder, 'audit', ...named, '--evidence', 'pack.zip');
    expect({ code, stderr: stderr.split(':')[0] }).toEqual({ code: 0, stderr: 'pack.zip' });
    const packed = unpack(folder);
    expect(packed['inputs/map/map.json']).toBe(JSON.stringify(map));
    expect(packed['log.txt']).toContain('--ledger inputs/ledger/rows.csv --map inputs/map/map.json');
    expect(packed['report.html']).toContain('the ledger has no chain of hashes');
  });

  it('calls a file in the pack by a plain name where its own could harm', async () => {
    const folder = await overcharged();
    const name = '-rf.csv';
    writeFileSync(path.join(folder, name), readFileSync(path.join(folder, 'invoices.csv')));
    const { code } = await drawdown(
      folder,
      'audit',
      ...files.slice(0, 4),
      `--invoices=./${name}`,
      '--evidence',
      'p.zip',
    );
    expect(code).toBe(1);
    expect(Object.keys(unpack(folder, 'p.zip'))).toContain('inputs/invoices/invoices.csv');
  });
});

describe('drawdown audit with thresholds', () => {
  it('keeps and marks what is small, and says whether it is material', async () => {
    const folder = await overcharged();
    const { code, stdout } = await audit(folder, '--materiality', '4', '--tolerance', '5.00', '--json');
    expect(code).toBe(1);
    const { status, findings, tieOut, judgement } = JSON.parse(stdout) as Printed;
    expect(status).toBe('findings');
    expect(findings.map((finding) => (finding as { mark?: string }).mark)).toEqual(['tolerated']);
    expect(tieOut.filter((line) => (line as { mark?: string }).mark === 'tolerated')).toHaveLength(1);
    expect(judgement).toMatchObject({ verdict: 'immaterial', misstatement: '4.00' });
    const told = await audit(folder, '--materiality', '3.99', '--trivial', '1');
    expect(told.stdout).toContain('Materiality: material. The differences of the invoice lines add up to 4.00 USD');
    expect(told.stdout).toContain('Findings marked: 0 clearly trivial, 0 within tolerance, 0 above tolerance,');
  });

  it('has no word of thresholds where none were given', async () => {
    const { stdout } = await audit(await overcharged(), '--json');
    const { judgement, sample } = JSON.parse(stdout) as Printed;
    expect({ judgement, sample }).toEqual({ judgement: undefined, sample: undefined });
  });

  it.each([
    [['--materiality', 'much'], '--materiality takes an amount of money'],
    [['--tolerance', '-1'], '--tolerance takes an amount of money'],
    [['--trivial', '0.005'], '--trivial takes at most 2 decimals'],
    [['--seed', '1'], '--seed is for --sample'],
    [['--sample', '0'], '--sample takes a whole number from 1'],
    [['--sample', '5', '--seed', '9007199254740992'], '--seed takes a whole number from 0 to 9007199254740991'],
    [['--evidence', ''], '--evidence takes the name of a file'],
  ])('refuses %j', async (args, reason) => {
    const options = args
      .map((arg, index) => (index % 2 === 1 ? null : `${arg}=${args[index + 1]}`))
      .filter((arg) => arg !== null);
    const { code, stdout, stderr } = await audit(await overcharged(), ...options);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(reason);
  });
});

describe('drawdown audit --report', () => {
  it('writes the report that the pack holds, and never over another file', async () => {
    const folder = await overcharged();
    const run = await audit(folder, '--report', 'audit.html', '--evidence', 'pack.zip');
    expect(run.stderr).toMatch(/audit\.html: report, \d+ bytes, SHA-256 [0-9a-f]{64}/);
    const html = readFileSync(path.join(folder, 'audit.html'), 'utf8');
    expect(html).toBe(unpack(folder, 'pack.zip')['report.html']);
    expect(html).toContain('Reconciliation');
    expect(await audit(folder, '--report', 'audit.html')).toMatchObject({ code: 3, stdout: '' });
    expect(readFileSync(path.join(folder, 'audit.html'), 'utf8')).toBe(html);
  });
});

describe('drawdown audit --sample', () => {
  it('draws the same rows for the same seed, and shows them as they stand', async () => {
    const folder = await overcharged();
    const sampled = async (...args: string[]) => {
      const { stdout } = await audit(folder, '--sample', '4', ...args, '--json');
      return (JSON.parse(stdout) as Printed).sample!;
    };
    const sample = await sampled('--seed', '2026');
    expect(await sampled('--seed', '2026')).toEqual(sample);
    expect(sample.rows).toHaveLength(4);
    const lines = readFileSync(path.join(folder, 'acme.ledger/rows-000001.ndjson'), 'utf8').trim().split('\n');
    expect(sample.population).toBe(lines.length);
    for (const { row, cells } of sample.rows) {
      const stated = JSON.parse(lines[row - 1]!) as Record<string, string>;
      for (const [index, column] of sample.columns.entries()) {
        if (column !== 'line') expect(cells[index]).toBe(stated[column]);
      }
    }
  });

  it('prints the seed that it makes, so that the rows can be drawn again', async () => {
    const folder = await overcharged();
    const { stdout } = await audit(folder, '--sample', '3');
    const seed = /^Random sample: 3 of \d+ rows, seed (\d+)$/m.exec(stdout)![1]!;
    expect((await audit(folder, '--sample', '3', '--seed', seed)).stdout).toBe(stdout);
    expect(existsSync(path.join(folder, 'pack.zip'))).toBe(false);
  });
});
