import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { violations } from './axe.ts';
import { settled, test } from './workbench.ts';

async function openSample(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('main').getByRole('button', { name }).first().click();
  await expect(page.getByRole('button', { name: /^Total: .* Why\?/ })).toBeVisible();
}

/** Types a command into the palette, as keyboard users do. */
async function command(page: Page, title: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+Shift+P');
  await page.getByRole('combobox', { name: 'Command palette' }).fill(`>${title}`);
  await expect(page.getByRole('option', { name: title }).first()).toBeVisible();
  await page.keyboard.press('Enter');
}

function summary(page: Page): Locator {
  return page.getByRole('group', { name: 'Total', exact: true });
}

async function openForecast(page: Page): Promise<void> {
  await command(page, 'Forecast: Open');
  await expect(summary(page)).toBeVisible();
  await whole(page);
}

/** The answer is from all the paths that are asked for. */
async function whole(page: Page, seed = 1): Promise<void> {
  await expect(page.getByText(`10,000 paths · seed ${seed}`)).toBeVisible();
  await settled(page);
}

async function amounts(page: Page): Promise<number[]> {
  const texts = await summary(page).locator('.amount').allTextContents();
  return texts.slice(0, 3).map((text) => Number(text.replace(/[^\d.]/g, '')));
}

/** Everything of a chart that lies in the folder’s `exports`. */
async function exported(home: string, ending: string): Promise<string | null> {
  const files = await readdir(home, { recursive: true });
  const found = files.find((file) => file.includes(`exports${path.sep}`) && file.endsWith(ending));
  return found === undefined ? null : path.join(home, found);
}

test('a range stands around the expected bill, and follows the scenario as it is edited', async ({ opened: page }) => {
  await openSample(page, /Growing monthly customer/);
  await openForecast(page);
  const [median, low, high] = await amounts(page);
  expect(low).toBeLessThan(median!);
  expect(high).toBeGreaterThan(median!);
  await page.getByRole('textbox', { name: 'Fee of Growth: assumption' }).fill('1299');
  await expect.poll(() => amounts(page)).toEqual([median! + 12_000, low! + 12_000, high! + 12_000]);
});

test('the same seed gives the same figures, another gives others, and a budget its chance', async ({
  opened: page,
}) => {
  await openSample(page, /How much prepaid/);
  await openForecast(page);
  const first = await summary(page).textContent();
  await page.getByRole('textbox', { name: 'Seed' }).fill('2');
  await whole(page, 2);
  expect(await summary(page).textContent()).not.toBe(first);
  await page.getByRole('textbox', { name: 'Seed' }).fill('1');
  await whole(page);
  expect(await summary(page).textContent()).toBe(first);
  await page.getByRole('textbox', { name: 'Budget' }).fill('6,700');
  await expect(summary(page)).toContainText('of $6,700');
  await expect(summary(page)).toContainText(/5\d %/);
});

test('sliders ask what if by the keyboard, without touching the scenario until it is applied', async ({
  opened: page,
}) => {
  await openSample(page, /How much prepaid/);
  await openForecast(page);
  const [before] = await amounts(page);
  await page.getByRole('slider', { name: 'Usage' }).focus();
  for (let press = 0; press < 10; press++) await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('spinbutton', { name: 'Usage, as a number' })).toHaveValue('110');
  await expect.poll(async () => (await amounts(page))[0]! > before!).toBe(true);
  await expect(page.getByRole('contentinfo')).toContainText('Saved');
  await page.getByRole('spinbutton', { name: 'Usage, as a number' }).fill('120');
  await expect(page.getByRole('slider', { name: 'Usage' })).toHaveValue('120');
  await whole(page);
  const asked = await amounts(page);
  await page.getByRole('button', { name: 'Apply to scenario' }).press('Enter');
  await expect(page.getByRole('textbox', { name: 'Level', exact: true }).first()).toHaveValue('5.04');
  await whole(page);
  expect(await amounts(page)).toEqual(asked);
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(async () => (await amounts(page))[0]).toBe(before);
});

test('nothing uncertain is said plainly, with the way to the demand models', async ({ opened: page }) => {
  await openSample(page, /real trace of tokens/);
  const total = await page.getByRole('button', { name: /^Total: .* Why\?/ }).textContent();
  await openForecast(page);
  await expect(page.getByText('Nothing in this scenario is uncertain')).toBeVisible();
  await expect(summary(page).locator('.amount').first()).toHaveText(total!);
  await page.getByRole('button', { name: 'Go to the demand models' }).first().press('Enter');
  await expect(page.getByRole('heading', { name: /^Demand models/ })).toBeInViewport();
});

test('a scenario with errors keeps the last good forecast and says so', async ({ opened: page }) => {
  await openSample(page, /Growing monthly customer/);
  await openForecast(page);
  await page.getByLabel('Currency', { exact: true }).fill('dollars');
  await expect(page.getByText('This is the last good forecast')).toBeVisible();
  await expect(summary(page)).toBeVisible();
});

test('a chart is walked over by arrows, shown as a table, and exported', async ({ opened: page, workbench }) => {
  await openSample(page, /How much prepaid/);
  await openForecast(page);
  const chart = page.getByRole('region', { name: 'Cumulative cost', exact: true });
  await chart.getByRole('group', { name: /arrow keys walk/ }).focus();
  await page.keyboard.press('End');
  await expect(chart.getByRole('status')).toContainText(/2027-01-01: P90 \$[\d,.]+, .* Mean \$/);
  for (const format of ['PNG', 'SVG', 'CSV']) {
    await chart.getByRole('button', { name: /^Copy or export/ }).press('Enter');
    await page.getByRole('menuitem', { name: `Export as ${format}` }).press('Enter');
    await expect(page.getByText(`Exported to exports/cumulative-cost.${format.toLowerCase()}.`)).toBeVisible();
    await page
      .getByRole('button', { name: /Dismiss|Close notification/i })
      .first()
      .click();
  }
  const png = await readFile((await exported(workbench.home, '.png'))!);
  expect(png.subarray(0, 8).toString('hex')).toBe('89504e470d0a1a0a');
  expect(png.length).toBeGreaterThan(10_000);
  const svg = await readFile((await exported(workbench.home, '.svg'))!, 'utf8');
  expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/);
  expect(svg).toContain('Cumulative cost');
  expect(svg).not.toMatch(/var\(|class=|<script/);
  const csv = await readFile((await exported(workbench.home, '.csv'))!, 'utf8');
  expect(csv.split('\r\n')[0]).toBe('Date,Mean (USD),P10 (USD),P25 (USD),P50 (USD),P75 (USD),P90 (USD)');
  await chart.getByRole('button', { name: /as a table/ }).press('Enter');
  await expect(chart.getByRole('row')).toHaveCount(csv.trimEnd().split('\r\n').length);
});

test('the forecast has no violation', async ({ opened: page }) => {
  await openSample(page, /Growing monthly customer/);
  await openForecast(page);
  await page.getByRole('textbox', { name: 'Budget' }).fill('4200');
  await expect(summary(page)).toContainText('of $4,200');
  expect(await violations(page)).toEqual([]);
});
