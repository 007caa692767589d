import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';
import { chromium, chromiumFlags } from '../support/chromium.ts';

const results = fileURLToPath(new URL('../../build/test/e2e', import.meta.url));

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.e2e.ts',
  outputDir: results,
  fullyParallel: true,
  workers: 2,
  // Another machine may be five times slower; what must be quick is measured in the benches.
  timeout: 300_000,
  expect: { timeout: 30_000 },
  reporter: 'line',
  forbidOnly: true,
  projects: [
    { name: 'chromium', testIgnore: 'electron/**' },
    { name: 'pack', testMatch: 'electron/pack.setup.ts' },
    { name: 'electron', testMatch: 'electron/*.e2e.ts', dependencies: ['pack'], fullyParallel: false },
  ],
  use: {
    viewport: { width: 1440, height: 900 },
    contextOptions: { reducedMotion: 'reduce' },
    locale: 'en-US',
    timezoneId: 'UTC',
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: {
      ...(chromium === undefined ? {} : { executablePath: chromium }),
      chromiumSandbox: process.getuid?.() !== 0,
      args: [...chromiumFlags],
    },
  },
});
