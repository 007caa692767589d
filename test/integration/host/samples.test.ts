import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BillView } from '../../../shared/rpc/views.ts';
import { startHost, transports, type StartedHost } from '../../support/rpcTransports.ts';

let host: StartedHost;
beforeAll(async () => {
  host = await startHost(transports[0]!);
});
afterAll(() => host.close());

async function billOf(id: string): Promise<BillView> {
  const { files } = await host.call('samples.open', { id });
  const { path } = files.find(({ kind }) => kind === 'scenario')!;
  const { text } = await host.call('document.read', { path });
  const { bill, diagnostics } = await host.call('bill.compute', { path, text });
  expect(diagnostics).toEqual([]);
  return bill!;
}

const poolsThatRanOut = ({ runOuts }: BillView) => new Set(runOuts.map(({ pool }) => pool));
const monthsWith = ({ months }: BillView, figure: 'included' | 'prepaid' | 'flex' | 'blocked') =>
  months.filter((month) => month[figure] !== '0').map(({ label }) => label);

describe('the samples show what they say', () => {
  it.each(['growing-monthly', 'annual-hedge', 'token-trace'])('%s fills every part of the bill', async (id) => {
    const bill = await billOf(id);
    for (const figure of ['included', 'prepaid', 'flex', 'blocked'] as const) {
      expect({ figure, months: monthsWith(bill, figure) }).not.toEqual({ figure, months: [] });
    }
    expect(poolsThatRanOut(bill)).toEqual(new Set(['included', 'prepaid']));
    expect(bill.statement.credits.dropped).not.toBe('0');
    expect(Number(bill.statement.money.flex)).toBeGreaterThan(0);
    expect(bill.balances.length).toBeLessThan(2500);
    expect(bill.assumptions.length).toBeGreaterThan(0);
  });

  it('the growing customer pays twelve fees of $299, and meets the cap of $250 in November alone', async () => {
    const bill = await billOf('growing-monthly');
    expect(bill.statement.money.subscription).toBe('3588.00');
    expect(monthsWith(bill, 'blocked')).toEqual(['2026-11']);
    expect(bill.months.find(({ label }) => label === '2026-11')?.flex).toBe('62.5');
  });

  it('the annual customer runs out of the year’s credits in autumn and of the hedge in winter', async () => {
    const bill = await billOf('annual-hedge');
    expect(bill.statement.money).toMatchObject({ subscription: '3588.00', prepaid: '900.00' });
    expect(bill.runOuts.map(({ pool, date }) => [pool, date.slice(0, 7)])).toEqual([
      ['included', '2026-11'],
      ['prepaid', '2026-12'],
    ]);
    // A cap of $1,200 at $4 is 300 credits for the whole annual cycle.
    expect(bill.statement.credits.flex).toBe('300');
  });

  it('the trace is the whole hour: 18,059,974 tokens read and 245,896 written', async () => {
    const bill = await billOf('token-trace');
    expect(bill.usageCount).toBe(2 * 8819);
    const { rows } = await host.call('bill.rows', { runId: bill.runId, from: 0, count: 2000 });
    expect(rows.find(({ kind }) => kind === 'use')).toMatchObject({
      at: '2023-11-16T18:17:03.979Z',
      meter: 'llm-input',
      quantity: '4808',
    });
    // Tokens at $2.50 and $10 a million, over $4 a credit.
    const { included, prepaid, flex, blocked } = bill.statement.credits;
    const drawn = [included, prepaid, flex, blocked].reduce((sum, credits) => sum + Number(credits), 0);
    expect(drawn).toBeCloseTo((18_059_974 * 2.5 + 245_896 * 10) / 4e6, 6);
  });

  it('the trace is what an import of its source gives', async () => {
    const source = readFileSync(path.join(import.meta.dirname, '../../fixtures/usage/llm-trace-code.csv'));
    const { folder } = await host.call('samples.open', { id: 'token-trace' });
    const { upload } = await host.call('upload.begin', { name: 'llm-trace-code.csv' });
    await host.call('upload.append', { upload, base64: source.toString('base64') });
    const { mapping } = await host.call('import.preview', { source: { upload }, mapping: null, timeZone: 'UTC' });
    if (mapping.format !== 'csv') throw new Error('a trace is a CSV');
    const columns = [
      { column: 'ContextTokens', meter: 'llm-input' },
      { column: 'GeneratedTokens', meter: 'llm-output' },
    ];
    const report = await host.call('import.run', {
      source: { upload },
      mapping: { ...mapping, quantity: { kind: 'wide', columns } },
      into: 'usage/again.csv',
      acceptRefused: false,
    });
    const usage = (file: string) => readFileSync(path.join(folder, file), 'utf8');
    expect(usage(report.path)).toBe(usage('usage/llm-trace-code.csv'));
  });

  it('how much prepaid to buy: nothing is bought yet, and the year is uncertain', async () => {
    const { files } = await host.call('samples.open', { id: 'prepaid-question' });
    const { path: scenario } = files.find(({ kind }) => kind === 'scenario')!;
    const { text } = await host.call('document.read', { path: scenario });
    const asked = { job: 'sample', path: scenario, text, paths: 400, seed: 1 };
    const { forecast } = await host.call('forecast.run', { ...asked, percentiles: [10, 90], budget: null });
    const [low, high] = forecast!.total.points.map(({ amount }) => Number(amount));
    expect(high! - low!).toBeGreaterThan(500);
    expect(forecast!.drivers.map(({ model }) => model)).toEqual(['sorting', 'camera-check']);
    expect(forecast!.runOut.prepaid).toBeNull();
  });

  it('a bill with a mistake: an audit names the one rule that it breaks, and what that cost', async () => {
    const { files } = await host.call('samples.open', { id: 'billed-wrongly' });
    expect(files.map(({ path }) => path)).toContain('harbor.scenario.json');
    const view = await host.call('audit.run', {
      job: 'sample',
      terms: 'harbor.scenario.json',
      ledger: { path: 'billed/harbor-rows.csv' },
      invoices: { path: 'billed/harbor-invoices.csv' },
      usage: null,
      map: null,
      head: null,
    });
    expect(view.groups.map(({ code }) => code)).toEqual(['draw-order']);
    expect(view.explanations[0]).toMatchObject({ hypothesis: 'prepaid-first', residual: '0.00', differingRows: 0 });
    // 22 credits of Flex at $4: the lot was drawn while included credits lapsed.
    expect(view.totals.difference).toMatchObject({ prepaid: '0.00', flex: '88.00', total: '88.00' });
  });
});
