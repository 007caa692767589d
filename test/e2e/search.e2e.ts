import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from '@playwright/test';
import { violations } from './axe.ts';
import { test } from './workbench.ts';

test('a text is looked for in all files by the keyboard, as words and as an expression, and gone to', async ({
  workbench,
  page,
}) => {
  await mkdir(path.join(workbench.folder, 'usage'), { recursive: true });
  await writeFile(path.join(workbench.folder, 'notes.json'), '{\n  "owner": "Acme Images"\n}\n');
  await writeFile(path.join(workbench.folder, 'usage', 'feb.csv'), 'at,meter\n2026-02-01,image\n2026-02-02,images\n');
  await page.goto(await workbench.start(workbench.folder));
  await expect(page.getByRole('treeitem', { name: 'notes.json', exact: true })).toBeVisible();

  await page.keyboard.press('Control+Shift+F');
  await expect(page.getByRole('textbox', { name: 'Search in files' })).toBeFocused();
  await page.keyboard.type('image');
  const found = page.getByRole('search').locator('..').getByRole('status');
  await expect(found).toHaveText('3 results in 2 files.');
  await page.keyboard.press('Alt+w');
  await expect(found).toHaveText('1 result in 1 file.');
  await page.keyboard.press('Alt+w');
  await page.keyboard.press('Alt+r');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('images?$');
  await expect(found).toHaveText('2 results in 1 file.');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('(');
  await expect(page.getByRole('alert')).toContainText('Invalid regular expression');
  await page.keyboard.press('Alt+r');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('image');
  await expect(found).toHaveText('3 results in 2 files.');

  expect(await violations(page, '[data-part="sideBar"]')).toEqual([]);

  const results = page.getByRole('tree', { name: 'Search results' });
  await expect(results.getByRole('treeitem').first()).toContainText('feb.csv');
  await page.keyboard.press('F4');
  await expect(page.getByRole('textbox', { name: 'Text of usage/feb.csv' })).toBeFocused();
  await page.keyboard.press('Shift+F4');
  await expect(page.getByRole('textbox', { name: 'Text of notes.json' })).toBeFocused();
  await expect(results.getByRole('treeitem', { selected: true })).toContainText('Acme Images');

  await page.keyboard.press('Control+t');
  await page.keyboard.type('acme im');
  await page.getByRole('option', { name: /Acme Images/ }).waitFor();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Text of notes.json' })).toBeFocused();
});
