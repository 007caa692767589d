import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RpcParams } from '../../../shared/rpc/table.ts';
import { scenarioOf } from '../../support/growth.ts';
import { startHost, transports, type StartedHost } from '../../support/rpcTransports.ts';

const model = { id: 'training', credits: true, level: 9, per: 'day', noise: { kind: 'lognormal', cv: 0.6 } };
const text = (parts: object = {}) => JSON.stringify(scenarioOf({ usage: { models: [model] }, ...parts }));

describe.each(transports)('a forecast, $name', (transport) => {
  let host: StartedHost;
  let folder: string;
  beforeEach(async () => {
    host = await startHost(transport);
    folder = mkdtempSync(join(tmpdir(), 'drawdown-workspace-'));
    await host.call('workspace.open', { folder });
  });
  afterEach(async () => {
    await host.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const params = (parts: Partial<RpcParams<'forecast.run'>> = {}): RpcParams<'forecast.run'> => ({
    job: 'fan',
    path: 'acme.scenario.json',
    text: text(),
    paths: 500,
    seed: 1,
    percentiles: [10, 50, 90],
    budget: null,
    ...parts,
  });
  const run = (parts?: Partial<RpcParams<'forecast.run'>>) => host.call('forecast.run', params(parts));

  it('gives spreads by month and over the horizon, and tells how far it is', async () => {
    const { forecast, diagnostics } = await run({ budget: '4000' });
    expect(diagnostics).toEqual([]);
    expect(forecast).toMatchObject({
      name: 'Acme',
      currency: 'USD',
      paths: 500,
      seed: 1,
      from: '2026-01-01',
      until: '2026-07-01',
      random: true,
      method: { kind: 'compact', why: null },
      drivers: [{ model: 'training', share: 1 }],
      budget: { amount: '4000.00' },
    });
    expect(forecast!.months.map(({ label }) => label)).toEqual([1, 2, 3, 4, 5, 6].map((month) => `2026-0${month}`));
    expect(forecast!.fan.at(-1)).toMatchObject({
      date: '2026-07-01',
      values: forecast!.total.points.map(({ amount }) => Number(amount)),
    });
    expect(forecast!.histogram.counts.reduce((sum, count) => sum + count, 0)).toBe(500);
    const progress = host.connection.events.filter(({ event }) => event === 'forecast.progress');
    expect(progress).toContainEqual({
      event: 'forecast.progress',
      payload: { job: 'fan', step: 'Sampling demand', part: 1 },
    });
  });

  it('without anything uncertain is the bill, on every path', async () => {
    const steady = text({ usage: { models: [{ ...model, noise: undefined }] } });
    const { bill } = await host.call('bill.compute', { path: 'acme.scenario.json', text: steady });
    const { forecast } = await run({ text: steady });
    const { total } = bill!.statement.money;
    expect(forecast!.random).toBe(false);
    expect(forecast!.total).toEqual({
      mean: total,
      points: [10, 50, 90].map((percent) => ({ percent, amount: total })),
    });
    expect(forecast!.months.map(({ mean }) => mean)).toEqual(bill!.months.map(({ invoiced }) => invoiced));
    expect(forecast!.balances).toEqual(bill!.balances);
    expect(forecast!.runOuts).toEqual(bill!.runOuts);
    expect(forecast!.runOuts.length).toBeGreaterThan(0);
  });

  it('is the same for the same seed', async () => {
    const [first, second, other] = [await run(), await run(), await run({ seed: 2 })];
    const figures = ({ forecast }: typeof first) => ({ ...forecast, forecastId: '' });
    expect(figures(second)).toEqual(figures(first));
    expect(figures(other)).not.toEqual(figures(first));
  });

  it('is roughly the same to the last digit, at once and without alerts', async () => {
    const models = [model, { ...model, id: 'support', level: 2, noise: { ...model.noise, shared: 0.4 } }];
    const asked = { text: text({ usage: { models } }), paths: 150, budget: '4000' };
    const { forecast: whole } = await run(asked);
    expect(whole!.alerts!.length).toBeGreaterThan(0);
    const { forecast: rough } = await run({ ...asked, job: 'drag', rough: true });
    expect(rough).toEqual({ ...whole, forecastId: rough!.forecastId, alerts: null });
    expect(JSON.stringify(host.connection.events)).not.toContain('drag');
  });

  it('gives the faults of the text with their places, and no forecast', async () => {
    const bad = text({ usage: { models: [{ ...model, spikes: [{ chance: 2, from: '2026-02-01' }] }] } });
    const { forecast, diagnostics } = await run({ text: bad });
    expect(forecast).toBeNull();
    expect(diagnostics[0]).toMatchObject({
      severity: 'error',
      path: expect.stringContaining('usage.models[0].spikes'),
    });
    expect(diagnostics[0]!.place!.line).toBe(1);
  });

  it('names the adjustment that some paths do not allow', async () => {
    const timeline = [
      { at: '2026-01-01', do: 'subscribe', plan: 'growth' },
      { at: '2026-01-01', do: 'buy-prepaid', credits: 200, unitPrice: 4 },
      { at: '2026-04-01', do: 'adjust', bucket: 'prepaid', credits: -20, reason: 'refund' },
    ];
    const { forecast, diagnostics } = await run({
      text: text({ timeline, usage: { models: [{ ...model, level: 6.3 }] } }),
    });
    expect(forecast).toBeNull();
    expect(diagnostics).toMatchObject([{ code: 'below-zero', path: 'timeline[2]' }]);
    expect(diagnostics[0]!.message).toMatch(/^On \d+ of 500 paths /);
  });

  it('is cancelled by its name while it runs, and tells of a name that does not run', async () => {
    const long = host.send('forecast.run', params({ paths: 400_000 }));
    const cancelled = await untilCancelled();
    const outcome = await long;
    expect(cancelled).toBe(true);
    expect(outcome).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(await host.call('forecast.cancel', { job: 'fan' })).toEqual({ cancelled: false });
    expect((await run()).forecast).not.toBeNull();
  });

  async function untilCancelled(): Promise<boolean> {
    for (let tries = 0; tries < 200; tries++) {
      if ((await host.call('forecast.cancel', { job: 'fan' })).cancelled) return true;
    }
    return false;
  }

  it('gives way to a newer one of the same job, as a slider that is dragged asks for', async () => {
    const first = host.send('forecast.run', params({ paths: 400_000 }));
    const second = host.send('forecast.run', params({ paths: 400 }));
    expect(await first).toMatchObject({ ok: false, error: { code: 'superseded' } });
    expect(await second).toMatchObject({ ok: true, value: { forecast: { paths: 400 } } });
  });

  it('is given up when the host stops, which does not wait for it', async () => {
    const long = host.send('forecast.run', params({ paths: 400_000 }));
    const from = performance.now();
    await host.host.call('settings.get', {});
    await host.host.close();
    expect(await long).toMatchObject({ ok: false });
    expect(performance.now() - from).toBeLessThan(5000);
  });

  it('beyond the budget of steps or memory is refused with the figure', async () => {
    const outcome = await host.send('forecast.run', params({ paths: 1_000_000_000 }));
    expect(outcome).toMatchObject({ ok: false, error: { code: 'beyond-budget' } });
    expect(JSON.stringify(outcome)).toMatch(/would take [\d,]+ (steps|MB); at most [\d,]+/);
  });

  it('refuses a budget with more decimals than the currency has, and percentiles beyond what there is', async () => {
    expect(await host.refused('forecast.run', params({ budget: '1.005' }))).toBe('bad-amount');
    expect(await host.refused('forecast.run', params({ percentiles: [0] }))).toBe('bad-params');
    expect(await host.refused('forecast.run', params({ percentiles: [] }))).toBe('bad-params');
    expect(await host.refused('forecast.run', params({ seed: -1 }))).toBe('bad-params');
  });
});
