import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium as browsers, type BrowserContext, type Page } from '@playwright/test';
import { ensureBuilt } from '../../main/launch/ensureBuilt.mjs';
import { chromium, chromiumFlags } from '../support/chromium.ts';
import { startHost } from '../support/startHost.ts';
import { report } from './measure.ts';

const times = 5;
const mounted = '[role="contentinfo"], footer';
const chart = '.recharts-surface .chart-bar';
const text = '.monaco-editor .view-line';

/** Has each later page of a context say when it first showed each element, by its own clock, with nothing else put into it. */
async function tellWhenShown(context: BrowserContext): Promise<void> {
  await context.addInitScript(
    (wanted) => {
      const shownAt = new Map<string, number>();
      const look = () => {
        for (const each of wanted)
          if (!shownAt.has(each) && document.querySelector(each)) shownAt.set(each, performance.now());
        if (shownAt.size < wanted.length) return requestAnimationFrame(look);
        return console.log(`shown ${JSON.stringify(wanted.map((each) => shownAt.get(each)))}`);
      };
      look();
    },
    [mounted, chart, text],
  );
}

/** Starts a page and gives when it showed the workbench, a chart and a text, in milliseconds since its navigation began. */
async function shown(page: Page, start: () => Promise<unknown>): Promise<readonly [number, number, number]> {
  const said = page.waitForEvent('console', (message) => message.text().startsWith('shown '));
  await start();
  return JSON.parse((await said).text().slice('shown '.length)) as [number, number, number];
}

/** One sort of start, several times: with nothing kept by the browser, or with its code kept from the start before. */
async function measure(what: string, next: () => Promise<readonly [number, number, number]>): Promise<void> {
  const samples: (readonly [number, number, number])[] = [];
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

async function measureStart(): Promise<void> {
  await ensureBuilt(['web', 'renderer'], () => undefined);
  const home = await mkdtemp(path.join(tmpdir(), 'drawdown-bench-'));
  const browser = await browsers.launch({
    ...(chromium === undefined ? {} : { executablePath: chromium }),
    chromiumSandbox: process.getuid?.() !== 0,
    args: [...chromiumFlags],
  });
  const view = { viewport: { width: 1440, height: 900 } };
  let host = await startHost([], home);
  const context = await browser.newContext(view);
  const page = await context.newPage();
  await prepare(page, host.address);
  const files = await readdir(home, { recursive: true });
  const folder = path.join(home, path.dirname(files.find((file) => file.endsWith('northwind.scenario.json'))!));
  await tellWhenShown(context);
  await measure('warm', () => shown(page, () => page.reload({ waitUntil: 'commit' })));
  await context.close();
  await measure('cold', async () => {
    await host.stop();
    host = await startHost([folder], home);
    const fresh = await browser.newContext(view);
    await tellWhenShown(fresh);
    const next = await fresh.newPage();
    const times = await shown(next, () => next.goto(host.address, { waitUntil: 'commit' }));
    await fresh.close();
    return times;
  });
  await browser.close();
  await host.stop();
  await rm(home, { recursive: true, force: true });
}

await measureStart();
