import { statSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { keyboardUser } from './keyboard.ts';
import { settled, test } from './workbench.ts';

const folder = path.resolve(import.meta.dirname, '../../.github');
const largest = 300_000;

async function openSample(page: Page, name: RegExp): Promise<void> {
  const user = keyboardUser(page);
  await user.partTo('editors');
  await user.choose(page.getByRole('button', { name }));
  await expect(page.getByRole('button', { name: /^Total: .* Why\?/ })).toBeVisible();
}

/** Leaves the whole width to the editor in front. */
async function alone(page: Page, tab: RegExp): Promise<void> {
  const user = keyboardUser(page);
  await user.press('ControlOrMeta+B', 'ControlOrMeta+1', 'ControlOrMeta+W');
  await expect(page.getByRole('tab', { name: /, Form$/ })).toBeHidden();
  await expect(page.getByRole('tab', { name: tab, selected: true })).toBeVisible();
}

/** Takes the page as it stands, in light and in dark. */
async function shoot(page: Page, name: string): Promise<void> {
  await settled(page);
  await page.evaluate(() => document.fonts.ready);
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
    const file = path.join(folder, `${name}-${theme}.png`);
    await page.screenshot({ path: file, animations: 'disabled', caret: 'hide' });
    expect(statSync(file).size).toBeLessThan(largest);
  }
}

test('the welcome page', async ({ opened: page }) => {
  await expect(page.getByRole('button', { name: /^A real trace of tokens/ })).toBeVisible();
  await shoot(page, 'welcome');
});

test('a scenario with its bill, and a figure asked why', async ({ opened: page }) => {
  await openSample(page, /^Growing monthly customer/);
  await expect(page.getByRole('button', { name: /^Nov 2026, Flex: .* Why\?/ })).toBeVisible();
  const user = keyboardUser(page);
  await user.press('ControlOrMeta+2');
  await user.choose(page.getByRole('button', { name: /^Total: .* Why\?/ }));
  await expect(page.getByRole('tree', { name: 'Why' }).getByRole('treeitem').first()).toBeVisible();
  await shoot(page, 'workbench');
});

test('a forecast', async ({ opened: page }) => {
  await openSample(page, /^Growing monthly customer/);
  const user = keyboardUser(page);
  await user.command('Forecast: Open');
  await expect(page.getByText(/10,000 paths/).first()).toBeVisible();
  await alone(page, /Forecast/);
  await expect(page.locator('.recharts-surface').filter({ visible: true }).first()).toBeVisible();
  await shoot(page, 'forecast');
});

test('an audit', async ({ opened: page }) => {
  await openSample(page, /^A bill with a mistake/);
  const user = keyboardUser(page);
  await user.command('Audit: Audit a Ledger or Invoices…');
  await user.tabTo(page.getByRole('combobox', { name: 'Ledger', exact: true }));
  await user.type('billed/harbor-rows');
  await user.press('ControlOrMeta+Enter');
  await expect(page.getByRole('group', { name: 'Verdict' })).toContainText('40 findings');
  await user.press('ControlOrMeta+B', 'ControlOrMeta+2', 'ControlOrMeta+W');
  await expect(page.getByRole('tab', { name: /, Bill$/ })).toBeHidden();
  await shoot(page, 'audit');
});

test('a plan', async ({ opened: page }) => {
  await openSample(page, /^How much prepaid/);
  const user = keyboardUser(page);
  await user.command('Planner: Plan a Prepaid Purchase');
  await expect(page.getByText(/ · 10,000 paths · seed 1/)).toBeVisible();
  await alone(page, /Planner/);
  await shoot(page, 'planner');
});
