import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evilTag, hostileNames, makeHostileFolder } from '../../support/hostileFolder.ts';
import { countTried } from '../../support/tried.ts';
import { drawdown } from '../cli/captured.ts';

const scratch = mkdtempSync(path.join(tmpdir(), 'drawdown-output-'));
let folder: string;
beforeAll(async () => {
  folder = await makeHostileFolder(scratch);
  writeFileSync(
    path.join(folder, 'bad.csv'),
    `at,\u001b[2Jimages,note\n\u001b]0;evil\u0007,5,\u202E${evilTag}\n2026-01-01,1,x\n`,
  );
});
afterAll(() => rmSync(scratch, { recursive: true }));

/** Characters that steer a terminal or turn its reading direction. */
const steering = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

const { scenario, broken } = hostileNames;
const ledger = scenario.replace('.scenario.json', '.ledger');
const commands: readonly (readonly [code: number, args: readonly string[]])[] = [
  [0, ['validate', scenario]],
  [2, ['validate', broken]],
  [0, ['simulate', scenario]],
  [0, ['simulate', scenario, '--ledger']],
  [2, ['simulate', broken]],
  [0, ['explain', scenario, '--invoice', '3']],
  [0, ['forecast', scenario, '--paths', '200']],
  [0, ['plan', scenario, '--at', '2026-02-01', '--paths', '200']],
  [0, ['quote', scenario, '--out', 'offer', '--customer', evilTag, '--paths', '200']],
  [0, ['verify', ledger]],
  [0, ['audit', '--terms', scenario, '--ledger', ledger]],
  [0, ['export', ledger, '--format', 'hledger']],
  [0, ['export', ledger, '--format', 'beancount']],
  [2, ['compare', scenario, broken]],
  [1, ['import', 'bad.csv', '--preview']],
  [0, ['import', 'bad.csv', '--accept-refused']],
  [3, ['simulate', '\u001b[2J\u202Enowhere.json']],
  [2, ['\u001b[2Jnonsense']],
];

describe('what the command line prints of hostile files (S32, F44)', () => {
  it.each(commands)('%i: %j', async (code, args) => {
    const printed = await drawdown(folder, ...args);
    expect({ code: printed.code, said: printed.stderr }).toEqual({ code, said: printed.stderr });
    expect(printed.stdout + printed.stderr).not.toMatch(steering);
    expect(printed.stdout + printed.stderr).not.toBe('');
    countTried('hostile inputs', 1);
  });
});
