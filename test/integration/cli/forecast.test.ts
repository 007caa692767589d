import { describe, expect, it } from 'vitest';
import { scenarioOf } from '../../support/growth.ts';
import { drawdown, withFile } from './captured.ts';

const model = {
  id: 'training',
  credits: true,
  level: 12,
  per: 'day',
  noise: { kind: 'lognormal', cv: 0.6 },
};
/** About 360 credits a month against 150 included: Flex in every month. */
const busy = scenarioOf({ usage: { models: [model] } });
const steady = scenarioOf({ usage: { models: [{ ...model, noise: undefined }] } });
/** Sixty prepaid credits that some paths use up and others do not. */
const hedged = scenarioOf({
  timeline: [
    { at: '2026-01-01', do: 'subscribe', plan: 'growth' },
    { at: '2026-01-01', do: 'buy-prepaid', credits: 60, unitPrice: 4 },
  ],
  usage: { models: [{ ...model, level: 5 }] },
});

interface ForecastJson {
  readonly paths: number;
  readonly seed: number;
  readonly random: boolean;
  readonly total: Readonly<Record<string, string>>;
  readonly months: readonly Readonly<Record<string, string | number>>[];
  readonly runOut: { readonly prepaid: Readonly<Record<string, string | number | null>> };
  readonly drivers: readonly { readonly model: string; readonly share: number }[];
  readonly budget?: { readonly amount: string; readonly chance: number };
}

async function forecast(scenario: object, ...args: string[]) {
  const folder = withFile('a.scenario.json', scenario);
  const { code, stdout, stderr } = await drawdown(folder, 'forecast', 'a.scenario.json', '--json', ...args);
  expect([code, stderr]).toEqual([0, '']);
  return { text: stdout, json: JSON.parse(stdout) as ForecastJson };
}

describe('drawdown forecast', () => {
  it('--json gives mean and percentiles of the horizon and of each month, and what drives them', async () => {
    const { json } = await forecast(busy, '--paths', '400', '--seed', '7');
    expect(json).toMatchObject({ paths: 400, seed: 7, random: true });
    expect(Object.keys(json.total)).toEqual(['mean', 'p10', 'p50', 'p90']);
    const [low, middle, high] = ['p10', 'p50', 'p90'].map((key) => Number(json.total[key]));
    expect(low).toBeLessThan(middle!);
    expect(middle).toBeLessThan(high!);
    expect(json.months).toHaveLength(6);
    expect(json.months[0]).toMatchObject({ start: '2026-01-01', end: '2026-02-01', blockedChance: 0 });
    expect(json.months[2]!['flexChance']).toBeGreaterThan(0.9);
    expect(json.drivers).toMatchObject([{ model: 'training', share: 1 }]);
    const mean = json.months.reduce((sum, month) => sum + Number(month['mean']), 0);
    expect(Math.abs(mean - Number(json.total['mean']))).toBeLessThan(0.05);
  });

  it('gives the same text for the same seed, and another for another', async () => {
    const [first, second, other] = [
      await forecast(busy, '--paths', '300', '--seed', '3'),
      await forecast(busy, '--paths', '300', '--seed', '3'),
      await forecast(busy, '--paths', '300', '--seed', '4'),
    ];
    expect(second.text).toBe(first.text);
    expect(other.json.total).not.toEqual(first.json.total);
  });

  it('without noise gives what simulate bills, on every path', async () => {
    const folder = withFile('a.scenario.json', steady);
    const bill = JSON.parse((await drawdown(folder, 'simulate', 'a.scenario.json', '--json')).stdout) as {
      money: { total: string };
    };
    const { json } = await forecast(steady, '--paths', '50');
    const { total } = bill.money;
    expect(json.total).toEqual({ mean: total, p10: total, p50: total, p90: total });
    expect(json).toMatchObject({ random: false, seed: 1, drivers: [] });
  });

  it('takes the percentiles and the budget that are asked for', async () => {
    const { json } = await forecast(busy, '--paths', '200', '--percentiles', '95,5,50', '--budget', '10000');
    expect(Object.keys(json.total)).toEqual(['mean', 'p5', 'p50', 'p95']);
    expect(json.budget).toEqual({ amount: '10000.00', chance: 1 });
    const never = await forecast(busy, '--paths', '200', '--budget', '100');
    expect(never.json.budget).toEqual({ amount: '100.00', chance: 0 });
  });

  it('tells when prepaid credits run out, and how likely that is', async () => {
    const { json } = await forecast(hedged, '--paths', '500');
    const { chance, p10 } = json.runOut.prepaid;
    expect(chance).toBeGreaterThan(0);
    expect(chance).toBeLessThanOrEqual(1);
    expect(p10).toMatch(/^2026-0[1-6]-\d\d$/);
  });

  it('prints a table for people, with the paths and the seed that were not asked for', async () => {
    const { code, stdout } = await drawdown(withFile('a.json', busy), 'forecast', 'a.json');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Acme\n10000 paths, seed 1\n/);
    expect(stdout).toMatch(/^month +mean +P10 +P50 +P90 /m);
    expect(stdout).toMatch(/^2026-06 /m);
  });

  it('tells faults of the scenario with their place, and prints nothing else', async () => {
    const bad = scenarioOf({ usage: { models: [{ ...model, noise: { kind: 'lognormal', cv: -1 } }] } });
    const { code, stdout, stderr } = await drawdown(withFile('bad.json', bad), 'forecast', 'bad.json', '--json');
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^bad\.json:\d+:\d+: error: .*usage\.models\[0\]\.noise\.cv/m);
  });

  it('refuses what would take too long or too much memory, with the figure, before it begins', async () => {
    const folder = withFile('a.json', busy);
    const from = performance.now();
    const { code, stdout, stderr } = await drawdown(folder, 'forecast', 'a.json', '--paths', '100000000', '--json');
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/would take [\d,]+ (steps|MB); at most [\d,]+ .* are allowed/);
    expect(performance.now() - from).toBeLessThan(3000);
  });

  it('refuses a century of fifty models on ten million paths', async () => {
    const models = Array.from({ length: 50 }, (_, index) => ({ ...model, id: `m${index}`, level: 0.01 }));
    const century = scenarioOf({
      horizon: { start: '1990-01-01', end: '2090-01-01' },
      timeline: [],
      usage: { models },
    });
    const { code, stderr } = await drawdown(withFile('a.json', century), 'forecast', 'a.json', '--paths', '10000000');
    expect(code).toBe(2);
    expect(stderr).toMatch(/at most [\d,]+ .* are allowed/);
  });

  it.each([
    [['--paths', '0'], /--paths takes a whole number from 1, not "0"/],
    [['--paths', 'many'], /--paths takes a whole number/],
    [['--seed', '-1'], /seed/],
    [['--seed', '1.5'], /--seed takes a whole number/],
    [['--percentiles', '0,50'], /--percentiles takes numbers above 0/],
    [['--percentiles', '101'], /--percentiles takes numbers above 0/],
    [['--percentiles', ''], /--percentiles takes numbers above 0/],
    [['--budget', 'lots'], /--budget takes an amount of money, not "lots"/],
    [['--budget', '-5'], /budget/],
    [['--horizon', '1'], /horizon/],
    [['b.json'], /one file at a time/],
  ])('refuses %j in one plain line', async (args, reason) => {
    const { code, stdout, stderr } = await drawdown(withFile('a.json', busy), 'forecast', 'a.json', ...args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr.split('\n')[0]).toMatch(reason);
  });
});
