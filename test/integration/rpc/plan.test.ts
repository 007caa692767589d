import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RpcParams } from '../../../shared/rpc/table.ts';
import { scenarioOf } from '../../support/growth.ts';
import { startHost, transports, type StartedHost } from '../../support/rpcTransports.ts';

const model = { id: 'training', credits: true, level: 12, per: 'day', noise: { kind: 'lognormal', cv: 0.6 } };
const text = (parts: object = {}) => JSON.stringify(scenarioOf({ usage: { models: [model] }, ...parts }));

describe.each(transports)('a plan, $name', (transport) => {
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

  const params = (parts: Partial<RpcParams<'plan.run'>> = {}): RpcParams<'plan.run'> => ({
    job: 'plan',
    path: 'acme.scenario.json',
    text: text(),
    paths: 300,
    seed: 1,
    at: '2026-01-01',
    max: null,
    goal: { kind: 'mean' },
    leftover: 0,
    costOfCapital: 0,
    tranches: [],
    ...parts,
  });
  const run = async (parts?: Partial<RpcParams<'plan.run'>>) => (await host.call('plan.run', params(parts))).plan!;
  const minor = (amount: string) => Math.round(Number(amount) * 100);

  it('gives the cost of every quantity, the best one, its cliffs and its break-even', async () => {
    const plan = await run();
    expect(plan).toMatchObject({
      currency: 'USD',
      paths: 300,
      dates: ['2026-01-01'],
      isBounded: false,
      random: true,
      method: { kind: 'compact', why: null },
      cliffs: [{ quantity: 500, unitPrice: '3.5', cost: '1750.00', costBelow: '1996.00' }],
    });
    expect(plan.curve.mean).toHaveLength(plan.max + 1);
    const { quantity, mean, saving } = plan.best!;
    expect(plan.curve.mean[quantity]).toBe(minor(mean));
    expect(Math.min(...plan.curve.mean.map((cost) => cost!))).toBe(minor(mean));
    expect(minor(saving)).toBe(minor(plan.none.mean) - minor(mean));
    expect(plan.breakEven!.money).toBe(`${(quantity * 3.5).toFixed(2)}`);
    expect(plan.breakEven!.date).toMatch(/^2026-0\d-\d\d$/);
  });

  it('shows each quantity in full: saving, what is left over, regret and cash by month', async () => {
    const plan = await run();
    const { quantity } = plan.best!;
    const detail = await host.call('plan.quantity', { planId: plan.planId, quantity });
    expect(detail).toMatchObject({ ...plan.best, unitPrice: '3.5', cost: (quantity * 3.5).toFixed(2) });
    expect(detail.savings.map(({ percent }) => percent)).toEqual([10, 50, 90]);
    expect(minor(detail.regret.mean)).toBeGreaterThanOrEqual(0);
    expect(detail.cash).toHaveLength(6);
    const paid = detail.cash.reduce((sum, { mean }) => sum + minor(mean), 0);
    expect(Math.abs(paid - minor(detail.mean))).toBeLessThanOrEqual(6);
    expect(detail.breakEven).toEqual(plan.breakEven);
    const none = await host.call('plan.quantity', { planId: plan.planId, quantity: 0 });
    expect(none).toMatchObject({ quantity: 0, cost: '0.00', unitPrice: null, saving: '0.00', breakEven: null });
    const fewer = await host.call('plan.quantity', { planId: plan.planId, quantity: 100 });
    expect(minor(fewer.regret.mean)).toBeGreaterThan(minor(detail.regret.mean));
    expect(fewer.topUpBy! < detail.topUpBy!).toBe(true);
  });

  it('keeps to a budget as often as is asked, or says that nothing does', async () => {
    const goal = { kind: 'budget', amount: '9000', chance: 0.8 } as const;
    const plan = await run({ goal });
    expect(plan.best!.budgetChance).toBeGreaterThanOrEqual(0.8);
    expect(plan.curve.budgetChance).toHaveLength(plan.max + 1);
    expect((await run({ goal: { ...goal, amount: '10' } })).best).toBeNull();
  });

  it('prices each path anew where a cap is set, tells how far it is, and says why', async () => {
    const timeline = [
      { at: '2026-01-01', do: 'subscribe', plan: 'growth' },
      { at: '2026-01-01', do: 'set-flex', enabled: true, cap: 500 },
    ];
    const plan = await run({ text: text({ timeline }), max: 60 });
    expect(plan.method).toMatchObject({ kind: 'engine', why: expect.stringContaining('cap') });
    expect(host.connection.events).toContainEqual({
      event: 'forecast.progress',
      payload: { job: 'plan', step: 'Pricing every quantity', part: 1 },
    });
  });

  it('is cancelled by its name, and gives way to a newer one', async () => {
    const first = host.send('plan.run', params({ paths: 300_000 }));
    const second = host.send('plan.run', params({ paths: 100, max: 10 }));
    expect(await first).toMatchObject({ ok: false, error: { code: 'superseded' } });
    expect(await second).toMatchObject({ ok: true });
    const third = host.send('plan.run', params({ paths: 300_000 }));
    let cancelled = false;
    for (let tries = 0; tries < 200 && !cancelled; tries++) {
      ({ cancelled } = await host.call('forecast.cancel', { job: 'plan' }));
    }
    expect(await third).toMatchObject({ ok: false, error: { code: 'cancelled' } });
  });

  it('refuses dates outside the horizon, a plan without a price and quantities beyond the plan', async () => {
    expect(await host.refused('plan.run', params({ at: '2027-01-01' }))).toBe('outside-horizon');
    expect(await host.refused('plan.run', params({ at: '2026-01-99' }))).toBe('bad-date');
    expect(await host.refused('plan.run', params({ tranches: ['2026-01-01'] }))).toBe('bad-date');
    const free = text({ timeline: [{ at: '2026-01-01', do: 'subscribe', plan: 'free' }] });
    expect(await host.refused('plan.run', params({ text: free }))).toBe('no-prepaid-price');
    const { planId, max } = await run({ max: 20 });
    expect(await host.refused('plan.quantity', { planId, quantity: max + 1 })).toBe('beyond-plan');
    expect(await host.refused('plan.quantity', { planId: 'x', quantity: 1 })).toBe('unknown-plan');
  });

  it('names the adjustment that some paths do not allow', async () => {
    const timeline = [
      { at: '2026-01-01', do: 'subscribe', plan: 'growth' },
      { at: '2026-01-01', do: 'buy-prepaid', credits: 200, unitPrice: 4 },
      { at: '2026-04-01', do: 'adjust', bucket: 'prepaid', credits: -20, reason: 'refund' },
    ];
    const tight = text({ timeline, usage: { models: [{ ...model, level: 6.3 }] } });
    const { plan, diagnostics } = await host.call('plan.run', params({ text: tight, at: '2026-02-01', max: 30 }));
    expect(plan).toBeNull();
    expect(diagnostics).toMatchObject([{ code: 'below-zero', path: 'timeline[2]' }]);
  });

  it('gives the faults of the text with their places', async () => {
    const { plan, diagnostics } = await host.call('plan.run', params({ text: text({ plans: [] }) }));
    expect(plan).toBeNull();
    expect(diagnostics[0]).toMatchObject({ severity: 'error', path: expect.stringContaining('timeline[0].plan') });
  });
});
