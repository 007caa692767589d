import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { variantsJsonSchema, variantsOutput } from '../../../main/cli/variantsJsonSchema.ts';
import { scenarioOf } from '../../support/growth.ts';
import { drawdown, scratchFolder } from './captured.ts';

const model = { id: 'train', credits: true, level: 9, per: 'day', noise: { kind: 'lognormal', cv: 0.6 } };
const base = scenarioOf({ horizon: { start: '2026-01-01', end: '2027-01-01' }, usage: { models: [model] } });

/** A folder with a scenario and a comparison of these variants. */
function folderWith(variants: readonly object[], scenario: object = base): string {
  const folder = scratchFolder();
  const comparison = { format: 'drawdown.comparison/1', name: 'Acme', base: 'acme.scenario.json', variants };
  const write = (name: string, content: object) =>
    writeFileSync(path.join(folder, name), JSON.stringify(content, null, 2));
  write('acme.scenario.json', scenario);
  write('acme.comparison.json', comparison);
  return folder;
}

const asItIs = { name: 'As it is' };
const annual = { name: 'Annual', changes: [{ do: 'plan', plan: 'growth-annual' }] };

describe('drawdown compare FILE.comparison.json', () => {
  it('prints what its JSON Schema says, the same for the same seed', async () => {
    const folder = folderWith([asItIs, annual]);
    const args = ['compare', 'acme.comparison.json', '--paths', '300', '--seed', '4', '--json'];
    const { code, stdout, stderr } = await drawdown(folder, ...args);
    expect([code, stderr]).toEqual([0, '']);
    const printed = JSON.parse(stdout);
    expect(variantsOutput.parse(printed)).toEqual(printed);
    expect(variantsJsonSchema()).toMatchObject({ type: 'object', additionalProperties: false });
    expect((await drawdown(folder, ...args)).stdout).toBe(stdout);
    expect(printed.variants.map(({ name }: { name: string }) => name)).toEqual(['As it is', 'Annual']);
  });

  it('tells of each variant what forecast and simulate tell of its scenario', async () => {
    const folder = folderWith([asItIs, annual]);
    const { stdout } = await drawdown(folder, 'compare', 'acme.comparison.json', '--paths', '200', '--json');
    const forecast = await drawdown(folder, 'forecast', 'acme.scenario.json', '--paths', '200', '--json');
    const simulated = await drawdown(folder, 'simulate', 'acme.scenario.json', '--json');
    const [first] = JSON.parse(stdout).variants;
    expect(first.total).toEqual(JSON.parse(forecast.stdout).total);
    expect(first.months).toEqual(JSON.parse(forecast.stdout).months);
    expect(first.expected).toBe(JSON.parse(simulated.stdout).money.total);
  });

  it('without anything uncertain holds annual against monthly to the cent', async () => {
    // 9 credits a day, 365 days: 3285. Monthly: 12 × 299, and Flex beyond 150 a month: 7 months of 31 days use 279, 4 of 30 use
    // 270, February 252: 7 × 129 + 4 × 120 + 102 = 1485 × 4 = 5940. Annual: 2990 and 1485 of Flex beyond 1800 × 4.
    const steady = { ...base, usage: { models: [{ ...model, noise: undefined }] } };
    const folder = folderWith([asItIs, annual], steady);
    const { stdout } = await drawdown(folder, 'compare', 'acme.comparison.json', '--paths', '5', '--json');
    const { variants, cheapest, random } = JSON.parse(stdout);
    expect(random).toBe(false);
    expect(variants.map(({ expected }: { expected: string }) => expected)).toEqual(['9528.00', '8930.00']);
    expect(variants[1].against).toMatchObject({
      expected: '-598.00',
      mean: '-598.00',
      p10: '-598.00',
      cheaperChance: 1,
    });
    expect(cheapest).toMatchObject({ expected: ['Annual'], mean: ['Annual'], p90: ['Annual'] });
  });

  it('for people marks what differs and the cheapest, and says where less is served', async () => {
    const off = { name: 'No Flex', changes: [{ do: 'flex', enabled: false }] };
    const folder = folderWith([asItIs, off]);
    const { stdout } = await drawdown(folder, 'compare', 'acme.comparison.json', '--paths', '100');
    expect(stdout).toMatch(/^\* Flex settings +none +off$/m);
    expect(stdout).toMatch(/^ {2}Fee a cycle +299 USD +299 USD$/m);
    expect(stdout).toMatch(/^mean +[\d.]+ +• 3588\.00$/m);
    expect(stdout).toMatch(/note: No Flex serves less: [\d.]+ credits a path are blocked on average, against 0\.00/);
  });

  it('re-runs imported usage of last year under another edition', async () => {
    const imported = {
      format: 'drawdown.scenario/1',
      name: 'Last year',
      currency: 'USD',
      horizon: { start: '2026-01-01', end: '2026-03-01' },
      catalog: '2026-10',
      plans: [{ id: 'own', kind: 'paid', cycle: 'monthly', fee: 100, includedCredits: 10, flexPrice: 4 }],
      timeline: [{ at: '2026-01-01', do: 'subscribe', plan: 'own' }],
      usage: { files: [{ path: 'usage/jan.csv' }] },
    };
    const edition = { name: 'FAQ', changes: [{ do: 'catalog', edition: 'faq' }] };
    const folder = folderWith([asItIs, edition], imported);
    mkdirSync(path.join(folder, 'usage'));
    writeFileSync(
      path.join(folder, 'usage', 'jan.csv'),
      'at,meter,quantity,id\n2026-01-05T10:00:00Z,self-hosted-images,60000,a\n',
    );
    const { code, stdout, stderr } = await drawdown(
      folder,
      'compare',
      'acme.comparison.json',
      '--paths',
      '1',
      '--json',
    );
    expect([code, stderr]).toEqual([0, '']);
    const { inputs, variants } = JSON.parse(stdout);
    expect(inputs.find(({ input }: { input: string }) => input === 'Price list')).toEqual({
      input: 'Price list',
      values: ['2026-10', 'faq'],
      differs: true,
    });
    // Two fees of 100; 60,000 images are 20 credits where 3,000 cost one, 10 of them beyond what is included, at 4; else free.
    expect(variants.map(({ expected }: { expected: string }) => expected)).toEqual(['200.00', '240.00']);
  });

  it('names variant and change of a fault, in its place', async () => {
    const folder = folderWith([asItIs, { name: 'Anual', changes: [{ do: 'plan', plan: 'growth-anual' }] }]);
    const { code, stdout, stderr } = await drawdown(folder, 'compare', 'acme.comparison.json');
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(
      /^acme\.comparison\.json:12:9: error: Variant “Anual”: plan growth-anual: There is no plan growth-anual\. Did you mean growth-annual\?.*\(at variants\[1\]\.changes\[0\]\)\n$/,
    );
  });

  it('tells the faults of a base of that file, once, and a base that is not there in the comparison', async () => {
    const folder = folderWith([asItIs, annual], { ...base, currency: 'dollars' });
    const faulty = await drawdown(folder, 'compare', 'acme.comparison.json');
    expect(faulty.code).toBe(2);
    expect(faulty.stderr).toMatch(/^acme\.scenario\.json:4:15: error: .*\(at currency\)\n$/);
    writeFileSync(
      path.join(folder, 'b.comparison.json'),
      JSON.stringify({ format: 'drawdown.comparison/1', name: 'b', base: 'gone.json', variants: [asItIs, annual] }),
    );
    const missing = await drawdown(folder, 'compare', 'b.comparison.json');
    expect(missing.code).toBe(2);
    expect(missing.stderr).toMatch(/^b\.comparison\.json:1:\d+: error: .*gone\.json.*\(at base\)\n$/);
  });
});

describe('drawdown compare of scenarios', () => {
  it('with --paths puts them side by side over the same demand, without it compares two bills', async () => {
    const folder = folderWith([asItIs, annual]);
    writeFileSync(
      path.join(folder, 'annual.scenario.json'),
      JSON.stringify({ ...base, timeline: [{ at: '2026-01-01', do: 'subscribe', plan: 'growth-annual' }] }),
    );
    const both = ['acme.scenario.json', 'annual.scenario.json'];
    const sampled = await drawdown(folder, 'compare', ...both, '--paths', '200', '--json');
    const changed = await drawdown(folder, 'compare', 'acme.comparison.json', '--paths', '200', '--json');
    expect(JSON.parse(sampled.stdout).variants[1].against).toEqual(JSON.parse(changed.stdout).variants[1].against);
    expect((await drawdown(folder, 'compare', ...both)).stdout).toMatch(/^Rows:/);
  });

  it.each([
    [['a.scenario.json', '--paths', '5'], /comparison\.json/],
    [['a', 'b', 'c', 'd', 'e', 'f', '--paths', '5'], /at most 5/],
    [['acme.comparison.json', '--solve', 'wealth'], /--solve takes workload, growth/],
    [['acme.comparison.json', '--solve', 'growth', '--between', '1,9'], /--between takes two variants/],
    [['acme.comparison.json', '--solve', 'growth', '--range', '2,1'], /--range takes two numbers/],
    [['acme.comparison.json', '--range', '1,2'], /--range goes with --solve/],
  ])('%j is refused in one line', async (args, message) => {
    const { code, stderr } = await drawdown(folderWith([asItIs, annual]), 'compare', ...args);
    expect(code).toBe(2);
    expect(stderr.split('\n')[0]).toMatch(message);
  });
});

describe('drawdown compare --solve', () => {
  const solve = async (variants: readonly object[], ...args: string[]) => {
    const steady = { ...base, usage: { models: [{ ...model, noise: undefined }] } };
    const { code, stdout, stderr } = await drawdown(
      folderWith(variants, steady),
      'compare',
      'acme.comparison.json',
      '--json',
      ...args,
    );
    expect([code, stderr]).toEqual([0, '']);
    return JSON.parse(stdout);
  };

  it('finds the price of Flex at which annual costs as much as monthly, exactly', async () => {
    // Annual: 1800 included credits last 200 days, then 108 of Flex in July, 279 in three months, 270 in two, each line rounded.
    // At 4.4027: 475.49 + 3 × 1228.35 + 2 × 1188.73 = 6538.00, and the fee of 2990.
    const { meetings } = await solve([asItIs, annual], '--solve', 'price', '--between', 'As it is,Annual');
    expect(meetings).toHaveLength(1);
    expect(meetings[0]).toMatchObject({
      below: { value: '4.4026', amounts: ['9528.00', '9527.87'] },
      above: { value: '4.4028', amounts: ['9528.00', '9528.16'] },
      sideBelow: 1,
      sideAbove: -1,
      equal: { from: '4.4027', until: '4.4027' },
    });
  });

  it('finds the prices of prepaid credits at which buying costs the same as not', async () => {
    // 500 credits take the place of 500 of Flex at 4: worth it below 4.
    const bought = { name: '500', changes: [{ do: 'prepaid', credits: 500, at: '2026-01-01', unitPrice: 3 }] };
    const { meetings } = await solve([asItIs, bought], '--solve', 'prepaid-price', '--between', '1,2');
    expect(meetings).toMatchObject([{ sideBelow: 1, sideAbove: -1, equal: { from: '4', until: '4' } }]);
  });

  it('finds the workload at which a bill comes to an amount', async () => {
    const { meetings, unsolved } = await solve(
      [asItIs, annual],
      '--solve',
      'workload',
      '--target',
      '3588',
      '--variant',
      '1',
    );
    // Nothing but fees while no month asks for a whole credit beyond 150: 279 × f < 151, f = 0.5412…
    expect(meetings).toMatchObject([
      { equal: { from: '0', until: '0.5412' }, above: { value: '0.5413', amounts: [expect.any(String)] } },
    ]);
    expect(unsolved).toEqual([]);
  });

  it('says so where there is no solution in the range', async () => {
    const { meetings, unsolved } = await solve([asItIs, annual], '--solve', 'growth', '--range', '0,0.1');
    expect(meetings).toEqual([]);
    expect(unsolved[0]).toMatch(/^No solution from 0 % to 10 % more a month: As it is costs more than Annual/);
  });
});
