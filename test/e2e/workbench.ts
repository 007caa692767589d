import { randomInt } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, type Page, test as base } from '@playwright/test';
import { chromium } from '../support/chromium.ts';
import { type RunningHost, startHost } from '../support/startHost.ts';

/** A loopback host of its own for each test, with its own app folder, and an empty folder to work in. */
export interface Workbench {
  /** A folder to use as the workspace. */
  readonly folder: string;
  /** The app's own folder. */
  readonly home: string;
  /** Address with a one-time code. A second call starts the host anew on the same folders, at another port unless one is named. */
  start(folder?: string, port?: string): Promise<string>;
  stop(): Promise<void>;
  /** Ends the host as a power cut would end it for its files: with no chance to do anything. */
  kill(): Promise<void>;
}

interface Fixtures {
  needsChromium: void;
  /** Fails where a page asked anybody but this machine (S38). */
  staysHere: void;
  workbench: Workbench;
  /** The workbench, opened in the browser without a folder. */
  opened: Page;
}

/** Playwright's `test` with a workbench. */
export const test = base.extend<Fixtures>({
  needsChromium: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures that are used from this pattern
    async ({}, use, testInfo) => {
      testInfo.skip(chromium === undefined, 'needs Chrome or Chromium');
      await use();
    },
    { auto: true },
  ],
  staysHere: [
    async ({ needsChromium: _needsChromium, context }, use) => {
      const away: string[] = [];
      context.on('request', (request) => {
        const { protocol, hostname } = new URL(request.url());
        if (/^(http|ws)s?:$/.test(protocol) && hostname !== '127.0.0.1') away.push(request.url());
      });
      await use();
      expect(away).toEqual([]);
    },
    { auto: true },
  ],
  // oxlint-disable-next-line no-empty-pattern -- as above
  workbench: async ({}, use) => {
    // Digits alone: a name made of letters holds the name of a button now and then, and is seen on the page.
    const scratch = path.join(tmpdir(), `drawdown-e2e-${randomInt(1e12)}`);
    await mkdir(scratch);
    const workbench = makeWorkbench(scratch);
    await use(workbench);
    await workbench.stop();
    await rm(scratch, { recursive: true, force: true });
  },
  opened: async ({ workbench, page }, use) => {
    await page.goto(await workbench.start());
    await use(page);
  },
});

/** Waits until nothing that is seen says that a better answer is on its way: what is behind another editor is drawn when it comes to the front. */
export async function settled(page: Page): Promise<void> {
  await expect(page.locator('[aria-busy="true"]').filter({ visible: true })).toHaveCount(0);
}

function makeWorkbench(scratch: string): Workbench {
  const home = path.join(scratch, 'home');
  let running: RunningHost | null = null;
  const stop = async () => {
    await running?.stop();
    running = null;
  };
  const start = async (folder?: string, port = '0') => {
    await stop();
    running = await startHost([...(folder === undefined ? [] : [folder]), '--port', port], home);
    return running.address;
  };
  const kill = async () => {
    await running?.kill();
    running = null;
  };
  return { folder: path.join(scratch, 'workspace'), home, start, stop, kill };
}
