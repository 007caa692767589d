import { describe, expect, it } from 'vitest';
import { scenarioOf } from '../../support/growth.ts';
import { drawdown, withFile } from './captured.ts';

/** About 360 credits a month against 150 included, at 4 the Flex credit; prepaid ones cost 4, and 3.5 from 500 on. */
const model = { id: 'training', credits: true, level: 12, per: 'day', noise: { kind: 'lognormal', cv: 0.6 } };
const subscribe = { at: '2026-01-01', do: 'subscribe', plan: 'growth' };
const busy = scenarioOf({ usage: { models: [model] } });
const steady = { usage: { models: [{ ...model, noise: undefined, level: 12.34 }] } };

interface Spread {
  readonly mean: string;
  readonly points: readonly { readonly percent: number; readonly amount: string }[];
}

interface PlanJson {
  readonly paths: number;
  readonly seed: number;
  readonly max: number;
  readonly method: { readonly kind: string; readonly why: string | null };
  readonly best: Readonly<Record<'mean' | 'p90' | 'saving' | 'unusedMean', string>> & {
    readonly quantity: number;
    readonly unusedChance: number;
  };
  readonly chosen: {
    readonly quantity: number;
    readonly cost: string;
    readonly regret: Spread;
    readonly cash: readonly (Spread & { readonly label: string })[];
    readonly topUpBy: string | null;
  } | null;
  readonly curve: readonly { readonly quantity: number; readonly mean: string | null; readonly p90: string | null }[];
}

async function plan(scenario: object, ...args: string[]) {
  const folder = withFile('a.scenario.json', scenario);
  const { code, stdout, stderr } = await drawdown(folder, 'plan', 'a.scenario.json', '--json', ...args);
  expect([code, stderr]).toEqual([0, '']);
  return { text: stdout, json: JSON.parse(stdout) as PlanJson };
}

async function billed(parts: object): Promise<string> {
  const folder = withFile('a.scenario.json', scenarioOf(parts));
  const { stdout } = await drawdown(folder, 'simulate', 'a.scenario.json', '--json');
  return (JSON.parse(stdout) as { money: { total: string } }).money.total;
}

const bought = (credits: number, at = '2026-02-01') => ({
  timeline: [subscribe, { at, do: 'buy-prepaid', credits }],
  ...steady,
});

describe('drawdown plan', () => {
  it('without noise is what simulate bills with the purchase, for every quantity to the cent', async () => {
    const { json } = await plan(scenarioOf(steady), '--at', '2026-02-01', '--paths', '3', '--max', '700');
    expect(json.curve.map(({ quantity }) => quantity)).toEqual(Array.from({ length: 701 }, (_, index) => index));
    expect(json.curve[0]!.mean).toBe(await billed(steady));
    for (const quantity of [1, 37, 499, 500, 700]) {
      const total = await billed(bought(quantity));
      expect(json.curve[quantity]).toEqual({ quantity, mean: total, p90: total });
    }
  });

  it('finds the quantity of the least mean, and what it saves', async () => {
    const { json } = await plan(busy, '--at', '2026-01-01', '--paths', '400');
    const means = json.curve.map(({ mean }) => Number(mean));
    expect(json).toMatchObject({ paths: 400, seed: 1, max: json.curve.length - 1, method: { kind: 'compact' } });
    expect(Number(json.best.mean)).toBe(Math.min(...means));
    expect(means.indexOf(Math.min(...means))).toBe(json.best.quantity);
    expect(Number(json.best.saving)).toBeCloseTo(means[0]! - Number(json.best.mean), 2);
    expect(json.best.quantity).toBeGreaterThan(500);
    expect(json.best.unusedChance).toBeGreaterThan(0);
  });

  it('tells regret, cash by month and when to top up, of the best quantity or of the one that is named', async () => {
    const args = ['--at', '2026-02-01', '--paths', '2', '--max', '1600'];
    const { json } = await plan(scenarioOf(steady), ...args);
    expect(json.chosen).toMatchObject({ quantity: json.best.quantity, regret: { mean: '0.00' } });
    const named = (await plan(scenarioOf(steady), ...args, '--quantity', '100')).json;
    expect(named.best).toEqual(json.best);
    const lost = Number(json.curve[100]!.mean) - Number(json.best.mean);
    expect(named.chosen).toMatchObject({ quantity: 100, cost: '400.00', regret: { mean: lost.toFixed(2) } });
    const paid = named.chosen!.cash.map(({ mean }) => Number(mean));
    expect(paid.reduce((sum, amount) => sum + amount)).toBeCloseTo(Number(json.curve[100]!.mean), 2);
    // 12.34 a day: 150 included credits last until 13 February, and 100 more until the 21st.
    expect(named.chosen!.topUpBy).toBe('2026-02-21');
    const folder = withFile('a.json', scenarioOf(steady));
    const { stdout } = await drawdown(folder, 'plan', 'a.json', ...args, '--quantity', '100');
    expect(stdout).toMatch(/^100 credits cost 400\.00 USD\.$/m);
    expect(stdout).toMatch(/^Top up by 2026-02-21, or one path in ten runs out\.$/m);
    expect(stdout).toMatch(new RegExp(`^regret +${lost.toFixed(2)} `, 'm'));
    // Its fee, the purchase, and the 232 whole credits of Flex in January.
    expect(stdout).toMatch(/^2026-02 +1627\.00 /m);
  });

  it('says to buy nothing where that is right', async () => {
    const idle = scenarioOf({ usage: { models: [{ ...model, level: 2 }] } });
    const { json } = await plan(idle, '--at', '2026-02-01', '--paths', '200', '--max', '50');
    expect(json.best).toMatchObject({ quantity: 0, saving: '0.00', unusedMean: '0' });
    const folder = withFile('a.json', idle);
    const { stdout } = await drawdown(folder, 'plan', 'a.json', '--at', '2026-02-01', '--paths', '200');
    expect(stdout).toMatch(/^Buy nothing/m);
  });

  it('serves each goal: the least P90, or a budget held with a chance', async () => {
    const at = ['--at', '2026-01-01', '--paths', '300', '--max', '1600'];
    const high = await plan(busy, ...at, '--goal', 'p90');
    const p90s = high.json.curve.map(({ p90 }) => Number(p90));
    expect(Number(high.json.best.p90)).toBe(Math.min(...p90s));
    const held = await plan(busy, ...at, '--goal', `budget=${high.json.best.p90},0.9`);
    expect(held.json.best).toMatchObject({ quantity: expect.any(Number) });
    expect(Number(held.json.best.mean)).toBeLessThanOrEqual(Number(high.json.best.mean));
    const never = await plan(busy, ...at, '--goal', 'budget=100,0.5');
    expect(never.json.best).toBeNull();
  });

  it('prices several purchases, each at its own date, as simulate does', async () => {
    const dates = ['2026-02-01', '2026-04-15'];
    const args = ['--at', dates[0]!, '--tranches', dates[1]!, '--max', '300', '--paths', '2'];
    const { json } = await plan(scenarioOf(steady), ...args);
    const timeline = [subscribe, ...dates.map((at) => ({ at, do: 'buy-prepaid', credits: 150 }))];
    expect(json.curve[300]!.mean).toBe(await billed({ ...steady, timeline }));
    expect(json.method).toMatchObject({ kind: 'engine', why: expect.stringContaining('several purchases') });
  });

  it('values what is left over, and the cost of capital, only where it is asked to', async () => {
    const args = ['--at', '2026-01-01', '--paths', '100', '--max', '3000'];
    const plain = await plan(busy, ...args);
    const valued = await plan(busy, ...args, '--leftover', '1');
    const financed = await plan(busy, ...args, '--capital', '0.2');
    const at = (of: typeof plain, quantity: number) => Number(of.json.curve[quantity]!.mean);
    expect(at(valued, 3000)).toBeLessThan(at(plain, 3000));
    expect(at(financed, 3000)).toBeGreaterThan(at(plain, 3000));
    expect(at(valued, 0)).toBe(at(plain, 0));
  });

  it('gives the same text for the same seed', async () => {
    const args = ['--at', '2026-02-01', '--paths', '200', '--seed', '9'];
    expect((await plan(busy, ...args)).text).toBe((await plan(busy, ...args)).text);
  });

  it('marks quantities that have no price', async () => {
    const dear = { timeline: [{ ...subscribe, plan: 'growth-annual' }], usage: { models: [model] } };
    const { json } = await plan(scenarioOf(dear), '--at', '2026-02-01', '--paths', '50', '--max', '12');
    expect(json.curve.slice(1, 10).every(({ mean }) => mean === null)).toBe(true);
    expect(json.curve[10]!.mean).not.toBeNull();
  });

  it('prints a plan for people, with the paths and the seed that were not asked for', async () => {
    const { code, stdout } = await drawdown(withFile('a.json', busy), 'plan', 'a.json', '--at', '2026-01-01');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^10000 paths, seed 1\n/);
    expect(stdout).toMatch(/^Buy \d+ credits on 2026-01-01: the least mean cost\.$/m);
    expect(stdout).toMatch(/^from 500 credits the price is 3\.5: 500 cost 1750\.00 USD, 499 cost 1996\.00$/m);
    expect(stdout).toMatch(/paid for itself/);
  });

  it.each([
    [['--at', '2027-01-01'], /2027-01-01 lies outside the horizon, which is from 2026-01-01 until 2026-07-01/],
    [['--at', '2026-02-01', '--tranches', '2026-02-01'], /Each purchase needs a date of its own/],
    [['--at', '2026-02-01', '--goal', 'budget=1.001,0.5'], /1\.001 is no amount of USD/],
    [[], /--at gives the date of the purchase/],
    [['--at', 'soon'], /--at takes a date such as/],
    [['--at', '2026-02-30'], /--at takes a date such as/],
    [['--at', '2026-02-01', '--max', '-1'], /max/],
    [['--at', '2026-02-01', '--max', '99999999'], /--max takes at most 9007199 credits/],
    [['--at', '2026-02-01', '--max', '9', '--quantity', '10'], /The plan goes up to 9 credits/],
    [['--at', '2026-02-01', '--quantity', 'all'], /--quantity takes a whole number from 0, not "all"/],
    [['--at', '2026-02-01', '--goal', 'luck'], /--goal takes mean, p90 or budget=AMOUNT,CHANCE, not "luck"/],
    [['--at', '2026-02-01', '--goal', 'budget=100,2'], /--goal takes a number from 0 to 1/],
    [['--at', '2026-02-01', '--leftover', '1.5'], /--leftover takes a number from 0 to 1, not "1\.5"/],
    [['--at', '2026-02-01', '--capital', 'x'], /--capital takes a number from 0 to 10/],
    [['--at', '2026-02-01', '--tranches', '2026-03-01,later'], /--tranches takes a date/],
  ])('refuses %j in one plain line', async (args, reason) => {
    const { code, stdout, stderr } = await drawdown(withFile('a.json', busy), 'plan', 'a.json', ...args, '--json');
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr.split('\n')[0]).toMatch(reason);
  });

  it('says so where the plan gives no price', async () => {
    const free = scenarioOf({ timeline: [{ ...subscribe, plan: 'free' }], usage: { models: [model] } });
    const { code, stderr } = await drawdown(withFile('a.json', free), 'plan', 'a.json', '--at', '2026-02-01');
    expect(code).toBe(2);
    expect(stderr).toMatch(/^The plan free, which runs on 2026-02-01, has no price for prepaid credits/);
  });

  it('refuses what would take too long, with the figure', async () => {
    const capped = scenarioOf({
      timeline: [subscribe, { at: '2026-01-01', do: 'set-flex', enabled: true, cap: 500 }],
      usage: { models: [model] },
    });
    const args = ['--at', '2026-02-01', '--max', '9000000', '--paths', '100000'];
    const { code, stderr } = await drawdown(withFile('a.json', capped), 'plan', 'a.json', ...args);
    expect(code).toBe(2);
    expect(stderr).toMatch(/This plan would take [\d,]+ steps; at most [\d,]+ are allowed/);
  });
});
