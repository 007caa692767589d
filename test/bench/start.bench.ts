import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium as browsers, type Page } from '@playwright/test';
import { ensureBuilt } from '../../main/launch/ensureBuilt.mjs';
import { chromium, chromiumFlags } from '../support/chromium.ts';
import { startHost } from '../support/startHost.ts';
import { report } from './measure.ts';

const times = 5;
const mounted = '[role="contentinfo"], footer';
const chart = '.recharts-surface .chart-bar';

/** When the page first showed an element, in milliseconds since its navigation began, by the page's own clock. */
async function shownAt(page: Page, selector: string): Promise<number> {
  const handle = await page.waitForFunction((wanted) => document.querySelector(wanted) && performance.now(), selector);
  return Number(await handle.jsonValue());
}

function median(all: readonly number[]): number {
  return all.toSorted((a, b) => a - b)[all.length >> 1]!;
}

/** From navigation to the mounted workbench, and to the first chart of a sample that was open before. */
async function measureStart(): Promise<void> {
  await ensureBuilt(['web', 'renderer'], () => undefined);
  const home = await mkdtemp(path.join(tmpdir(), 'drawdown-bench-'));
  const browser = await browsers.launch({
    ...(chromium === undefined ? {} : { executablePath: chromium }),
    chromiumSandbox: process.getuid?.() !== 0,
    args: [...chromiumFlags],
  });
  const first = await startHost([], home);
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(first.address);
  await page
    .getByRole('main')
    .getByRole('button', { name: /Growing monthly/ })
    .first()
    .click();
  await page.waitForSelector(chart);
  await page.waitForTimeout(2000);
  const samples = [];
  for (let time = 0; time < times; time++) {
    await page.reload({ waitUntil: 'commit' });
    samples.push([await shownAt(page, mounted), await shownAt(page, chart)] as const);
  }
  await browser.close();
  await first.stop();
  await rm(home, { recursive: true, force: true });
  report('start: navigation to the mounted workbench', `${median(samples.map(([at]) => at)).toFixed(0)} ms`);
  report('start: navigation to the first chart of a sample', `${median(samples.map(([, at]) => at)).toFixed(0)} ms`);
}

await measureStart();
