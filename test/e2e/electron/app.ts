import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { type ElectronApplication, _electron, type Page, test as base } from '@playwright/test';
import { packedProgram } from '../../support/packApp.ts';
import { forOrdinaryUser, type SteppedDown } from '../../support/ordinaryUser.ts';
import { type Display, startDisplay } from '../../support/xvfb.ts';

/** The packed app, ready to be started as often as a test likes. */
export interface PackedApp {
  readonly user: SteppedDown;
  readonly env: Record<string, string>;
  /** The app's own folder; the same for every start in one test. */
  readonly home: string;
  start(...args: readonly string[]): Promise<Started>;
}

interface Started {
  readonly app: ElectronApplication;
  readonly page: Page;
}

interface WorkerFixtures {
  display: Display | null;
  user: SteppedDown | null;
  /** One started app, for the tests that only look. */
  shared: Started | null;
}

interface TestFixtures {
  packed: PackedApp;
  looked: Started;
}

/** Playwright's `test` with the packed app; skipped where it could not be packed or there is no display to be had. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  display: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures that are used from this pattern
    async ({}, use) => {
      const display = await startDisplay();
      await use(display);
      display?.stop();
    },
    { scope: 'worker' },
  ],
  user: [
    // oxlint-disable-next-line no-empty-pattern -- as above
    async ({}, use) => {
      const user = existsSync(packedProgram) ? forOrdinaryUser(packedProgram) : null;
      await use(user);
      if (user) rmSync(user.folder, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
  shared: [
    async ({ display, user }, use) => {
      const started: ElectronApplication[] = [];
      await use(user && display ? await packedApp(user, display, started).start() : null);
      for (const app of started) await app.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  looked: async ({ packed: _packed, shared }, use) => use(shared!),
  packed: async ({ display, user }, use, testInfo) => {
    testInfo.skip(user === null, 'needs an Electron');
    testInfo.skip(display === null, 'needs Xvfb');
    if (!user || !display) return;
    const started: ElectronApplication[] = [];
    const packed = packedApp(user, display, started);
    await use(packed);
    for (const app of started) await app.close();
  },
});

function packedApp(user: SteppedDown, display: Display, started: ElectronApplication[]): PackedApp {
  const scratch = user.makeFolder('home');
  const home = path.join(scratch, 'drawdown');
  const env = {
    PATH: process.env['PATH'] ?? '',
    DISPLAY: display.name,
    HOME: scratch,
    XDG_CONFIG_HOME: scratch,
    XDG_CACHE_HOME: scratch,
    DRAWDOWN_HOME: home,
    // No desktop bus: without this, its absence fills the log.
    DBUS_SESSION_BUS_ADDRESS: 'disabled:',
  };
  return {
    user,
    env,
    home,
    async start(...args) {
      const app = await _electron.launch({ executablePath: user.program, args: [...user.args, ...args], env });
      started.push(app);
      return { app, page: await app.firstWindow() };
    },
  };
}
