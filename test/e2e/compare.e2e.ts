import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { scenarioOf } from '../support/growth.ts';
import { violations } from './axe.ts';
import { test, type Workbench } from './workbench.ts';

const job = (credits: string) => ({ usage: { events: [{ at: '2026-01-05', credits, id: 'job-1' }] } });
/** In one line, so that a place in it is found from its end. */
const textOf = (credits: string) => JSON.stringify(scenarioOf(job(credits)));

async function opened(page: Page, workbench: Workbench, files: Readonly<Record<string, string>>): Promise<void> {
  await mkdir(workbench.folder);
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(workbench.folder, name), text);
  await page.goto(await workbench.start(workbench.folder));
}

async function command(page: Page, name: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+Shift+P');
  await page.getByRole('combobox', { name: 'Command palette' }).fill(`>${name}`);
  await page
    .getByRole('option', { name: new RegExp(name) })
    .first()
    .waitFor();
  await page.keyboard.press('Enter');
}

/** Has the text of the scenario in front, with the focus in it. */
async function openText(page: Page): Promise<void> {
  await command(page, 'Open as Text');
  await expect(page.getByRole('textbox', { name: /Text of acme/ })).toBeFocused();
}

const afterCredits = '","id":"job-1"}]}}';

/** Changes the credits of the one job in the text that has the focus. */
async function typeCredits(page: Page, { from, to }: { readonly from: string; readonly to: string }): Promise<void> {
  await page.keyboard.press('ControlOrMeta+End');
  for (const _ of afterCredits) await page.keyboard.press('ArrowLeft');
  for (const _ of from) await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.type(to);
  await expect(page.getByRole('tab', { name: /acme.*Text, not saved/ })).toBeVisible();
}

const effect = (page: Page) => page.getByRole('region', { name: 'Effect on the bill' });

test('two scenarios are compared by the keyboard: their texts, and what the difference does to the bill', async ({
  page,
  workbench,
}) => {
  test.setTimeout(150_000);
  await opened(page, workbench, { 'acme.scenario.json': textOf('227.7'), 'more.scenario.json': textOf('230') });
  await page.getByRole('treeitem', { name: 'acme.scenario.json' }).press('Enter');
  await expect(page.getByRole('tab', { name: 'acme, Form' })).toBeVisible();
  await command(page, 'Compare Active File With');
  await page.getByRole('option', { name: 'more.scenario.json' }).waitFor();
  await page.keyboard.press('Enter');

  await expect(page.getByText('1 difference', { exact: true }).first()).toBeVisible();
  await expect(effect(page)).toContainText('$2,102.00 → $2,114.00 +$12.00');
  await expect(effect(page).getByRole('row', { name: /flex/ })).toContainText('77 cr$308.0080 cr$320.00+$12.00');
  expect(await violations(page, '.diff')).toEqual([]);

  await page.keyboard.press('F7');
  await expect(page.getByRole('listitem', { name: /Difference 1 of 1/ })).toBeVisible();
  expect(await violations(page, '.diff')).toEqual([]);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Alt+F5');
  await expect(page.getByRole('textbox', { name: /Right: more/ })).toBeFocused();
  await command(page, 'Toggle Inline View');
  await expect(page.locator('.monaco-diff-editor.side-by-side')).toHaveCount(0);

  await page.goto(await workbench.start(workbench.folder));
  await expect(page.getByRole('tab', { name: 'acme ↔ more' })).toHaveAttribute('aria-selected', 'true');
  await expect(effect(page)).toContainText('+$12.00');
  await expect(page.locator('.monaco-diff-editor')).toBeVisible();
  await expect(page.locator('.monaco-diff-editor.side-by-side')).toHaveCount(0);
});

test('F15: a file that another program changed is compared, overwritten or saved elsewhere, and nothing is lost meanwhile', async ({
  page,
  workbench,
}) => {
  test.setTimeout(120_000);
  await opened(page, workbench, { 'acme.scenario.json': textOf('1') });
  const file = path.join(workbench.folder, 'acme.scenario.json');
  const onDisk = () => readFile(file, 'utf8');
  await page.getByRole('treeitem', { name: 'acme.scenario.json' }).press('Enter');
  await openText(page);
  await typeCredits(page, { from: '1', to: '227.7' });
  await writeFile(file, textOf('230'));

  await page.keyboard.press('ControlOrMeta+S');
  const question = page.getByRole('dialog', { name: /has changed on disk/ });
  await expect(question).toBeVisible();
  expect(await onDisk()).toBe(textOf('230'));
  await question.getByRole('button', { name: 'Compare' }).press('Enter');
  await expect(effect(page)).toContainText('$2,114.00 → $2,102.00 −$12.00');

  await page.getByRole('button', { name: 'Save As…' }).press('Enter');
  await page.getByRole('textbox', { name: /Path in the folder/ }).fill(path.join(workbench.folder, 'copy.json'));
  await page.keyboard.press('Enter');
  await expect
    .poll(() => readFile(path.join(workbench.folder, 'copy.json'), 'utf8').catch(() => ''))
    .toBe(textOf('227.7'));
  expect(await onDisk()).toBe(textOf('230'));

  await page.getByRole('button', { name: 'Overwrite' }).press('Enter');
  await expect.poll(onDisk).toBe(textOf('227.7'));
  await expect(page.getByText('No differences').first()).toBeVisible();
});

test('F12, F47: a version is compared and restored, the restore undone, and work outlives its folder', async ({
  page,
  workbench,
}) => {
  test.setTimeout(120_000);
  await opened(page, workbench, { 'acme.scenario.json': textOf('227.7') });
  const file = path.join(workbench.folder, 'acme.scenario.json');
  const onDisk = () => readFile(file, 'utf8').catch(() => '');
  await page.getByRole('treeitem', { name: 'acme.scenario.json' }).press('Enter');
  await openText(page);
  await typeCredits(page, { from: '227.7', to: '230' });
  await page.keyboard.press('ControlOrMeta+S');
  await expect.poll(onDisk).toBe(textOf('230'));

  await command(page, 'Local History');
  await page.getByRole('option', { name: /version 1/ }).waitFor();
  await page.keyboard.press('Enter');
  await expect(effect(page)).toContainText('$2,102.00 → $2,114.00 +$12.00');
  await command(page, 'Restore This Version');
  await expect.poll(onDisk).toBe(textOf('227.7'));
  await expect(page.getByText('No differences').first()).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  await expect.poll(onDisk).toBe(textOf('230'));

  await command(page, 'Show Timeline');
  const timeline = page.getByRole('tree', { name: 'Versions of acme.scenario.json' });
  await expect(timeline.getByRole('treeitem', { name: 'Now saved' })).toBeFocused();
  await page.keyboard.press('End');
  await expect(timeline.getByRole('treeitem', { name: /version 1, / })).toBeFocused();
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Restore' }).press('Enter');
  await expect.poll(onDisk).toBe(textOf('227.7'));
  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  await expect.poll(onDisk).toBe(textOf('230'));

  await page.getByRole('tab', { name: /acme.*Text/ }).press('Enter');
  await expect(async () => {
    await page.getByRole('textbox', { name: /Text of acme/ }).focus();
    await expect(page.getByRole('textbox', { name: /Text of acme/ })).toBeFocused({ timeout: 1000 });
  }).toPass();
  await typeCredits(page, { from: '230', to: '1' });
  await rm(workbench.folder, { recursive: true });
  await page.keyboard.press('ControlOrMeta+S');
  await page.getByRole('button', { name: 'Save As…' }).press('Enter');
  const copy = path.join(path.dirname(workbench.folder), 'kept.scenario.json');
  await page.getByRole('textbox', { name: /Path in the folder/ }).fill(copy);
  await page.keyboard.press('Enter');
  await expect.poll(() => readFile(copy, 'utf8').catch(() => '')).toBe(textOf('1'));
});

test('F23: a damaged file is left as it is, and its newest version that is well is compared and restored', async ({
  page,
  workbench,
}) => {
  test.setTimeout(120_000);
  await opened(page, workbench, { 'acme.scenario.json': textOf('227.7') });
  const file = path.join(workbench.folder, 'acme.scenario.json');
  await page.getByRole('treeitem', { name: 'acme.scenario.json' }).press('Enter');
  await openText(page);
  await typeCredits(page, { from: '227.7', to: '230' });
  await page.keyboard.press('ControlOrMeta+S');
  await expect.poll(() => readFile(file, 'utf8')).toBe(textOf('230'));
  await workbench.stop();
  // Another computer, say, to which the folder was copied: it knows of no unsaved work.
  await rm(workbench.home, { recursive: true });
  const damaged = Buffer.from([0x7b, 0xff, 0xfe, 0x00]);
  await writeFile(file, damaged);

  await page.goto(await workbench.start(workbench.folder));
  await expect(page.getByText(/is damaged, and kept as it is/).first()).toBeVisible();
  await page.getByRole('button', { name: 'Compare', exact: true }).press('Enter');
  await expect(page.getByText(/on disk\) is damaged/)).toBeVisible();
  expect(await readFile(file)).toEqual(damaged);
  await command(page, 'Restore This Version');
  await expect.poll(() => readFile(file, 'utf8')).toBe(textOf('227.7'));
});
