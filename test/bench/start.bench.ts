import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { chromium as browsers, type Page } from '@playwright/test';
import { ensureBuilt } from '../../main/launch/ensureBuilt.mjs';
import { startBareBrowser, type BarePage } from '../support/barePage.ts';
import { chromium, chromiumFlags } from '../support/chromium.ts';
import { startHost } from '../support/startHost.ts';
import { report } from './measure.ts';

const times = 5;
const view = { width: 1440, height: 900 };
const mounted = '[role="contentinfo"], footer';
const chart = '.recharts-surface .chart-bar';
const text = '.monaco-editor .view-line';
/** Long enough that asking costs the page nothing while it starts. */
const askMs = 2500;

type Shown = readonly [number, number, number];

/** Runs in the page: notes when each element was first there, by the page's own clock, with nothing but a look a frame. */
function noteWhenShown(wanted: readonly string[]): void {
  const shownAt = new Map<string, number>();
  const look = (): void => {
    for (const each of wanted)
      if (!shownAt.has(each) && document.querySelector(each)) shownAt.set(each, performance.now());
    if (shownAt.size < wanted.length) requestAnimationFrame(look);
    else Object.assign(globalThis, { shownAt: JSON.stringify(wanted.map((each) => shownAt.get(each))) });
  };
  look();
}

const note = `(${noteWhenShown.toString()})(${JSON.stringify([mounted, chart, text])})`;

/** When a page that is starting showed the workbench, a chart and a text, in milliseconds since its navigation began. */
async function shown(page: BarePage): Promise<Shown> {
  for (;;) {
    await pause(askMs);
    const said = await page.evaluate('globalThis.shownAt');
    if (said !== 'undefined') return JSON.parse(said) as Shown;
  }
}

/** One sort of start, several times: with nothing kept by the browser, or with its code kept from the start before. */
async function measure(what: string, next: () => Promise<Shown>): Promise<void> {
  const samples: Shown[] = [];
  for (let time = 0; time < times; time++) samples.push(await next());
  const median = (at: 0 | 1 | 2): string => {
    const all = samples.map((sample) => sample[at]).sort((a, b) => a - b);
    return `${all[times >> 1]!.toFixed(0)} ms`;
  };
  report(`start, ${what}: navigation to the mounted workbench`, `${median(0)} (target 600)`);
  report(`start, ${what}: navigation to the first chart`, `${median(1)} (target 1200)`);
  report(`start, ${what}: navigation to the text in its editor`, `${median(2)} (target 1200)`);
}

/** Opens a sample as text with its bill beside, as it is then found at each start. */
async function prepare(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page
    .getByRole('main')
    .getByRole('button', { name: /Growing monthly/ })
    .first()
    .click();
  await page.waitForSelector(chart);
  await page.locator('[data-group] [role=tab]').first().click();
  await page.keyboard.press('ControlOrMeta+Shift+P');
  await page.getByRole('combobox', { name: 'Command palette' }).fill('>Open as Text');
  await page
    .getByRole('option', { name: /Open as Text/ })
    .first()
    .waitFor();
  await page.keyboard.press('Enter');
  await page.waitForSelector(text);
  await page.waitForTimeout(2000);
}

/** Prepares a folder through the workbench itself, and gives it. */
async function preparedFolder(home: string): Promise<string> {
  const browser = await browsers.launch({
    ...(chromium === undefined ? {} : { executablePath: chromium }),
    chromiumSandbox: process.getuid?.() !== 0,
    args: [...chromiumFlags],
  });
  const host = await startHost([], home);
  await prepare(await browser.newPage({ viewport: view }), host.address);
  await browser.close();
  await host.stop();
  const files = await readdir(home, { recursive: true });
  return path.join(home, path.dirname(files.find((file) => file.endsWith('northwind.scenario.json'))!));
}

async function measureStart(): Promise<void> {
  await ensureBuilt(['web', 'renderer'], () => undefined);
  const home = await mkdtemp(path.join(tmpdir(), 'drawdown-bench-'));
  const folder = await preparedFolder(home);
  const browser = startBareBrowser(path.join(home, 'browser'), view);
  let host = await startHost([folder], home);
  const page = await browser.open(host.address, note);
  await shown(page);
  await measure('warm', async () => {
    await page.reload();
    return shown(page);
  });
  await page.close();
  await measure('cold', async () => {
    await host.stop();
    host = await startHost([folder], home);
    const fresh = await browser.open(host.address, note);
    const times = await shown(fresh);
    await fresh.close();
    return times;
  });
  await browser.close();
  await host.stop();
  await rm(home, { recursive: true, force: true });
}

await measureStart();
