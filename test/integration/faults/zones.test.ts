import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleProgram, removeProgram } from '../../support/childProgram.ts';

const zones = [
  'UTC',
  'America/New_York',
  'America/Los_Angeles',
  'Australia/Lord_Howe',
  'America/Sao_Paulo',
  'Pacific/Apia',
];
const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

let program = '';
beforeAll(async () => {
  program = await bundleProgram(at('../../support/billsProgram.ts'));
});
afterAll(() => removeProgram(program));

describe('a machine in another time zone (F31)', () => {
  it('gives the same bills, to the last character, on days of 23, 24.5 and 25 hours, without midnight, and missing', () => {
    const printed = zones.map((TZ) =>
      execFileSync(process.execPath, [program, at('../../golden/cases')], {
        env: { ...process.env, TZ },
        encoding: 'utf8',
      })
        .trim()
        .split(' '),
    );
    // The zones hold: each process has its own offset from UTC.
    expect(printed.map(([offset]) => Number(offset))).toEqual([0, 240, 420, -630, 180, -780]);
    expect(printed.map(([, bills]) => Number(bills))).toEqual(zones.map(() => 22 + 15));
    expect(new Set(printed.map(([, , hash]) => hash)).size).toBe(1);
  }, 120_000);
});
