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
/** Each in a language of its own: with other digits, other decimal signs, another small i (F46). */
const locales: Readonly<Record<string, string>> = {
  UTC: 'C',
  'America/New_York': 'en_US.UTF-8',
  'America/Los_Angeles': 'tr_TR.UTF-8',
  'Australia/Lord_Howe': 'de_CH.UTF-8',
  'America/Sao_Paulo': 'pt_BR.UTF-8',
  'Pacific/Apia': 'ar_EG.UTF-8',
};
const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

let program = '';
beforeAll(async () => {
  program = await bundleProgram(at('../../support/billsProgram.ts'));
});
afterAll(() => removeProgram(program));

describe('a machine in another time zone and language (F31, F46)', () => {
  it('gives the same bills, to the last character, on days of 23, 24.5 and 25 hours, without midnight, and missing', () => {
    const printed = zones.map((TZ) =>
      execFileSync(process.execPath, [program, at('../../golden/cases')], {
        env: { ...process.env, TZ, LC_ALL: locales[TZ] },
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
