import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { test, type Workbench } from './workbench.ts';

const total = (page: Page) => page.getByRole('button', { name: /^Total: .* Why\?/ });
const fee = (page: Page) => page.getByRole('textbox', { name: 'Fee of Growth: assumption' });

/** The folder of the sample that is open. */
async function folderOf(page: Page, { home }: Workbench): Promise<string> {
  const entries = await readdir(home, { recursive: true, withFileTypes: true });
  const found = entries.find(({ name }) => name === 'northwind.scenario.json')!;
  await expect(total(page)).toBeVisible();
  return found.parentPath ?? found.path;
}

/** All that is kept of work that is not saved, as text. */
async function unsavedIn({ home }: Workbench): Promise<string> {
  const entries = await readdir(path.join(home, 'unsaved'), { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile() && entry.name.endsWith('.json'));
  const texts = files.map((entry) => readFile(path.join(entry.parentPath ?? entry.path, entry.name), 'utf8'));
  return (await Promise.all(texts)).join('');
}

test('layout, unsaved work and undo are there again after the host was killed (F20)', async ({
  opened: page,
  workbench,
}) => {
  test.slow();
  await page
    .getByRole('main')
    .getByRole('button', { name: /Growing monthly customer/ })
    .first()
    .click();
  await expect(total(page)).toHaveText('$4,196.00');
  await fee(page).fill('300');
  await expect(total(page)).toHaveText('$4,208.00');
  await fee(page).press('Enter');
  await fee(page).fill('301');
  await expect(total(page)).toHaveText('$4,220.00');
  await page.keyboard.press('ControlOrMeta+Shift+M');
  await expect(page.getByRole('tabpanel', { name: 'Problems' })).toBeVisible();
  const folder = await folderOf(page, workbench);
  await expect.poll(() => unsavedIn(workbench)).toContain('301');
  const onDisk = await readFile(path.join(folder, 'northwind.scenario.json'), 'utf8');
  expect(onDisk).not.toContain('301');
  await expect.poll(() => readState(workbench)).toContain('problems');
  await workbench.kill();
  await expect(page.getByText('Drawdown does not answer.')).toBeVisible();

  // Started anew at the same address, it does not know the page of the start before: that says so, and takes a new code.
  const address = await workbench.start(folder, new URL(page.url()).port);
  await expect(page.getByText('Drawdown was started anew')).toBeVisible();
  await page.getByRole('button', { name: 'Enter a New Code' }).click();
  await page.getByRole('textbox', { name: 'Address or code' }).fill(address);
  await page.getByRole('button', { name: 'Connect' }).click();
  await expect(total(page)).toHaveText('$4,220.00');
  await expect(page.getByRole('contentinfo')).toContainText('Not saved');
  await expect(page.getByRole('tabpanel', { name: 'Problems' })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+1');
  await page.keyboard.press('ControlOrMeta+z');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(total(page)).toHaveText('$4,196.00');
  await expect(page.getByRole('contentinfo')).toContainText('Saved');
  expect(await readFile(path.join(folder, 'northwind.scenario.json'), 'utf8')).toBe(onDisk);
});

async function readState({ home }: Workbench): Promise<string> {
  const names = await readdir(path.join(home, 'state'));
  return (await Promise.all(names.map((name) => readFile(path.join(home, 'state', name), 'utf8')))).join('');
}

test('what was typed last is kept by a host that is asked to end, and a mistake in page or host loses nothing (F18, F19)', async ({
  opened: page,
  workbench,
}) => {
  test.slow();
  await page
    .getByRole('main')
    .getByRole('button', { name: /Growing monthly customer/ })
    .first()
    .click();
  await expect(total(page)).toHaveText('$4,196.00');
  const folder = await folderOf(page, workbench);
  await page.evaluate(() => void setTimeout(() => Promise.reject(new Error('a mistake in the page')), 0));
  await expect(page.getByRole('button', { name: 'Copy Details' })).toBeVisible();
  await fee(page).fill('302');
  await expect(total(page)).toHaveText('$4,232.00');
  await workbench.stop();
  expect(await unsavedIn(workbench)).toContain('302');
  await page.goto(await workbench.start(folder));
  await expect(total(page)).toHaveText('$4,232.00');
  await page.reload();
  await expect(total(page)).toHaveText('$4,232.00');
  await expect(page.getByRole('contentinfo')).toContainText('Not saved');
  await workbench.stop();

  // A file of it that is damaged is told, and the document itself opens as it is on disk.
  const unsaved = path.join(workbench.home, 'unsaved');
  const names = await readdir(unsaved, { recursive: true });
  const kept = path.join(
    unsaved,
    names.find((name) => name.endsWith('.json'))!,
  );
  await writeFile(kept, (await readFile(kept, 'utf8')).slice(0, 100));
  await page.goto(await workbench.start(folder));
  await expect(total(page)).toHaveText('$4,196.00');
  await expect(page.getByText(/is damaged.*What was not saved then is not shown\./)).toBeVisible();
});
