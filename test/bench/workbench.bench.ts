import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { chromium as browsers, type Browser, type Page } from '@playwright/test';
import { ensureBuilt } from '../../main/launch/ensureBuilt.mjs';
import { chromium, chromiumFlags } from '../support/chromium.ts';
import { scenarioOf } from '../support/growth.ts';
import { startHost } from '../support/startHost.ts';
import { report } from './measure.ts';

const times = 7;
const rows = 1_000_000;
/** Faster than frames come: each frame has something to draw. */
const turnMs = 12;

/** What must be seen: an element, none, or one whose label is this or another than that. */
interface Sight {
  readonly selector: string;
  readonly gone?: boolean;
  readonly label?: string;
  readonly notLabel?: string;
}

/** From a key press to the first frame in which something is seen, by the page's own clock. */
async function keyMs(page: Page, key: string, sight: Sight): Promise<number> {
  await page.evaluate(({ selector, gone, label, notLabel }) => {
    const { body } = document;
    delete body.dataset['keyMs'];
    const isSeen = () => {
      const found = [...document.querySelectorAll(selector)].find((each) => each.checkVisibility()) ?? null;
      const said = found?.getAttribute('aria-label');
      if (gone) return found === null;
      return found !== null && (label === undefined || said === label) && (notLabel === undefined || said !== notLabel);
    };
    const look = (from: number) => {
      if (!isSeen()) requestAnimationFrame(() => look(from));
      else body.dataset['keyMs'] = String(performance.now() - from);
    };
    addEventListener('keydown', ({ timeStamp }) => look(timeStamp), { once: true, capture: true });
  }, sight);
  await page.keyboard.press(key);
  const shown = await page.waitForFunction(() => document.body.dataset['keyMs']);
  return Number(await shown.jsonValue());
}

function tell(what: string, all: readonly number[], limit: number): void {
  const sorted = all.toSorted((a, b) => a - b);
  report(
    what,
    `median ${sorted[all.length >> 1]!.toFixed(0)} ms, worst ${sorted.at(-1)!.toFixed(0)} ms (target ${limit})`,
  );
}

async function repeated(one: () => Promise<number>): Promise<readonly number[]> {
  await one();
  const all: number[] = [];
  for (let time = 0; time < times; time++) all.push(await one());
  return all;
}

async function command(page: Page, title: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+Shift+P');
  await page.getByRole('combobox', { name: 'Command palette' }).fill(`>${title}`);
  await page.getByRole('option', { name: title }).first().waitFor();
  await page.keyboard.press('Enter');
}

const option = '[role=option]';
const total = '[aria-label^="Total: "]';
const form = '.form-body';
const settings = '.settings';

/** Palette, editors and typing on a sample. */
async function measureSample(browser: Browser): Promise<void> {
  const home = await mkdtemp(path.join(tmpdir(), 'drawdown-bench-'));
  const host = await startHost([], home);
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(host.address);
  await page
    .getByRole('main')
    .getByRole('button', { name: /Growing monthly/ })
    .first()
    .click();
  await page.waitForSelector('.chart-bar');
  const opened = await repeated(async () => {
    const ms = await keyMs(page, 'Control+Shift+P', { selector: option });
    await keyMs(page, 'Escape', { selector: option, gone: true });
    return ms;
  });
  tell('workbench: palette, key to first result', opened, 50);

  await page.locator('input[inputmode=decimal]').first().focus();
  await page.keyboard.press('End');
  const typed = await repeated(async () => {
    const before = (await page.locator(total).first().getAttribute('aria-label')) ?? '';
    const ms = await keyMs(page, '1', { selector: total, notLabel: before });
    await keyMs(page, 'Backspace', { selector: total, label: before });
    return ms;
  });
  tell('workbench: typing in a field to the updated bill', typed, 100);

  await page.locator('[data-group] [role=tab]').first().click();
  await command(page, 'Open Settings');
  await page.waitForSelector(settings);
  const switched = await repeated(async () => {
    const ms = await keyMs(page, 'Control+PageUp', { selector: form });
    await keyMs(page, 'Control+PageDown', { selector: settings });
    return ms;
  });
  tell('workbench: switch to another editor', switched, 100);
  await page.close();
  await host.stop();
  await rm(home, { recursive: true, force: true });
}

/** The times of the frames that a page draws while the wheel is turned over what the mouse stands on, rising. */
async function scrolledFrames(page: Page): Promise<readonly number[]> {
  const frames = await page.evaluateHandle(() => {
    const state = { times: [] as number[], ended: false };
    const note = (last: number) =>
      requestAnimationFrame((now) => {
        state.times.push(now - last);
        if (!state.ended) note(now);
      });
    note(performance.now());
    return state;
  });
  const turns: Promise<void>[] = [];
  for (let turn = 0; turn < 400; turn++) {
    turns.push(page.mouse.wheel(0, 240));
    await sleep(turnMs);
  }
  await Promise.all(turns);
  const times = await frames.evaluate((state) => {
    state.ended = true;
    return state.times.slice(1);
  });
  return times.sort((a, b) => a - b);
}

/** A bill of a million usage events as a grid, scrolled by a mouse wheel that is turned fast, on a large screen. */
async function measureScroll(browser: Browser): Promise<void> {
  const home = await mkdtemp(path.join(tmpdir(), 'drawdown-bench-'));
  const folder = path.join(home, 'workspace');
  await mkdir(path.join(folder, 'usage'), { recursive: true });
  const at = (row: number) => new Date(Date.UTC(2026, 0, 2) + row * 10_000).toISOString();
  const lines = Array.from({ length: rows }, (_, row) => `${at(row)},training,${1 + (row % 97)},e${row}`);
  await writeFile(path.join(folder, 'usage', 'million.csv'), `at,meter,quantity,id\n${lines.join('\n')}\n`);
  await writeFile(
    path.join(folder, 'million.scenario.json'),
    JSON.stringify(scenarioOf({ usage: { files: [{ path: 'usage/million.csv' }] } })),
  );
  const host = await startHost([folder], path.join(home, 'home'));
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
  await page.goto(host.address);
  await page.locator(total).first().waitFor({ timeout: 300_000 });
  await page.getByRole('tab', { name: /Bill/ }).click();
  await command(page, 'Open Ledger Rows');
  const grid = page.getByRole('grid');
  await grid.waitFor({ timeout: 300_000 });
  await grid.hover();
  await scrolledFrames(page);
  const frames = await scrolledFrames(page);
  const part = (share: number) => frames[Math.floor(share * (frames.length - 1))]!.toFixed(1);
  report('workbench: frames of a scrolled million-row grid', `p50 ${part(0.5)} ms, p95 ${part(0.95)} ms (target 25)`);
  await page.close();
  await host.stop();
  await rm(home, { recursive: true, force: true });
}

await ensureBuilt(['web', 'renderer'], () => undefined);
const browser = await browsers.launch({
  ...(chromium === undefined ? {} : { executablePath: chromium }),
  chromiumSandbox: process.getuid?.() !== 0,
  args: [...chromiumFlags],
});
await measureSample(browser);
await measureScroll(browser);
await browser.close();
