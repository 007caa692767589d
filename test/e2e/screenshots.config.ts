import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';
import config from './playwright.config.ts';

/** Not a test: pictures of the app for the documents, made by `npm run screenshots`. */
export default defineConfig({
  ...config,
  testMatch: 'screenshots.ts',
  outputDir: fileURLToPath(new URL('../../build/test/screenshots', import.meta.url)),
  timeout: 180_000,
  projects: [{ name: 'screenshots' }],
  use: { ...config.use, viewport: { width: 1360, height: 850 } },
});
