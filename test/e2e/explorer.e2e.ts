import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from '@playwright/test';
import { test } from './workbench.ts';

test('files are renamed, duplicated, deleted and brought back by the keyboard, with their editors', async ({
  workbench,
  page,
}) => {
  await mkdir(workbench.folder);
  await writeFile(path.join(workbench.folder, 'notes.json'), '{ "a": 1 }');
  await page.goto(await workbench.start(workbench.folder));
  const file = (name: string) => page.getByRole('treeitem', { name, exact: true });
  await file('notes.json').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name: /notes.json/ })).toBeVisible();

  await file('notes.json').focus();
  await page.keyboard.press('F2');
  await page.getByRole('textbox', { name: /New name/ }).fill('kept/renamed.json');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name: /renamed.json/ })).toBeVisible();
  expect(await readFile(path.join(workbench.folder, 'kept', 'renamed.json'), 'utf8')).toBe('{ "a": 1 }');

  await file('kept').focus();
  await page.keyboard.press('ArrowRight');
  await file('renamed.json').focus();
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Duplicate' }).press('Enter');
  await expect(file('renamed-2.json')).toBeVisible();

  await file('renamed-2.json').focus();
  await page.keyboard.press('ArrowDown');
  await expect(file('renamed.json')).toBeFocused();
  await page.keyboard.press('Delete');
  await page.getByRole('button', { name: 'Move to Trash' }).press('Enter');
  await expect(file('renamed.json')).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  await expect(file('renamed.json')).toBeVisible();
});
