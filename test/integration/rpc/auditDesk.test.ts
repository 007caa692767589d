import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AuditView } from '../../../shared/rpc/auditViews.ts';
import { startHost, transports, type StartedHost } from '../../support/rpcTransports.ts';

const scenario = JSON.stringify({
  format: 'drawdown.scenario/1',
  name: 'Acme',
  currency: 'USD',
  timeZone: 'UTC',
  horizon: { start: '2026-01-01', end: '2026-03-01' },
  plans: [{ id: 'team', kind: 'paid', cycle: 'monthly', fee: 299, includedCredits: 150, flexPrice: 4 }],
  meters: [],
  timeline: [{ at: '2026-01-01', do: 'subscribe', plan: 'team' }],
  usage: {
    events: [
      { at: '2026-01-10', credits: 227.7, id: 'jan' },
      { at: '2026-02-03', credits: 160, id: 'feb' },
    ],
  },
});
const terms = 'acme.scenario.json';
const anyone = { status: null, owner: null, text: '' };

describe.each(transports)('an auditor at work, $name', (transport) => {
  let host: StartedHost;
  let folder: string;
  let job = 0;
  beforeEach(async () => {
    host = await startHost(transport);
    folder = mkdtempSync(join(tmpdir(), 'drawdown-workspace-'));
    mkdirSync(join(folder, 'theirs'));
    writeFileSync(join(folder, terms), scenario);
    await host.call('workspace.open', { folder });
  });
  afterEach(async () => {
    await host.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Audits rows in which January's 77.7 Flex credits were billed as 78. */
  async function audited(): Promise<AuditView> {
    const ledger = await host.call('ledger.write', { path: terms });
    const { path } = await host.call('ledger.export', { path: ledger.path, format: 'csv' });
    const text = readFileSync(join(folder, path), 'utf8').replace(
      'flex-close,,,,77.7,,,77,',
      'flex-close,,,,77.7,,,78,',
    );
    writeFileSync(join(folder, 'theirs/rows.csv'), text);
    const files = { usage: null, ledger: { path: 'theirs/rows.csv' }, invoices: null, map: null, head: null };
    return host.call('audit.run', { job: `job-${++job}`, terms, ...files });
  }

  const by = { by: 'Ada', reason: null };

  it('sees the difference split by finding and by mistake, adding up', async () => {
    const { reconciliation } = await audited();
    expect(reconciliation).toEqual({
      expected: '946.00',
      actual: '950.00',
      difference: '4.00',
      byFinding: {
        causes: [{ code: 'flex-rounding', rule: 'R12', count: 1, credits: '1', money: '4.00' }],
        unexplained: '0.00',
      },
      byHypothesis: {
        causes: [{ hypothesis: 'flex-ceil', parameters: {}, count: 1, credits: '1', money: '4.00' }],
        unexplained: '0.00',
      },
    });
  });

  it('sets thresholds, which judge the differences and are there again for the same files', async () => {
    const { auditId } = await audited();
    const none = await host.call('audit.desk', { auditId });
    expect(none).toMatchObject({ thresholds: null, judgement: null, samples: [], population: 7 });
    const amounts = { overall: '10', tolerance: '5.00', trivial: null };
    const desk = await host.call('audit.thresholds', { auditId, ...by, ...amounts });
    expect(desk.thresholds).toMatchObject({ by: 'Ada', amounts });
    expect(desk.judgement).toMatchObject({ verdict: 'immaterial', misstatement: '4.00' });
    expect(desk.judgement!.marks.findings).toContain('tolerated');
    const stricter = await host.call('audit.thresholds', { auditId, ...by, ...amounts, overall: '3.99' });
    expect(stricter.judgement).toMatchObject({ verdict: 'material' });
    const again = await audited();
    expect(await host.call('audit.desk', { auditId: again.auditId })).toEqual(stricter);
    const refused = (overall: string) => host.refused('audit.thresholds', { auditId, ...by, ...amounts, overall });
    expect(await refused('1.005')).toBe('bad-amount');
    expect(await refused('-1')).toBe('bad-params');
  });

  it('draws a random sample with a seed, and ticks its rows', async () => {
    const { auditId } = await audited();
    const { samples } = await host.call('audit.draw', { auditId, ...by, size: 3, seed: 7 });
    const [sample] = samples;
    expect(sample).toMatchObject({ seed: 7, population: 7, by: 'Ada' });
    expect(sample!.rows).toHaveLength(3);
    const lines = readFileSync(join(folder, 'theirs/rows.csv'), 'utf8').split('\n');
    for (const { row, cells } of sample!.rows) {
      const stated = lines[row]!.split(',');
      expect(cells.slice(0, 4)).toEqual([String(row + 1), ...stated.slice(1, 4)]);
    }
    const [first, second, third] = sample!.rows.map(({ row }) => row);
    const tick = { auditId, ...by, sample: sample!.seq, text: '' };
    await host.call('audit.tick', { ...tick, row: first!, agreed: false, text: 'No such job.' });
    await host.call('audit.tick', { ...tick, row: second!, agreed: true });
    const desk = await host.call('audit.tick', { ...tick, row: first!, agreed: true, text: 'Found it.' });
    const found = desk.samples[0]!.rows.map(({ row, tick: made }) => [row, made?.agreed ?? null, made?.text ?? null]);
    expect(found).toEqual([
      [first, true, 'Found it.'],
      [second, true, ''],
      [third, null, null],
    ]);
    const other = [1, 2, 3, 4].find((row) => !sample!.rows.some((drawn) => drawn.row === row))!;
    expect(await host.refused('audit.tick', { ...tick, row: other, agreed: true })).toBe('not-drawn');
    const made = await host.call('audit.draw', { auditId, ...by, size: 100, seed: null });
    expect(made.samples[1]!.rows).toHaveLength(7);
    expect(made.samples[1]!.seed).toBeGreaterThanOrEqual(0);
    const history = readFileSync(join(folder, '.drawdown/history.ndjson'), 'utf8');
    expect(history).toContain('"paper":"sample"');
    expect(history).toContain('No such job.');
  });

  it('lists exceptions with owner, status and due date, filters them, and exports them', async () => {
    const { auditId } = await audited();
    const list = (filter: object = {}) =>
      host.call('audit.exceptions', { auditId, filter: { ...anyone, ...filter }, from: 0, count: 100 });
    const before = await list();
    expect(before.exceptions[0]).toMatchObject({ code: 'flex-rounding', status: 'open', money: '4.00', notes: 0 });
    const { finding } = before.exceptions[0]!;
    const note = { auditId, ...by, status: 'disputed' as const };
    await host.call('audit.note', { ...note, text: '=1+1', finding, owner: 'Ben', due: '2026-04-01' });
    await host.call('audit.note', { ...note, text: 'Looks odd.', finding: null, row: 3, status: 'open' });
    const { samples } = await host.call('audit.draw', { auditId, ...by, size: 100, seed: 1 });
    await host.call('audit.tick', { auditId, ...by, text: '', sample: samples[0]!.seq, row: 4, agreed: false });
    const after = await list();
    expect(after.owners).toEqual(['Ben']);
    expect(after.exceptions.map(({ code, row, status, owner, due }) => [code, row, status, owner, due])).toEqual([
      ...before.exceptions.slice(0, 1).map(({ code, row }) => [code, row, 'disputed', 'Ben', '2026-04-01']),
      ...before.exceptions.slice(1).map(({ code, row }) => [code, row, 'open', null, null]),
      ['row-note', 3, 'open', null, null],
      ['sample', 4, 'open', null, null],
    ]);
    expect((await list({ owner: 'Ben' })).total).toBe(1);
    expect((await list({ text: 'ODD' })).exceptions.map(({ row }) => row)).toEqual([3]);
    await host.call('audit.note', { ...note, text: 'Paid back.', finding, status: 'settled' });
    expect((await list({ status: 'unsettled' })).total).toBe(after.total - 1);
    const settled = { auditId, filter: { ...anyone, status: 'settled' as const } };
    const { path, rows } = await host.call('audit.exportExceptions', settled);
    expect({ path, rows }).toEqual({ path: 'reports/exceptions-rows.csv', rows: 1 });
    const csv = readFileSync(join(folder, path), 'utf8');
    expect(csv).toMatch(
      /^\uFEFFcode,rule,.*\nflex-rounding,R12,error,\d+,,[^,]*,1,4\.00,,settled,Ben,2026-04-01,2,Paid back\.,/,
    );
    const all = await host.call('audit.exportExceptions', { auditId, filter: { ...anyone, status: 'disputed' } });
    expect(all).toEqual({ path: 'reports/exceptions-rows-2.csv', rows: 0 });
  });

  it('notes on rows, and only on those that are there', async () => {
    const { auditId } = await audited();
    const note = { auditId, ...by, text: 'Seen.', finding: null, status: null };
    const [paper] = await host.call('audit.note', { ...note, row: 3 });
    expect(paper!.row).toMatchObject({ row: 3, text: expect.stringMatching(/^use at 2026-01-10T00:00:00Z, id jan/) });
    expect(await host.refused('audit.note', { ...note, row: 10 })).toBe('no-such-row');
    expect(await host.refused('audit.note', { ...note, row: 3, finding: 0 })).toBe('two-things');
    expect(await host.refused('audit.note', { ...note, row: 3, due: '2026-02-30' })).toBe('bad-params');
  });

  it('gives a reason for whatever changes after the sign-off', async () => {
    const { auditId } = await audited();
    const { samples } = await host.call('audit.draw', { auditId, ...by, size: 1, seed: 1 });
    await host.call('audit.signOff', { auditId, ...by, role: 'preparer', text: '' });
    const amounts = { overall: '1', tolerance: null, trivial: null };
    const tick = { sample: samples[0]!.seq, row: samples[0]!.rows[0]!.row, agreed: true, text: '' };
    expect(await host.refused('audit.thresholds', { auditId, ...by, ...amounts })).toBe('reason-needed');
    expect(await host.refused('audit.draw', { auditId, ...by, size: 1, seed: 1 })).toBe('reason-needed');
    expect(await host.refused('audit.tick', { auditId, ...by, ...tick })).toBe('reason-needed');
    const why = { by: 'Ada', reason: 'Asked for by the reviewer.' };
    const desk = await host.call('audit.tick', { auditId, ...why, ...tick });
    expect(desk.samples[0]!.rows[0]!.tick).toMatchObject({ reason: 'Asked for by the reviewer.' });
  });

  it('has thresholds, sample, exceptions and notes in the report and in the evidence', async () => {
    const { auditId } = await audited();
    await host.call('audit.thresholds', { auditId, ...by, overall: '1', tolerance: null, trivial: null });
    const { samples } = await host.call('audit.draw', { auditId, ...by, size: 2, seed: 12345 });
    const { row } = samples[0]!.rows[0]!;
    await host.call('audit.tick', {
      auditId,
      ...by,
      text: 'Invoice seen.',
      sample: samples[0]!.seq,
      row,
      agreed: true,
    });
    await host.call('audit.note', { auditId, ...by, text: 'To be paid back.', finding: 0, status: 'disputed' });
    await host.call('audit.signOff', { auditId, ...by, role: 'preparer', text: 'Done.' });
    const { html } = await host.call('audit.report', { auditId });
    for (const words of ['Material.', 'seed 12345', 'Invoice seen.', 'To be paid back.', 'signed as preparer']) {
      expect(html).toContain(words);
    }
    expect(html).toMatch(/counter\(page\) " of " counter\(pages\)/);
    const { path } = await host.call('audit.pack', { auditId });
    const zip = readFileSync(join(folder, path));
    for (const name of ['report.html', 'exceptions.csv']) expect(zip.includes(name)).toBe(true);
    expect(await host.refused('audit.print', { auditId })).toBe('no-printer');
    writeFileSync(join(folder, terms), `${scenario}\n`);
    expect(await host.refused('audit.report', { auditId })).toBe('source-changed');
  });

  it('is refused by name where the audit is no longer kept', async () => {
    const auditId = 'none';
    expect(await host.refused('audit.desk', { auditId })).toBe('unknown-audit');
    expect(await host.refused('audit.report', { auditId })).toBe('unknown-audit');
    expect(await host.refused('audit.draw', { auditId, ...by, size: 1, seed: 1 })).toBe('unknown-audit');
  });
});
