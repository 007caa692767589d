import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AuditedSource } from '../../../main/cli/auditSources.ts';
import type { AuditReport } from '../../../shared/audit/report.ts';
import { ledgerRows } from '../../../shared/engine/rows.ts';
import { deviatingRun, invoicesOf, ledgerCsv, recordOf } from '../../support/audited.ts';
import { scenarioOf } from '../../support/growth.ts';
import { drawdown, withFile } from './captured.ts';

const terms = scenarioOf({
  usage: {
    events: [
      { at: '2026-01-05', credits: '227.7', id: 'job-1' },
      { at: '2026-02-05', credits: '12.25', id: 'job-2' },
      { at: '2026-02-05T09:00Z', credits: '150.5', id: 'job-3' },
    ],
  },
});
const right = deviatingRun(terms);

/** A folder with the terms and what was billed. */
function audited(files: Record<string, string>): string {
  const folder = withFile('t.scenario.json', terms);
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  return folder;
}

const given = ['audit', '--terms', 't.scenario.json'];

describe('drawdown audit', () => {
  it('calls our own export clean, and says what it could not check', async () => {
    const folder = audited({ 'rows.csv': ledgerCsv(right), 'invoices.csv': invoicesOf(right) });
    const files = ['--ledger', 'rows.csv', '--invoices', 'invoices.csv'];
    const { code, stdout, stderr } = await drawdown(folder, ...given, ...files);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^Clean: /);
    expect(stdout).toContain('Completeness of usage was not checked');
  });

  it('says of a folder that is no ledger what it is', async () => {
    const folder = audited({});
    mkdirSync(path.join(folder, 'rows.csv'));
    const { code, stderr } = await drawdown(folder, ...given, '--ledger', 'rows.csv');
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 'rows.csv is a folder, and no ledger: there are no rows in it.\n',
    });
  });

  it('counts what it read, and again what it audited, whether or not it keeps the rows', async () => {
    const folder = audited({ 'rows.csv': ledgerCsv(right), 'invoices.csv': invoicesOf(right) });
    const files = ['--ledger', 'rows.csv', '--invoices', 'invoices.csv', '--json'];
    const sourcesOf = async (...more: string[]) => {
      const { stdout } = await drawdown(folder, ...given, ...files, ...more);
      return (JSON.parse(stdout) as { readonly sources: readonly AuditedSource[] }).sources;
    };
    const straight = await sourcesOf();
    const ledger = straight.find(({ role }) => role === 'ledger')!;
    expect(ledger).toMatchObject({
      sha256: createHash('sha256').update(ledgerCsv(right)).digest('hex'),
      unchanged: true,
      control: { imported: { rows: [...ledgerRows(right)].length, first: '2026-01-01T00:00:00Z' } },
    });
    expect(ledger.control!.imported.sums).toContainEqual({ title: 'use', rows: 3, value: '390.45' });
    expect(ledger.control!.audited).toEqual(ledger.control!.imported);
    expect(straight).toEqual(await sourcesOf('--sample', '1'));
  });

  it('names the row, the rule and the money of a month that was rounded up', async () => {
    const wrong = deviatingRun(terms, { flexRounding: 'up' });
    const folder = audited({
      'rows.csv': ledgerCsv(wrong),
      'invoices.csv': invoicesOf(wrong),
      'u.csv': recordOf(right),
    });
    const files = ['--ledger', 'rows.csv', '--invoices', 'invoices.csv', '--usage', 'u.csv', '--json'];
    const { code, stdout } = await drawdown(folder, ...given, ...files);
    expect(code).toBe(1);
    const report = JSON.parse(stdout) as AuditReport;
    expect(report.findings[0]).toMatchObject({
      code: 'flex-rounding',
      rule: 'R12',
      severity: 'error',
      expected: '77',
      actual: '78',
      credits: '1',
      money: '4.00',
      at: '2026-02-01T00:00:00Z',
      invoice: 2,
    });
    expect(report.firstDivergence).toEqual({ row: report.findings[0]!.row, code: 'flex-rounding' });
    expect(report.totals.difference.total).toBe('8.00');
    expect(report.reconciliation.byFinding).toEqual({
      causes: [{ code: 'flex-rounding', rule: 'R12', count: 2, credits: '2', money: '8.00' }],
      unexplained: '0.00',
    });
    const told = await drawdown(folder, ...given, ...files.slice(0, -1));
    expect(told.stdout).toMatch(/flex-rounding +R12 +2 +2 +8\.00\nnot explained +0\.00\ncharged +/);
  });

  it('audits a ledger folder, and tells a changed row by its hash', async () => {
    const folder = audited({});
    expect((await drawdown(folder, 'simulate', 't.scenario.json', '--ledger')).code).toBe(0);
    const clean = await drawdown(folder, ...given, '--ledger', 't.ledger');
    expect(clean.code).toBe(0);
    const segment = path.join(folder, 't.ledger', 'rows-000001.ndjson');
    writeFileSync(segment, readFileSync(segment, 'utf8').replace('"credits":"227.7"', '"credits":"227.8"'));
    const { code, stdout } = await drawdown(folder, ...given, '--ledger', 't.ledger', '--json');
    expect(code).toBe(1);
    expect((JSON.parse(stdout) as AuditReport).findings.map((finding) => finding.code)).toContain('hash');
  });

  it('says of a ledger folder whose rows are gone how many there were', async () => {
    const folder = audited({});
    await drawdown(folder, 'simulate', 't.scenario.json', '--ledger');
    rmSync(path.join(folder, 't.ledger', 'rows-000001.ndjson'));
    const { code, stdout, stderr } = await drawdown(folder, ...given, '--ledger', 't.ledger');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^t\.ledger: The manifest states (\d+) rows; \1 at the end are gone\.\n$/);
  });

  it('goes on past a row that it cannot read, names its cell, and ends as bad input', async () => {
    const folder = audited({ 'rows.csv': ledgerCsv(right).replace('12.25', 'a dozen') });
    const { code, stdout, stderr } = await drawdown(folder, ...given, '--ledger', 'rows.csv');
    expect(code).toBe(2);
    expect(stderr).toMatch(/^rows\.csv:\d+: credits: not credits/);
    expect(stdout).toContain('1 rows could not be read');
  });

  it.each([
    [['--ledger', 'none.csv'], 3],
    [['--ledger', 'other.csv'], 2],
    [['--ledger', 'latin.csv'], 2],
    [['--invoices', 'other.csv'], 2],
    [[], 2],
    [['--ledger', 'other.csv', '--fun'], 2],
  ])('refuses %j before it computes anything', async (files, exit) => {
    const folder = audited({ 'other.csv': 'when,what\n2026-01-01,use\n' });
    writeFileSync(path.join(folder, 'latin.csv'), Buffer.from([0x73, 0xe9, 0x71]));
    const { code, stdout, stderr } = await drawdown(folder, ...given, ...files);
    expect({ code, stdout }).toEqual({ code: exit, stdout: '' });
    expect(stderr).not.toBe('');
  });
});
