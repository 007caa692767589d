import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from '@playwright/test';
import { keyboardUser } from '../keyboard.ts';
import { test } from '../workbench.ts';

test('a setting is found, changed, kept and reset by keyboard alone', async ({ opened: page, workbench }) => {
  const user = keyboardUser(page);
  const root = page.locator('html');
  await expect(page.getByRole('heading', { name: 'Learn by doing' })).toBeVisible();
  await user.press('ControlOrMeta+,');
  await user.sees(page.getByRole('searchbox', { name: 'Search settings' }));
  await user.type('theme high');
  await expect(page.locator('[data-setting]')).toHaveCount(1);
  await user.tabTo(page.getByRole('combobox', { name: 'Color theme' }));
  await user.type('Dark High');
  await expect(root).toHaveAttribute('data-theme', 'hc-dark');
  await expect(page.getByText('Modified', { exact: true })).toBeVisible();
  const file = path.join(workbench.home, 'settings.json');
  await expect.poll(async () => JSON.parse(await readFile(file, 'utf8')) as unknown).toEqual({ theme: 'hc-dark' });

  await page.goto(await workbench.start());
  await expect(root).toHaveAttribute('data-theme', 'hc-dark');
  await user.partTo('editors');
  await user.choose(page.getByRole('button', { name: 'Reset Color theme' }));
  await expect(root).not.toHaveAttribute('data-theme', 'hc-dark');
});

test('a key is recorded, wins over the command that had it, and is reset, by keyboard alone', async ({
  opened: page,
  workbench,
}) => {
  const user = keyboardUser(page);
  const sideBar = page.getByTestId('side-bar');
  await expect(page.getByRole('heading', { name: 'Learn by doing' })).toBeVisible();
  await user.press('ControlOrMeta+K', 'ControlOrMeta+S');
  await user.sees(page.getByRole('searchbox', { name: 'Search keyboard shortcuts' }));
  await user.type('toggle between light');
  await user.choose(page.getByRole('button', { name: /^Add a key for/ }));
  await user.press('Control+B');
  await expect(page.getByText(/also runs View: Toggle Primary Side Bar/)).toBeVisible();
  await user.press('Enter');
  const own = page.getByRole('row', { name: /Ctrl\+B.*User/ });
  await expect(own).toBeVisible();
  const theme = await page.locator('html').getAttribute('data-theme');
  await user.press('Control+B');
  await expect(page.locator('html')).not.toHaveAttribute('data-theme', theme ?? '');
  await expect(sideBar).toBeVisible();
  expect(JSON.parse(await readFile(path.join(workbench.home, 'keybindings.json'), 'utf8'))).toEqual([
    { key: 'ctrl+b', command: 'settings.toggleTheme' },
  ]);
  await user.choose(page.getByRole('button', { name: /^Reset/ }));
  await expect(own).toBeHidden();
  await user.press('Control+B');
  await expect(sideBar).toBeHidden();
});
