import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { violations } from './axe.ts';
import { test } from './workbench.ts';

async function run(page: Page, command: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+Shift+P');
  await page.getByRole('combobox', { name: 'Command palette' }).fill(`>${command}`);
  await expect(page.getByRole('option', { name: command }).first()).toBeVisible();
  await page.keyboard.press('Enter');
}

const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Opens the sample and the form of its quote, by the keyboard from there on. */
async function openForm(page: Page): Promise<void> {
  await page
    .getByRole('main')
    .getByRole('button', { name: /How much prepaid/ })
    .first()
    .click();
  await expect(page.getByRole('button', { name: /^Total: .* Why\?/ })).toBeVisible();
  await run(page, 'Quote: Write…');
  await expect(page.getByRole('heading', { name: 'Quote', exact: true })).toBeVisible();
}

/** Fills the form and makes the quote of few paths. */
async function make(page: Page, { customer }: { customer: string }): Promise<void> {
  await page.getByRole('textbox', { name: 'Customer', exact: true }).focus();
  await page.keyboard.type(customer);
  await page.keyboard.press('Tab');
  await page.keyboard.type('Drawdown Sales');
  await page.getByRole('combobox', { name: 'Paths' }).selectOption('1000');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByRole('button', { name: 'Write to Reports' })).toBeVisible();
}

const preview = (page: Page) => page.frameLocator('iframe[title="Page for the customer"]');

/** What axe finds in the workbench. It cannot run in a frame without scripts and waits for it; the page in there has a test of its own. */
async function violationsAround(page: Page): Promise<readonly string[]> {
  await page.locator('iframe[sandbox]').evaluateAll((frames) => {
    for (const frame of frames) {
      const copy = frame.cloneNode() as HTMLIFrameElement;
      copy.removeAttribute('sandbox');
      // oxlint-disable-next-line drawdown/no-raw-html -- a frame's whole document cannot be built of elements
      copy.srcdoc = '<!doctype html><html lang="en"><title>Page</title><main><h1>Page</h1></main></html>';
      frame.replaceWith(copy);
    }
  });
  return violations(page);
}

async function sealedFile(home: string): Promise<string> {
  const find = async () => (await readdir(home, { recursive: true })).filter((file) => file.endsWith('.quote.json'));
  await expect.poll(async () => (await find()).length).toBe(1);
  return path.join(home, (await find())[0]!);
}

test('a quote is made, looked at, written and found the same, by the keyboard', async ({ opened: page, workbench }) => {
  await openForm(page);
  await page.getByRole('button', { name: 'Logo, color and terms' }).press('Enter');
  await page.getByRole('textbox', { name: 'Color', exact: true }).fill('#ffd700');
  await expect(page.getByText(/dark enough to be read on white/)).toBeVisible();
  await page.getByRole('textbox', { name: 'Color', exact: true }).fill('#7a1f5c');
  await page
    .getByLabel('Logo', { exact: true })
    .setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: onePixel });
  await expect(page.getByRole('img', { name: 'The logo on the page' })).toBeVisible();
  await page.getByRole('textbox', { name: 'Terms and conditions' }).fill('Net 30 days.');
  await make(page, { customer: 'Acme <b>& Sons</b>' });
  await expect(preview(page).getByText('Net 30 days.')).toBeVisible();
  await expect(preview(page).locator('img.logo')).toBeVisible();
  await expect(preview(page).getByRole('heading', { name: 'Quote for Acme <b>& Sons</b>' })).toBeVisible();
  await expect(preview(page).getByText('Not in this total')).toBeVisible();
  await run(page, 'Quote: Write to Reports');
  await expect(page.getByText(/^Written to reports\/quote-/)).toBeVisible();
  await page.getByRole('button', { name: 'Open the sealed quote' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Recomputes to the same cent' })).toBeVisible();
  const file = await sealedFile(workbench.home);
  const sealed = await readFile(file, 'utf8');
  await writeFile(file, sealed.replace('"total": "', '"total": "9'));
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByRole('heading', { name: 'Does not recompute to the same' })).toBeVisible();
  await expect(page.getByRole('rowheader', { name: 'figures.expected.total' })).toBeVisible();
});

test('what is internal stands on a page of its own, and a change asks for another quote', async ({ opened: page }) => {
  await openForm(page);
  await page.getByRole('button', { name: /^Internal: on a page of its own/ }).press('Enter');
  await page.getByRole('textbox', { name: 'Internal notes' }).fill('Push them.');
  await page.getByRole('textbox', { name: 'Floor of the total' }).fill('lots');
  await expect(page.getByText('An amount of money such as 5000.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Make Quote' })).toBeDisabled();
  await page.getByRole('textbox', { name: 'Floor of the total' }).fill('5,000');
  await make(page, { customer: 'Acme' });
  await expect(preview(page).getByText('Push them.')).toHaveCount(0);
  await page.getByRole('radio', { name: 'Internal' }).focus();
  const internal = page.frameLocator('iframe[title="Internal page"]');
  await expect(internal.getByText('Push them.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Customer', exact: true }).fill('Someone else');
  await expect(page.getByText('The form or the scenario was changed since: make the quote again.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Write to Reports' })).toBeDisabled();
});

test('the form, the page and the sealed quote have no violation', async ({ opened: page }) => {
  await openForm(page);
  await make(page, { customer: 'Acme' });
  expect(await violationsAround(page)).toEqual([]);
  await run(page, 'Quote: Write to Reports');
  await page.getByRole('button', { name: 'Open the sealed quote' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Recomputes to the same cent' })).toBeVisible();
  expect(await violationsAround(page)).toEqual([]);
});
