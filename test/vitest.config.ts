import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { workersBuilt } from './support/workersBuilt.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const long = process.env['DRAWDOWN_LONG'] === '1';

export default defineConfig({
  root,
  plugins: [workersBuilt(root)],
  resolve: { alias: { electron: fileURLToPath(new URL('support/electronStub.ts', import.meta.url)) } },
  test: {
    include: ['test/{architecture,unit,golden,property,integration}/**/*.test.{ts,tsx}'],
    exclude: long ? [] : ['**/*.long.test.ts'],
    environment: 'node',
    pool: 'threads',
    maxWorkers: 2,
    testTimeout: long ? 1_800_000 : 120_000,
    hookTimeout: 240_000,
    globalSetup: 'test/support/buildWorkers.ts',
    setupFiles: 'test/support/unpolluted.ts',
    passWithNoTests: false,
    restoreMocks: true,
    coverage: { include: ['shared/**', 'main/**', 'renderer/**'], reportsDirectory: 'build/coverage' },
  },
});
