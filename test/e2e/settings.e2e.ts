import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from '@playwright/test';
import { test } from './workbench.ts';

test('a setting is found, changed and reset by the keyboard, and holds at once and after a start', async ({
  workbench,
  page,
}) => {
  await page.goto(await workbench.start());
  await expect(page.getByRole('tabpanel', { name: 'Welcome' })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+,');
  await expect(page.getByRole('searchbox', { name: 'Search settings' })).toBeFocused();
  await page.keyboard.type('theme high');
  await expect(page.locator('[data-setting]')).toHaveCount(1);
  await page.getByRole('combobox', { name: 'Color theme' }).focus();
  await page.keyboard.type('Dark High');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'hc-dark');
  await expect(page.getByText('Modified', { exact: true })).toBeVisible();
  expect(JSON.parse(await readFile(path.join(workbench.home, 'settings.json'), 'utf8'))).toEqual({ theme: 'hc-dark' });

  await page.goto(await workbench.start());
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'hc-dark');
  await page.getByRole('button', { name: 'Reset Color theme' }).press('Enter');
  await expect(page.locator('html')).not.toHaveAttribute('data-theme', 'hc-dark');
});

test('settings as text are checked with places, hold once saved, and a damaged file is never replaced', async ({
  workbench,
  page,
}) => {
  await page.goto(await workbench.start());
  await expect(page.getByRole('tabpanel', { name: 'Welcome' })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+,');
  await page.getByRole('button', { name: 'Open settings.json' }).click();
  const text = page.getByRole('textbox', { name: /settings.json/ });
  await text.focus();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText('{ "zoom": 20, "theme": "light" }');
  await page.keyboard.press('ControlOrMeta+Shift+M');
  await expect(page.getByText(/"zoom" is a number from -4 to 6, not 20/).first()).toBeVisible();
  await text.focus();
  await page.keyboard.press('ControlOrMeta+S');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');

  const file = path.join(workbench.home, 'settings.json');
  await writeFile(file, '{ "theme": ');
  await page.keyboard.press('ControlOrMeta+=');
  await expect(page.getByRole('button', { name: 'Dismiss notification' })).toBeVisible();
  expect(await readFile(file, 'utf8')).toBe('{ "theme": ');
});

test('a key is recorded, wins over the command that had it, and is reset', async ({ workbench, page }) => {
  await page.goto(await workbench.start());
  await expect(page.getByRole('tabpanel', { name: 'Welcome' })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+K');
  await page.keyboard.press('ControlOrMeta+S');
  await page.getByRole('searchbox', { name: 'Search keyboard shortcuts' }).fill('toggle between light');
  await page.getByRole('button', { name: /^Add a key for/ }).press('Enter');
  await page.keyboard.press('Control+B');
  await expect(page.getByText(/also runs View: Toggle Primary Side Bar/)).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('row', { name: /Ctrl\+B.*User/ })).toBeVisible();
  const before = await page.locator('html').getAttribute('data-theme');
  await page.keyboard.press('Control+B');
  await expect(page.locator('html')).not.toHaveAttribute('data-theme', before ?? '');
  await expect(page.getByTestId('side-bar')).toBeVisible();
  expect(JSON.parse(await readFile(path.join(workbench.home, 'keybindings.json'), 'utf8'))).toEqual([
    { key: 'ctrl+b', command: 'settings.toggleTheme' },
  ]);
  await page.getByRole('button', { name: /^Reset/ }).press('Enter');
  await expect(page.getByRole('row', { name: /Ctrl\+B.*User/ })).toBeHidden();
  await page.keyboard.press('Control+B');
  await expect(page.getByTestId('side-bar')).toBeHidden();
});
