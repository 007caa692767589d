import { readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { scenarioOf } from '../../support/growth.ts';
import { drawdown, scratchFolder, withFile } from './captured.ts';

const cases = new URL('../../golden/cases/', import.meta.url);
const acme = scenarioOf({ usage: { events: [{ at: '2026-01-05', credits: '227.7' }] } });

describe('drawdown simulate', () => {
  it.each(readdirSync(cases))('--json prints exactly the result document of %s', async (file) => {
    const { scenario, expected } = JSON.parse(readFileSync(new URL(file, cases), 'utf8')) as {
      scenario: object;
      expected: object;
    };
    const { code, stdout, stderr } = await drawdown(
      withFile('a.scenario.json', scenario),
      'simulate',
      'a.scenario.json',
      '--json',
    );
    expect(stderr).toBe('');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual(expected);
  });

  it('prints invoices, months and totals for people', async () => {
    const { code, stdout } = await drawdown(withFile('a.scenario.json', acme), 'simulate', 'a.scenario.json');
    expect(code).toBe(0);
    expect(stdout).toContain('2026-02-01T00:00:00Z  flex               77           4  308.00');
    expect(stdout).toContain('$2,102.00');
  });

  it('reads usage of any size from files beside the scenario', async () => {
    const folder = withFile('a.scenario.json', scenarioOf({ usage: { files: [{ path: 'usage.csv' }] } }));
    const rows = Array.from(
      { length: 20_000 },
      (_, index) => `2026-02-0${1 + (index % 9)}T00:00:00Z,training,3,use-${index}`,
    );
    writeFileSync(path.join(folder, 'usage.csv'), `at,meter,quantity,id\n${rows.join('\n')}\n`);
    const { code, stdout } = await drawdown(folder, 'simulate', 'a.scenario.json', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      credits: { included: '150', flex: '1850' },
      money: { flex: '7400.00' },
    });
  });

  it('tells every problem with file, line and column on standard error and prints nothing else', async () => {
    const text = JSON.stringify(
      scenarioOf({ timeline: [{ at: '2026-01-01', do: 'subscribe', plan: 'grwth' }], polcy: {} }),
      null,
      1,
    );
    const { code, stdout, stderr } = await drawdown(withFile('bad.json', text), 'simulate', 'bad.json', '--json');
    expect(code).toBe(2);
    expect(stdout).toBe('');
    const line = text.slice(0, text.indexOf('grwth')).split('\n').length;
    expect(stderr).toMatch(
      new RegExp(`^bad\\.json:${line}:\\d+: error: .*Did you mean growth.*timeline\\[0\\]\\.plan`, 'm'),
    );
    expect(stderr).toMatch(/polcy.*Did you mean policy/);
  });

  it('tells the faults of every usage file and of the run together', async () => {
    const subscribe = { at: '2026-01-01', do: 'subscribe', plan: 'growth' };
    const usage = { files: [{ path: 'bad.csv' }, { path: 'gone.csv' }, { path: 'early.csv' }] };
    const folder = withFile('a.json', scenarioOf({ timeline: [subscribe, { ...subscribe, at: '2026-01-02' }], usage }));
    writeFileSync(path.join(folder, 'bad.csv'), 'at,credits,id\n2026-01-05,-1,\n');
    writeFileSync(path.join(folder, 'early.csv'), 'at,credits,id\n2025-01-05,1,\n');
    const { code, stdout, stderr } = await drawdown(folder, 'simulate', 'a.json', '--json');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^bad\.csv:2:1: error/m);
    expect(stderr).toMatch(/gone\.csv is not there/);
    expect(stderr).toMatch(/^early\.csv:2:1: error/m);
  });

  it('tells what the run refuses beside a usage file that cannot be read', async () => {
    const subscribe = { at: '2026-01-01', do: 'subscribe', plan: 'growth' };
    const timeline = [subscribe, { ...subscribe, at: '2026-01-02' }];
    const folder = withFile('a.json', scenarioOf({ timeline, usage: { files: [{ path: 'gone.csv' }] } }));
    const { code, stderr } = await drawdown(folder, 'simulate', 'a.json');
    expect(code).toBe(2);
    expect(stderr).toMatch(/gone\.csv is not there/);
    expect(stderr).toMatch(/\(at timeline\[1\]\)/);
  });

  it('tells with each problem what was expected', async () => {
    const usage = { events: [{ at: '2031-01-01', credits: 1 }] };
    const { stderr } = await drawdown(withFile('late.json', scenarioOf({ usage })), 'simulate', 'late.json');
    expect(stderr).toMatch(
      /This lies after the horizon\. Expected: from 2026-01-01 to before .*usage\.events\[0\]\.at/,
    );
  });

  it('tells what the run refuses with its place', async () => {
    const timeline = [{ at: '2026-01-05', do: 'cancel' }];
    const { code, stderr } = await drawdown(withFile('a.json', scenarioOf({ timeline })), 'simulate', 'a.json');
    expect(code).toBe(2);
    expect(stderr).toMatch(/^a\.json:\d+:\d+: error: .*\(at timeline\[0\]\)/m);
  });

  it('--ledger leaves a ledger beside the scenario that verifies', async () => {
    const folder = withFile('acme.scenario.json', acme);
    const ran = await drawdown(folder, 'simulate', 'acme.scenario.json', '--ledger');
    expect(ran).toMatchObject({ code: 0 });
    const head = /head ([0-9a-f]{64})/.exec(ran.stderr)![1]!;
    expect(readdirSync(folder)).toContain('acme.ledger');
    const verified = await drawdown(folder, 'verify', 'acme.ledger', '--head', head, '--json');
    expect(verified.code).toBe(0);
    expect(JSON.parse(verified.stdout)).toMatchObject({ status: 'intact', head });
  });

  it('follows a link to a scenario', async () => {
    const folder = withFile('a.scenario.json', acme);
    const other = scratchFolder();
    symlinkSync(path.join(folder, 'a.scenario.json'), path.join(other, 'link.json'));
    expect((await drawdown(other, 'simulate', 'link.json')).code).toBe(0);
  });

  it('is an I/O error where the file is missing, and bad input where it is no text', async () => {
    const folder = withFile('latin.json', '');
    writeFileSync(path.join(folder, 'latin.json'), Buffer.from([0x7b, 0xe9, 0x7d]));
    expect(await drawdown(folder, 'simulate', 'none.json')).toMatchObject({ code: 3, stdout: '' });
    expect(await drawdown(folder, 'simulate', '.')).toMatchObject({ code: 3, stdout: '' });
    expect(await drawdown(folder, 'simulate', 'latin.json')).toMatchObject({ code: 2, stdout: '' });
  });
});
