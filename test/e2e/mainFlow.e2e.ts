import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { test } from './workbench.ts';

const scenario = 'northwind.scenario.json';

async function openSample(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('main').getByRole('button', { name }).first().click();
  await expect(total(page)).toBeVisible();
}

function total(page: Page): Locator {
  return page.getByRole('button', { name: /^Total: .* Why\?/ });
}

async function command(page: Page, title: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+Shift+P');
  await page.getByRole('combobox', { name: 'Command palette' }).fill(`>${title}`);
  await page.getByRole('option', { name: title }).first().click();
}

/** The folder that a sample was copied into. */
async function sampleFolder(home: string): Promise<string> {
  const entries = await readdir(home, { recursive: true, withFileTypes: true });
  const found = entries.find((entry) => entry.name === scenario);
  return found!.parentPath ?? found!.path;
}

test('a figure of the plan is edited in the form, and the bill follows', async ({ opened: page }) => {
  await openSample(page, /Growing monthly customer/);
  await expect(total(page)).toHaveText('$4,196.00');
  await page.getByRole('textbox', { name: 'Fee of Growth: assumption' }).fill('300');
  await expect(total(page)).toHaveText('$4,208.00');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(total(page)).toHaveText('$4,196.00');
});

test('a mistake in the text is a problem with its place, and the last good bill stays', async ({ opened: page }) => {
  await openSample(page, /Growing monthly customer/);
  await page.getByRole('button', { name: 'Open as Text' }).click();
  const editor = page.getByRole('textbox', { name: /^Text of northwind/ }).first();
  await expect(editor).toBeFocused();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type('x');
  await expect(page.getByText('This is the last good bill.')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Shift+M');
  const problem = page.getByRole('list', { name: 'Problems' }).getByRole('button');
  await expect(problem).toHaveAccessibleName(/more text after the end.*Ln \d+, Col \d+/);
  await page.keyboard.press('ControlOrMeta+1');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(page.getByText('This is the last good bill.')).toBeHidden();
});

test('a figure answers why, down to the usage rows', async ({ opened: page }) => {
  await openSample(page, /Growing monthly customer/);
  await page.getByRole('button', { name: /^Nov 2026, Flex: .* Why\?/ }).click();
  const why = page.getByRole('tree', { name: 'Why' });
  await expect(why.getByRole('treeitem').first()).toHaveAccessibleName(/Flex used in 2026-11/);
  await why.getByRole('treeitem').nth(1).click();
  await expect(page.getByRole('tabpanel', { name: 'Why' })).toContainText('usage.models');
});

test('a run writes a ledger that opens, verifies and is exported', async ({ opened: page, workbench }) => {
  await openSample(page, /Growing monthly customer/);
  await page.getByRole('button', { name: 'Write ledger' }).click();
  const grid = page.getByRole('grid');
  await expect(grid.getByRole('row').nth(1)).toContainText('subscribe');
  await page.getByRole('button', { name: 'Verify', exact: true }).click();
  await expect(page.getByText(/intact/i).first()).toBeVisible();
  await page.getByRole('button', { name: 'Export…' }).click();
  await page.getByRole('option', { name: /^CSV/ }).click();
  const folder = await sampleFolder(workbench.home);
  const exported = () =>
    readdir(folder, { recursive: true }).then((files) =>
      files.find((file) => file.endsWith('.csv') && file.includes('northwind')),
    );
  await expect.poll(exported).toBeTruthy();
  const rows = await readFile(path.join(folder, (await exported())!), 'utf8');
  expect(rows).toMatch(/^seq,at,kind,id,meter,quantity,credits,/);
});

test('what was saved and how it was laid out is there again after a restart', async ({ page, workbench }) => {
  await page.goto(await workbench.start());
  await openSample(page, /Growing monthly customer/);
  await page.getByRole('textbox', { name: 'Fee of Growth: assumption' }).fill('300');
  await expect(total(page)).toHaveText('$4,208.00');
  await page.keyboard.press('ControlOrMeta+s');
  await expect(page.getByRole('contentinfo')).toContainText('Saved');
  const folder = await sampleFolder(workbench.home);
  await expect.poll(() => readFile(path.join(folder, scenario), 'utf8')).toContain('"fee": 300');
  await command(page, 'View: Show Output');
  await page.waitForTimeout(1000);
  await page.goto('about:blank');
  await page.goto(await workbench.start());
  await expect(total(page)).toHaveText('$4,208.00');
  await expect(page.getByRole('tab', { name: 'northwind, Form' })).toBeVisible();
  await expect(page.getByRole('tabpanel', { name: 'Output' })).toBeVisible();

  await page.goto('about:blank');
  await page.goto(await workbench.start(path.join(folder, 'README.md')));
  await expect(page.getByRole('tab', { name: 'README.md', selected: true })).toBeVisible();
  await expect(page.getByRole('tab', { name: 'northwind, Form' })).toBeVisible();
});
