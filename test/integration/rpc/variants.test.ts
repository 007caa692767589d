import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RpcParams } from '../../../shared/rpc/table.ts';
import { scenarioOf } from '../../support/growth.ts';
import { startHost, transports, type StartedHost } from '../../support/rpcTransports.ts';

const model = { id: 'training', credits: true, level: 9, per: 'day', noise: { kind: 'lognormal', cv: 0.6 } };
const variants: readonly object[] = [
  { name: 'As it is' },
  { name: 'Capped', changes: [{ do: 'cap', amount: 200 }] },
  { name: 'Prepaid', changes: [{ do: 'prepaid', credits: 500, at: '2026-02-01' }] },
];
const text = (parts: object = {}) =>
  JSON.stringify({ format: 'drawdown.comparison/1', name: 'Acme', base: 'acme.scenario.json', variants, ...parts });

describe.each(transports)('a comparison of variants, $name', (transport) => {
  let host: StartedHost;
  let folder: string;
  beforeEach(async () => {
    host = await startHost(transport);
    folder = mkdtempSync(join(tmpdir(), 'drawdown-workspace-'));
    writeFileSync(join(folder, 'acme.scenario.json'), JSON.stringify(scenarioOf({ usage: { models: [model] } })));
    await host.call('workspace.open', { folder });
  });
  afterEach(async () => {
    await host.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const params = (parts: Partial<RpcParams<'variants.run'>> = {}): RpcParams<'variants.run'> => ({
    job: 'compare',
    path: 'acme.comparison.json',
    text: text(),
    paths: 200,
    seed: 1,
    percentiles: [10, 50, 90],
    ...parts,
  });
  const toSolve = (parts: Partial<RpcParams<'variants.solve'>> = {}): RpcParams<'variants.solve'> => ({
    job: 'solve',
    path: 'acme.comparison.json',
    text: text(),
    paths: 50,
    seed: 1,
    unknown: 'usage',
    of: null,
    variant: null,
    between: null,
    target: null,
    range: { from: 0.5, until: 2 },
    measure: 'mean',
    ...parts,
  });

  it('prices all variants over the same demand, and tells how far it is', async () => {
    const { comparison, diagnostics } = await host.call('variants.run', params());
    expect(diagnostics).toEqual([]);
    expect(comparison!.variants.map(({ name, against }) => [name, against === null])).toEqual([
      ['As it is', true],
      ['Capped', false],
      ['Prepaid', false],
    ]);
    const scenario = JSON.stringify(scenarioOf({ usage: { models: [model] } }));
    const forecast = {
      job: 'f',
      path: 'acme.scenario.json',
      text: scenario,
      paths: 200,
      seed: 1,
      percentiles: [10, 50, 90],
    };
    const alone = await host.call('forecast.run', { ...forecast, budget: null });
    expect(comparison!.variants[0]!.total).toEqual(alone.forecast!.total);
    const steps = host.connection.events.filter(({ event }) => event === 'forecast.progress');
    expect(steps).toContainEqual({
      event: 'forecast.progress',
      payload: { job: 'compare', step: 'Sampling demand', part: 1 },
    });
  });

  it('finds where two variants cross, with what both cost on either side', async () => {
    const { solved } = await host.call('variants.solve', toSolve({ between: [0, 2] }));
    expect(solved).toMatchObject({ unknown: 'usage', from: '0.5', until: '2', step: '0.0001', paths: 50 });
    expect(solved!.points).toHaveLength(33);
    expect(solved!.meetings.length).toBeGreaterThan(0);
    for (const { below, above, sideBelow, sideAbove } of solved!.meetings) {
      const sides = [below, above].map(({ amounts }) => Math.sign(Number(amounts[0]) - Number(amounts[1])));
      expect([sideBelow, sideAbove].map((side, index) => side * sides[index]! >= 0)).toEqual([true, true]);
      expect(sideBelow).not.toBe(sideAbove);
    }
  });

  it('gives the problems of a document instead, each in its place', async () => {
    const { comparison, diagnostics } = await host.call('variants.run', params({ text: text({ variants: [] }) }));
    expect(comparison).toBeNull();
    expect(diagnostics).toMatchObject([{ code: 'wrong-length', path: 'variants', place: { line: 1 } }]);
  });

  it('refuses what cannot be solved for', async () => {
    const refused = async (parts: Partial<RpcParams<'variants.solve'>>) => {
      const outcome = await host.send('variants.solve', toSolve(parts));
      return outcome.ok ? null : outcome.error.message;
    };
    expect(await refused({ between: [1, 1] })).toMatch(/costs the same as itself/);
    expect(await refused({ range: { from: 2, until: 1 } })).toMatch(/The range/);
    expect(await refused({ unknown: 'prepaidPrice', variant: 1 })).toMatch(/Capped buys no prepaid credits/);
    expect(await refused({ unknown: 'flexPrice' })).toMatch(/Name the variant/);
    expect(await refused({ of: 'nothing' })).toMatch(/no demand model or meter nothing/);
    expect(await refused({ target: { variant: 4, amount: '5' } })).toMatch(/There are 3 variants/);
  });

  it('is cancelled as a forecast is', async () => {
    const running = host.send('variants.run', params({ paths: 2_000_000 }));
    let cancelled = false;
    while (!cancelled) ({ cancelled } = await host.call('forecast.cancel', { job: 'compare' }));
    const outcome = await running;
    expect(outcome.ok ? null : outcome.error.code).toBe('cancelled');
  });
});
