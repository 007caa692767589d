import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

interface Report {
  readonly numFailedTests: number;
  readonly numPassedTests: number;
}

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

describe('a machine in another time zone (F31)', () => {
  it.each(['America/New_York', 'America/Los_Angeles', 'Australia/Lord_Howe', 'America/Sao_Paulo', 'Pacific/Apia'])(
    '%s passes all the tests of the rules',
    (TZ) => {
      const vitest = at('../../../node_modules/vitest/vitest.mjs');
      const folders = ['calendar', 'catalog', 'demand', 'engine', 'interchange', 'ledger', 'scenario'];
      const tests = ['test/golden', ...folders.map((folder) => `test/unit/shared/${folder}`)];
      const args = [vitest, 'run', '--config', 'test/vitest.config.ts', '--reporter=json', ...tests];
      const env = { ...process.env, TZ, DRAWDOWN_LONG: '', VITEST: '', NODE_OPTIONS: '' };
      const report = execFileSync(process.execPath, args, {
        cwd: at('../../..'),
        env,
        encoding: 'utf8',
        maxBuffer: 1e9,
      });
      const { numFailedTests, numPassedTests } = JSON.parse(report.slice(report.indexOf('{"num'))) as Report;
      expect(numFailedTests).toBe(0);
      expect(numPassedTests).toBeGreaterThan(500);
    },
  );
});
