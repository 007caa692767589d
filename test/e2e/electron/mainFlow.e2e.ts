import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { test } from './app.ts';

const trace = path.resolve(import.meta.dirname, '../../fixtures/usage/llm-trace-code.csv');

const database = path.resolve(import.meta.dirname, '../../fixtures/usage/inference-usage-sample.db');

const total = (page: Page) => page.getByRole('button', { name: /^Total: .* Why\?/ });
const fee = (page: Page) => page.getByRole('textbox', { name: 'Fee of Growth: assumption' });

async function openSample(page: Page): Promise<void> {
  const sample = page.getByRole('main').getByRole('button', { name: /Growing monthly customer/ });
  await sample.first().click();
  await expect(total(page)).toHaveText('$4,196.00');
}

async function command(page: Page, title: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+Shift+P');
  await page.getByRole('combobox', { name: 'Command palette' }).fill(`>${title}`);
  await page.getByRole('option', { name: title }).first().click();
}

/** The open folder, asked of the host. */
async function openFolder(page: Page): Promise<string> {
  const answer = await page.evaluate(() => {
    const { call } = Reflect.get(globalThis, 'drawdown') as { call(text: string): Promise<string> };
    return call('{"name":"workspace.current","params":{}}');
  });
  return (JSON.parse(answer) as { value: { folder: string } }).value.folder;
}

test('a sample opens, its plan is edited, the bill follows, and all is there after a restart', async ({ packed }) => {
  test.setTimeout(180_000);
  const { app, page } = await packed.start();
  await openSample(page);
  await fee(page).fill('300');
  await expect(total(page)).toHaveText('$4,208.00');
  await page.keyboard.press('ControlOrMeta+s');
  await expect(page.getByRole('contentinfo')).toContainText('Saved');
  const shot = await app.evaluate(async ({ BrowserWindow }) =>
    (await BrowserWindow.getAllWindows()[0]!.webContents.capturePage()).getSize(),
  );
  expect(shot.width).toBeGreaterThan(600);
  // A field has the menu of text; what the page has a menu for shows its own alone.
  await app.evaluate(({ Menu }) => {
    const shown: unknown[] = [];
    Reflect.set(globalThis, 'shownMenus', shown);
    Menu.prototype.popup = function popup() {
      shown.push(this.items.map(({ role }) => role?.toLowerCase()));
    };
  });
  const shownMenus = () => app.evaluate(() => Reflect.get(globalThis, 'shownMenus') as unknown);
  await page.getByRole('heading', { name: 'Cumulative cost' }).click({ button: 'right' });
  await expect(page.getByRole('menuitem', { name: 'Copy as PNG' })).toBeVisible();
  await page.keyboard.press('Escape');
  await fee(page).click({ button: 'right' });
  await expect.poll(shownMenus).toEqual([['cut', 'copy', 'paste', undefined, 'selectall']]);
  const folder = await openFolder(page);
  const place = { x: 40, y: 30, width: 1000, height: 640 };
  await app.evaluate(({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]!.setBounds(bounds), place);
  await app.close();

  const second = await packed.start(folder);
  await expect(total(second.page)).toHaveText('$4,208.00');
  const bounds = () => second.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.getBounds());
  await expect.poll(bounds).toEqual(place);
  await expect.poll(() => second.page.title()).toBe('northwind.scenario.json – growing-monthly – Drawdown');
});

test('a broken text is a problem, a ledger is written, and the real trace is read', async ({ packed }) => {
  test.setTimeout(180_000);
  const { page } = await packed.start();
  await openSample(page);
  await page.getByRole('button', { name: 'Open as Text' }).click();
  await page
    .getByRole('textbox', { name: /Editor content|northwind/ })
    .first()
    .waitFor({ state: 'attached' });
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type('x');
  await expect(page.getByText('This is the last good bill.')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Shift+M');
  await expect(page.getByRole('list', { name: 'Problems' }).getByRole('button')).toHaveAccessibleName(
    /Ln \d+, Col \d+/,
  );
  await page.keyboard.press('ControlOrMeta+1');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(page.getByText('This is the last good bill.')).toBeHidden();

  await page.getByRole('button', { name: 'Write ledger' }).click();
  await expect(page.getByRole('grid').getByRole('row').nth(1)).toContainText('subscribe');

  await command(page, 'File: Import Usage…');
  const file = { name: 'llm-trace-code.csv', mimeType: 'text/csv', buffer: await readFile(trace) };
  await page.locator('input[type=file]').setInputFiles(file);
  const totals = page.getByRole('table', { name: 'Control totals' });
  await expect(totals.getByRole('row', { name: 'context-tokens 8,819 18,059,974' })).toBeVisible();
  await page.getByRole('button', { name: 'Another file' }).click();
  await page.locator('input[type=file]').setInputFiles(database);
  await expect(page.getByText(/· SQLite ·/)).toBeVisible({ timeout: 30_000 });
});

test('a figure answers why, down to the usage', async ({ packed }) => {
  const { page } = await packed.start();
  await openSample(page);
  await page.getByRole('button', { name: /^Nov 2026, Flex: .* Why\?/ }).click();
  await expect(page.getByRole('tree', { name: 'Why' }).getByRole('treeitem').first()).toHaveAccessibleName(
    /Flex used in 2026-11/,
  );
});

test('a forecast is made on threads of the packed app', async ({ packed }) => {
  const { page } = await packed.start();
  await openSample(page);
  const model = { id: 'a', credits: true, level: 9, per: 'day', noise: { kind: 'lognormal', cv: 0.6 } };
  const scenario = {
    format: 'drawdown.scenario/1',
    name: 'Acme',
    currency: 'USD',
    horizon: { start: '2026-01-01', end: '2026-07-01' },
    plans: [{ id: 'growth', kind: 'paid', cycle: 'monthly', fee: 299, includedCredits: 150, flexPrice: 4 }],
    meters: [],
    timeline: [{ at: '2026-01-01', do: 'subscribe', plan: 'growth' }],
    usage: { models: [model] },
  };
  const params = { job: 'a', path: 'a.scenario.json', text: JSON.stringify(scenario), paths: 2000, seed: 1 };
  const asked = { name: 'forecast.run', params: { ...params, percentiles: [10, 90], budget: null } };
  const answer = await page.evaluate((text) => {
    const { call } = Reflect.get(globalThis, 'drawdown') as { call(text: string): Promise<string> };
    return call(text);
  }, JSON.stringify(asked));
  const { value } = JSON.parse(answer) as { value: { forecast: { total: { points: { amount: string }[] } } } };
  const [low, high] = value.forecast.total.points.map(({ amount }) => Number(amount));
  expect(low).toBeGreaterThan(6 * 299);
  expect(high).toBeGreaterThan(low!);
});
