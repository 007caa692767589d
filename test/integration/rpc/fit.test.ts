import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RpcParams } from '../../../shared/rpc/table.ts';
import { scenarioOf } from '../../support/growth.ts';
import { startHost, transports, type StartedHost } from '../../support/rpcTransports.ts';

const pageViews = readFileSync(new URL('../../fixtures/usage/page-views-r.csv', import.meta.url), 'utf8');
const days = Array.from({ length: 60 }, (_, index) =>
  new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10),
);
const usage = `at,meter,quantity\n${days.map((day, index) => `${day},training,${20 + (index % 7)}`).join('\n')}\n`;
const text = JSON.stringify(scenarioOf({ usage: { files: [{ path: 'usage/own.csv' }] } }));
const asked: RpcParams<'forecast.fit'> = {
  path: 'acme/acme.scenario.json',
  text,
  meter: 'training',
  files: null,
  from: null,
  until: null,
  noise: 'auto',
  model: null,
  holdOut: 0,
  paths: 200,
  seed: 1,
};

describe.each(transports)('a fit to history, $name', (transport) => {
  let host: StartedHost;
  let folder: string;
  beforeEach(async () => {
    host = await startHost(transport);
    folder = mkdtempSync(join(tmpdir(), 'drawdown-workspace-'));
    mkdirSync(join(folder, 'acme/usage'), { recursive: true });
    writeFileSync(join(folder, 'acme/usage/own.csv'), usage);
    writeFileSync(join(folder, 'views.csv'), pageViews);
    await host.call('workspace.open', { folder });
  });
  afterEach(async () => {
    await host.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const fit = (wish: Partial<RpcParams<'forecast.fit'>>) => host.call('forecast.fit', { ...asked, ...wish });

  it('goes from the scenario’s own usage to a model that begins after it', async () => {
    const outcome = await fit({});
    expect(outcome).toMatchObject({
      refusal: null,
      meters: ['training'],
      diagnostics: [],
      fit: {
        unit: 'minutes',
        from: '2026-01-01',
        until: '2026-03-02',
        model: { id: 'training-fitted', from: '2026-03-02', until: '2026-07-01' },
        asOf: '2026-03-02',
        backtest: null,
      },
    });
  });

  it('backtests on files of the workspace, with unknown days as null', async () => {
    const { fit: fitted } = await fit({ files: ['views.csv'], model: 'mine', holdOut: 28 });
    const { backtest, history, line, model, asOf } = fitted!;
    expect(asOf).toBeNull();
    expect(model).toMatchObject({ id: 'mine', from: '2026-01-01' });
    expect(history).toHaveLength(line.length);
    expect(history.filter((day) => day === null)).toHaveLength(5);
    expect(backtest!.actual).toHaveLength(28);
  });

  it('tells what is wrong with the scenario, its files, or the history', async () => {
    const value = async (wish: Partial<RpcParams<'forecast.fit'>>) => {
      const { refusal, diagnostics } = await fit(wish);
      return [refusal?.code ?? null, ...diagnostics.map(({ code }) => code)];
    };
    expect(await value({ text: '{' })).toContain('json-unfinished');
    expect(await value({ files: ['gone.csv'] })).toEqual([null, 'missing-file']);
    expect(await value({ meter: 'images' })).toEqual(['no-history']);
    expect(await value({ holdOut: 40 })).toEqual(['too-short']);
  });
});
