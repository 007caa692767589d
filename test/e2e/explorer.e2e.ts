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
  // The editor takes the focus once it is there.
  const textOf = (name: string) => page.getByRole('textbox', { name: `Text of ${name}` });
  await expect(textOf('notes.json')).toBeFocused();

  await file('notes.json').focus();
  await page.keyboard.press('F2');
  await page.getByRole('textbox', { name: /New name/ }).fill('kept/renamed.json');
  await page.keyboard.press('Enter');
  await expect(textOf('kept/renamed.json')).toBeFocused();
  await page.keyboard.press('Control+F4');
  await expect(page.getByRole('tab', { name: /renamed.json/ })).toBeHidden();
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

test('several files are moved, copied, deleted and copied in at once, and each is undone as one step', async ({
  workbench,
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await mkdir(path.join(workbench.folder, 'kept'), { recursive: true });
  for (const name of ['a.csv', 'b.csv', 'c.csv']) await writeFile(path.join(workbench.folder, name), name);
  await page.goto(await workbench.start(workbench.folder));
  const tree = page.getByRole('tree');
  const file = (name: string) => tree.getByRole('treeitem', { name, exact: true });
  const names = () => tree.getByRole('treeitem').allInnerTexts();
  await expect(tree).toHaveAttribute('aria-multiselectable', 'true');

  await file('a.csv').focus();
  await page.keyboard.press('Shift+ArrowDown');
  await expect(tree.getByRole('treeitem', { selected: true })).toHaveText(['a.csv', 'b.csv']);
  await page.keyboard.press('Shift+Alt+C');
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toBe(`${workbench.folder}/a.csv\n${workbench.folder}/b.csv`);
  await page.keyboard.press('Shift+F10');
  await expect(page.getByRole('menuitem', { name: 'Compare Selected' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+x');
  await page.keyboard.press('Home');
  await expect(file('kept')).toBeFocused();
  await page.keyboard.press('Control+v');
  await page.keyboard.press('ArrowRight');
  await expect.poll(names).toEqual(['kept', 'a.csv', 'b.csv', 'c.csv']);
  await expect(file('a.csv')).toHaveAttribute('aria-level', '2');
  await page.keyboard.press('Control+z');
  await expect(file('a.csv')).toHaveAttribute('aria-level', '1');

  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.keyboard
      .press('Control+Shift+P')
      .then(() => page.keyboard.type('add files'))
      .then(() => page.keyboard.press('Enter')),
  ]);
  await chooser.setFiles([
    { name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from('new') },
    { name: 'd.csv', mimeType: 'text/csv', buffer: Buffer.from('d') },
  ]);
  await expect(page.getByLabel('Notifications', { exact: true })).toContainText('a-2.csv');
  expect(await readFile(path.join(workbench.folder, 'a.csv'), 'utf8')).toBe('a.csv');

  const transfer = await page.evaluateHandle(() => {
    const data = new DataTransfer();
    data.items.add(new File(['dropped'], 'e.csv'));
    return data;
  });
  await file('kept').dispatchEvent('drop', { dataTransfer: transfer });
  await expect(file('e.csv')).toHaveAttribute('aria-level', '2');

  await file('c.csv').focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await page.getByRole('button', { name: 'Move to Trash' }).press('Enter');
  await expect(page.getByText('This folder holds no files yet')).toBeVisible();
  await page.keyboard.press('Control+Shift+P');
  await page.keyboard.type('undo in files');
  await page.keyboard.press('Enter');
  await expect(file('kept')).toBeVisible();
  await expect(tree.getByRole('treeitem')).toHaveCount(7);

  const scenario = await page.evaluateHandle(() => {
    const data = new DataTransfer();
    data.items.add(new File(['{}'], 'dropped.scenario.json'));
    return data;
  });
  await page.locator('[data-part=editors]').dispatchEvent('drop', { dataTransfer: scenario });
  await expect(page.getByRole('tab', { name: /^dropped/ }).first()).toBeVisible();
  expect(await readFile(path.join(workbench.folder, 'dropped.scenario.json'), 'utf8')).toBe('{}');
});
