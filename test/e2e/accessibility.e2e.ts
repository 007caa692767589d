import { expect, type Page } from '@playwright/test';
import { violations } from './axe.ts';
import { test } from './workbench.ts';

// Views that no test of a task looks at; the others are looked at there, as the task leaves them.

async function openSample(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('main').getByRole('button', { name }).first().click();
}

test('the welcome page, a walkthrough and the pages of help have no violation', async ({ opened: page }) => {
  await expect(page.getByRole('tabpanel', { name: 'Welcome' })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: /Audit a ledger/ }).click();
  await expect(page.getByRole('heading', { name: 'Get Started' })).toBeVisible();
  await page.keyboard.press('Alt+F1');
  await expect(page.getByRole('heading', { name: 'Accessibility Help' })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('menuitem', { name: 'Help' }).click();
  await page.getByRole('menuitem', { name: 'App and Browser: What Differs' }).click();
  await expect(page.getByRole('heading', { name: 'App and Browser' })).toBeVisible();
  expect(await violations(page, '.accessibility')).toEqual([]);
});

test('form, bill, why and timeline have no violation', async ({ opened: page }) => {
  await openSample(page, /Growing monthly customer/);
  await page.getByRole('button', { name: /^Total: .* Why\?/ }).click();
  await expect(page.getByRole('tree', { name: 'Why' })).toBeVisible();
  await page.locator('.side-bar-fold').getByRole('button', { name: 'Timeline' }).click();
  await expect(page.getByText('has no earlier version')).toBeVisible();
  expect(await violations(page)).toEqual([]);
  // What tells included, prepaid and Flex apart stays where the system forces its own colours.
  await page.emulateMedia({ forcedColors: 'active' });
  const marks = page
    .locator('.demand-bar')
    .locator('.chart-swatch-included, .chart-swatch-prepaid, .chart-swatch-flex');
  const colours = () =>
    marks.evaluateAll((all) => [...new Set(all.map((mark) => getComputedStyle(mark).backgroundColor))]);
  await expect.poll(colours).toHaveLength(3);
});

test('problems, output, notices and questions have no violation', async ({ opened: page }) => {
  await openSample(page, /Growing monthly customer/);
  await page.locator('[data-path=currency]').fill('dollars');
  await page.keyboard.press('ControlOrMeta+Shift+M');
  await expect(page.getByRole('list', { name: 'Problems' }).getByRole('listitem').first()).toBeVisible();
  await page.keyboard.press('ControlOrMeta+K');
  await page.keyboard.press('ControlOrMeta+S');
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Do Not Show Again', exact: true })).toBeVisible();
  await page
    .getByRole('contentinfo')
    .getByRole('button', { name: /notification/ })
    .click();
  await expect(page.getByRole('dialog', { name: 'Notification center' })).toContainText('keyboard-shortcuts.csv');
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+Shift+U');
  await expect(page.getByRole('log', { name: 'Output' })).toBeVisible();
  expect(await violations(page, '.output')).toEqual([]);
  await page.getByRole('toolbar', { name: 'Output tools' }).getByRole('button', { name: 'Report issue' }).click();
  await expect(page.getByRole('dialog', { name: 'Report Issue' })).toBeVisible();
  expect(await violations(page, 'dialog')).toEqual([]);
});

test('text, ledger and palette have no violation', async ({ opened: page }) => {
  await openSample(page, /Growing monthly customer/);
  await page.getByRole('button', { name: 'Write ledger' }).click();
  await expect(page.getByRole('grid').getByRole('row').nth(1)).toBeVisible();
  await page.keyboard.press('ControlOrMeta+1');
  await page.getByRole('button', { name: 'Open as Text' }).click();
  await expect(page.locator('.monaco-editor').first()).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('ControlOrMeta+Shift+P');
  await expect(page.getByRole('dialog', { name: 'Command palette' })).toBeVisible();
  expect(await violations(page, '.quick-pick')).toEqual([]);
});

test('settings and keyboard shortcuts have no violation', async ({ opened: page }) => {
  await expect(page.getByRole('tabpanel', { name: 'Welcome' })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+,');
  await expect(page.getByRole('heading', { name: 'Color theme' })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('ControlOrMeta+K');
  await page.keyboard.press('ControlOrMeta+S');
  await expect(page.getByRole('row', { name: /File: Save All/ })).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

test('the import of usage has no violation', async ({ opened: page }) => {
  await openSample(page, /real trace of tokens/);
  await page.getByTestId('side-bar').getByRole('button', { name: 'Import Usage' }).click();
  await page.locator('input[type=file]').setInputFiles({
    name: 'some.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('at,images\n2023-11-16 10:00:00,5\nnever,6\n'),
  });
  await expect(page.getByText('Refused').first()).toBeVisible();
  expect(await violations(page)).toEqual([]);
});
