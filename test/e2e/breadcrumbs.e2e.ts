import { expect } from '@playwright/test';
import { test } from './workbench.ts';

test('breadcrumbs lead from the folder to the field, by the keyboard, and are hidden by a setting', async ({
  opened: page,
}) => {
  const sample = page.getByRole('main').getByRole('button', { name: /Growing monthly customer/ });
  await sample.first().click();
  await expect(page.getByRole('tab', { name: /Form/ })).toBeVisible();
  await page.locator('[data-path=name]').focus();
  const crumbs = page.getByRole('region', { name: 'Editor group 1' }).getByRole('navigation', { name: 'Breadcrumbs' });
  await expect(crumbs.getByRole('button', { name: '…' })).toBeVisible();

  await page.keyboard.press('Control+Shift+.');
  await expect(crumbs.getByRole('button', { name: '…' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menu', { name: 'Lists of the scenario' })).toBeVisible();
  await page.keyboard.press('t');
  await expect(page.getByRole('menuitemcheckbox', { name: 'Timeline' })).toBeFocused();
  await page.keyboard.press('Enter');
  const entries = page.getByRole('menu', { name: 'Timeline' });
  await expect(entries.getByRole('menuitemcheckbox', { name: /buy-prepaid/ }).first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(crumbs.getByRole('button', { name: 'Timeline', exact: true })).toBeVisible();

  await page.keyboard.press('Control+Shift+.');
  await expect(crumbs.getByRole('button').last()).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('menuitemcheckbox', { checked: true })).toBeFocused();
  await page.keyboard.press('Escape');

  await page.keyboard.press('Control+Shift+P');
  await page.keyboard.type('toggle breadcrumbs');
  await page.keyboard.press('Enter');
  await expect(crumbs).toBeHidden();
});
