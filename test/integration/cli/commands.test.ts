import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { WhyNode } from '../../../shared/engine/whyNode.ts';
import { scenarioOf } from '../../support/growth.ts';
import { drawdown, scratchFolder, withFile } from './captured.ts';

const acme = scenarioOf({ usage: { events: [{ at: '2026-01-05', credits: '227.7', id: 'job-1' }] } });

describe('drawdown explain', () => {
  it('prints an invoice as a tree down to the usage rows, and the rules in words', async () => {
    const { code, stdout } = await drawdown(withFile('a.json', acme), 'explain', 'a.json', '--invoice', '2');
    expect(code).toBe(0);
    expect(stdout).toContain('Invoice 2, issued 2026-02-01: $607.00');
    expect(stdout).toContain('77 × $4 = $308.00');
    expect(stdout).toContain('usage.events[0]');
    expect(stdout).toMatch(/^R12: At the end of each Flex month/m);
  });

  it.each([
    [['--figure', 'flex'], '$308.00'],
    [['--figure', 'expired'], '750 credits'],
    [['--month', '2026-01', '--figure', 'flex'], '77.7 credits'],
    [['--row', '1'], ''],
    [['--invoice', '2', '--line', '1'], '$308.00'],
    [[], '$2,102.00'],
  ])('answers %j', async (args, figure) => {
    const { code, stdout } = await drawdown(withFile('a.json', acme), 'explain', 'a.json', ...args, '--json');
    expect(code).toBe(0);
    expect((JSON.parse(stdout) as WhyNode).figure).toBe(figure);
  });

  it.each([
    ['--invoice', '99'],
    ['--invoice', '0'],
    ['--invoice', 'x'],
    ['--line', '1'],
    ['--month', '2031-01'],
    ['--figure', 'fun'],
    ['--row', '1', '--invoice', '1'],
    ['--depth', '3'],
  ])('refuses %j %j in plain words', async (...args) => {
    const { code, stdout, stderr } = await drawdown(withFile('a.json', acme), 'explain', 'a.json', ...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('drawdown explain FILE');
    expect(stderr).not.toMatch(/\bat .*\.ts:/);
  });
});

describe('drawdown validate', () => {
  it('says that a good scenario is valid', async () => {
    const { code, stdout } = await drawdown(withFile('a.json', acme), 'validate', 'a.json');
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'a.json: valid, 0 problems\n' });
  });

  it('lists all problems with their places as JSON', async () => {
    const folder = withFile('a.json', scenarioOf({ timeZone: 'Mars/Olympus', currency: 'dollars' }));
    const { code, stdout } = await drawdown(folder, 'validate', 'a.json', '--json');
    expect(code).toBe(2);
    const { valid, diagnostics } = JSON.parse(stdout) as {
      valid: boolean;
      diagnostics: { path: string; place: object }[];
    };
    expect(valid).toBe(false);
    expect(diagnostics.map((each) => each.path).toSorted()).toEqual(['currency', 'timeZone']);
    expect(diagnostics.every((each) => each.place !== null)).toBe(true);
  });

  it('passes what is only warned of, unless it is to be strict; a misspelt key never passes (F45)', async () => {
    const unused = { events: [{ at: '2026-01-02', credits: 1, id: 'a', calls: 7 }] };
    const folder = withFile('a.json', scenarioOf({ usage: unused }));
    const lenient = await drawdown(folder, 'validate', 'a.json');
    expect(lenient).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/warning: Calls count[^]*valid, 1 problem\n$/),
    });
    expect((await drawdown(folder, 'validate', 'a.json', '--strict')).code).toBe(2);
    const misspelt = withFile('a.json', scenarioOf({ polcy: {} }));
    const refused = await drawdown(misspelt, 'validate', 'a.json');
    expect(refused).toMatchObject({ code: 2, stdout: expect.stringContaining('Did you mean policy?') });
  });

  it('shows control characters of a hostile file instead of sending them to the terminal', async () => {
    const folder = withFile(
      'a.json',
      scenarioOf({ timeline: [{ at: '2026-01-01', do: 'subscribe', plan: '\u001b[2Jx' }] }),
    );
    const { stdout } = await drawdown(folder, 'validate', 'a.json');
    expect(stdout).not.toContain('\u001b');
  });
});

describe('drawdown verify', () => {
  async function ledger(): Promise<string> {
    const folder = withFile('acme.scenario.json', acme);
    expect((await drawdown(folder, 'simulate', 'acme.scenario.json', '--ledger')).code).toBe(0);
    return folder;
  }

  it('names the first altered row', async () => {
    const folder = await ledger();
    const file = path.join(folder, 'acme.ledger/rows-000001.ndjson');
    writeFileSync(file, readFileSync(file, 'utf8').replace('"flex":"77.7"', '"flex":"70.7"'));
    const { code, stdout } = await drawdown(folder, 'verify', 'acme.ledger', '--json');
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ status: 'altered', row: 3 });
  });

  it('is an I/O error without a ledger, and a mistake without a head in full', async () => {
    expect(await drawdown(scratchFolder(), 'verify', 'none.ledger')).toMatchObject({ code: 3, stdout: '' });
    expect(await drawdown(scratchFolder(), 'verify', 'none.ledger', '--head', 'abc')).toMatchObject({ code: 2 });
  });
});

describe('drawdown', () => {
  it('explains itself, and refuses what it does not know', async () => {
    const folder = scratchFolder();
    expect(await drawdown(folder, 'help')).toMatchObject({ code: 0, stderr: '' });
    expect((await drawdown(folder, 'simulate', '--help')).stdout).toContain('drawdown simulate FILE');
    expect(await drawdown(folder)).toMatchObject({ code: 2, stdout: '' });
    expect(await drawdown(folder, '__proto__')).toMatchObject({ code: 2, stdout: '' });
    expect(await drawdown(folder, 'simulate')).toMatchObject({ code: 2, stdout: '' });
    expect(await drawdown(folder, 'simulate', 'a', 'b')).toMatchObject({ code: 2, stdout: '' });
  });
});
