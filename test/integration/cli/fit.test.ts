import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { scenarioOf } from '../../support/growth.ts';
import { drawdown, scratchFolder, withFile } from './captured.ts';

const pageViews = readFileSync(new URL('../../fixtures/usage/page-views-r.csv', import.meta.url), 'utf8');
const dayOf = (index: number): string => new Date(Date.UTC(2026, 0, 1) + index * 86_400_000).toISOString().slice(0, 10);

/** A scenario whose usage file has `days` days: 30 minutes a day, 60 on Mondays. */
function folderWithUsage(days: number): string {
  const folder = withFile('a.scenario.json', scenarioOf({ usage: { files: [{ path: 'usage.csv' }] } }));
  const rows = Array.from({ length: days }, (_, index) => `${dayOf(index)},training,${index % 7 === 4 ? 60 : 30}`);
  writeFileSync(path.join(folder, 'usage.csv'), `at,meter,quantity\n${rows.join('\n')}\n`);
  return folder;
}

describe('drawdown fit', () => {
  it('fits a scenario’s own usage and prints the model that goes on from there', async () => {
    const { code, stdout, stderr } = await drawdown(folderWithUsage(70), 'fit', 'a.scenario.json', '--json');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const { model, asOf, found, untold, unit } = JSON.parse(stdout) as Record<string, unknown>;
    expect({ asOf, unit }).toEqual({ asOf: '2026-03-12', unit: 'minutes' });
    expect(model).toMatchObject({
      id: 'training-fitted',
      meter: 'training',
      from: '2026-03-12',
      weekdays: [1.75, 0.875, 0.875, 0.875, 0.875, 0.875, 0.875],
      history: { files: ['usage.csv'], from: '2026-01-01', until: '2026-03-12', days: 70 },
    });
    expect((model as { level: number }).level).toBeCloseTo(240 / 7, 3);
    expect(found).toContainEqual({ id: 'days', text: 'Looked at 70 days, 2026-01-01 to 2026-03-11.' });
    expect(untold).toEqual([
      { id: 'months', text: 'With 70 days of history, less than two years, no yearly pattern can be told.' },
    ]);
  });

  it('says for people what was found, and what cannot be told', async () => {
    const { code, stdout } = await drawdown(folderWithUsage(12), 'fit', 'a.scenario.json', '--meter', 'training');
    expect(code).toBe(0);
    expect(stdout).toContain('With 12 days of history, less than two weeks, no weekday pattern can be told.');
    expect(stdout).toContain('usage.asOf: 2026-01-13');
  });

  it('reads a series by day alone, and another usage file than the scenario’s', async () => {
    const folder = folderWithUsage(70);
    writeFileSync(path.join(folder, 'views.csv'), pageViews);
    const series = await drawdown(folder, 'fit', 'views.csv');
    expect(series.code).toBe(0);
    expect(series.stdout).toContain('Looked at 1,091 days, 2012-12-31 to 2015-12-31. 5 days are missing');
    writeFileSync(path.join(folder, 'other.csv'), `at,meter,quantity\n2025-12-31,training,5\n`);
    const other = await drawdown(folder, 'fit', 'a.scenario.json', '--usage', 'other.csv', '--json');
    expect(JSON.parse(other.stdout)).toMatchObject({ asOf: null, model: { from: '2026-01-01', level: 5 } });
  });

  it.each<readonly [string, readonly string[], string]>([
    ['a meter without usage', ['--meter', 'images'], 'There is no usage of the meter images; there is of training.'],
    ['meter and credits', ['--meter', 'training', '--credits'], 'name a meter or credits, not both'],
    ['no date', ['--from', 'soon'], '--from takes a date such as 2026-01-31, not "soon"'],
    ['unknown noise', ['--noise', 'white'], '--noise takes one of auto, lognormal, resampled, none, not "white"'],
    ['a part without usage', ['--until', '2025-01-01'], 'There is no usage to learn from.'],
  ])('refuses %s', async (_, args, reason) => {
    const { code, stderr, stdout } = await drawdown(folderWithUsage(30), 'fit', 'a.scenario.json', ...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(reason);
  });

  it('tells faults of a series with their lines', async () => {
    const folder = scratchFolder();
    writeFileSync(path.join(folder, 'views.csv'), 'date,views\n2026-01-01,3\n2026-01-01,4\n');
    const { code, stderr } = await drawdown(folder, 'fit', 'views.csv');
    expect(code).toBe(2);
    expect(stderr).toContain('views.csv:3:1: error: The day 2026-01-01 stands twice.');
  });
});

describe('drawdown backtest', () => {
  it('judges the model on real days beside two plain rivals, the same for the same seed', async () => {
    const folder = withFile('views.csv', pageViews);
    const run = (...more: string[]) => drawdown(folder, 'backtest', 'views.csv', '--json', ...more);
    const first = await run();
    expect(first.code).toBe(0);
    const { judged, covered, errors } = JSON.parse(first.stdout) as {
      judged: number;
      covered: number;
      errors: { id: string; off: number }[];
    };
    expect(judged).toBe(89);
    expect(covered / judged).toBeGreaterThan(0.7);
    const [model, ...rivals] = errors;
    for (const rival of rivals) expect(model!.off).toBeLessThan(rival.off);
    expect((await run()).stdout).toBe(first.stdout);
    expect((await run('--seed', '2')).stdout).not.toBe(first.stdout);
  });

  it('prints sentences and a table', async () => {
    const { code, stdout } = await drawdown(folderWithUsage(70), 'backtest', 'a.scenario.json', '--hold-out', '14');
    expect(code).toBe(0);
    expect(stdout).toContain('The 80 % band holds 14 of 14 days, 100 %.');
    expect(stdout).toMatch(/^last month repeated +\d+ % +/m);
  });

  it('refuses a history that is too short to hold out from', async () => {
    const { code, stderr } = await drawdown(folderWithUsage(40), 'backtest', 'a.scenario.json');
    expect(code).toBe(2);
    expect(stderr).toContain('There are 40 days of history; holding so many out needs at least 120.');
  });
});
