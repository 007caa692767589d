import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from '@playwright/test';
import { test } from './workbench.ts';

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
  // The page may have been light before: what counts is that nothing is still being saved.
  await expect.poll(() => readFile(file, 'utf8').catch(() => '')).toContain('"light"');
  await writeFile(file, '{ "theme": ');
  await page.keyboard.press('ControlOrMeta+=');
  await expect(page.getByRole('button', { name: 'Dismiss notification' })).toBeVisible();
  expect(await readFile(file, 'utf8')).toBe('{ "theme": ');
});
