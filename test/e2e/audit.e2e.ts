import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { violations } from './axe.ts';
import { test } from './workbench.ts';

const scenario = 'northwind.scenario.json';

/** Opens the sample and writes its ledger. */
async function writeLedger(page: Page): Promise<void> {
  await page
    .getByRole('main')
    .getByRole('button', { name: /Growing monthly customer/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Write ledger' }).click();
  await expect(page.getByRole('grid').getByRole('row').nth(1)).toContainText('subscribe');
}

async function openAudit(page: Page): Promise<void> {
  await page.getByRole('treeitem', { name: 'northwind.ledger' }).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Audit This Ledger…' }).click();
  await expect(page.getByRole('combobox', { name: 'Terms' })).toHaveValue(scenario);
}

function verdict(page: Page): Locator {
  return page.getByRole('group', { name: 'Verdict' });
}

/** The rows of the ledger as CSV, exported through the workbench. */
async function exportRows(page: Page, home: string): Promise<string> {
  await page
    .getByRole('tab', { name: /northwind/ })
    .filter({ hasText: 'Ledger' })
    .click();
  await page.getByRole('button', { name: 'Export…' }).click();
  await page.getByRole('option', { name: /^CSV/ }).click();
  const files = async () => (await readdir(home, { recursive: true })).filter((file) => /northwind.*\.csv$/.test(file));
  await expect.poll(async () => (await files()).length).toBe(1);
  return path.join(home, (await files())[0]!);
}

/** Alters a usage row: a credit that was included is drawn as Flex. Gives its number. */
function altered(csv: string): { readonly text: string; readonly row: number } {
  const lines = csv.split('\n');
  const columns = lines[0]!.split(',');
  const included = columns.indexOf('included');
  const flex = columns.indexOf('flex');
  const row = lines.findIndex(
    (line) => line.split(',')[columns.indexOf('kind')] === 'use' && Number(line.split(',')[included]) > 1,
  );
  const cells = lines[row]!.split(',');
  cells[included] = String(Number((Number(cells[included]) - 1).toFixed(9)));
  cells[flex] = String(Number((Number(cells[flex]) + 1).toFixed(9)));
  return { text: lines.with(row, cells.join(',')).join('\n'), row };
}

test('a ledger of this program audits clean', async ({ opened: page }) => {
  await writeLedger(page);
  await openAudit(page);
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(verdict(page)).toContainText('Clean');
  await expect(verdict(page)).toContainText('$4,196.00');
  await expect(verdict(page)).toContainText('$0.00');
  await expect(page.getByText(/Completeness of usage was not checked/)).toBeVisible();
});

test('an altered cell of an exported file is found in its row', async ({ opened: page, workbench }) => {
  await writeLedger(page);
  const exported = await exportRows(page, workbench.home);
  const { text, row } = altered(await readFile(exported, 'utf8'));
  const file = path.join(workbench.home, 'theirs.csv');
  await writeFile(file, text);
  await page.keyboard.press('ControlOrMeta+Shift+P');
  await page.getByRole('combobox', { name: 'Command palette' }).fill('>Audit a Ledger');
  await page
    .getByRole('option', { name: /Audit a Ledger/ })
    .first()
    .click();
  await page.locator('input[type=file]').setInputFiles(file);
  await expect(page.getByRole('combobox', { name: 'Ledger', exact: true })).toHaveValue(/^upload:/);
  await page.getByRole('button', { name: 'Run audit' }).click();
  await expect(verdict(page)).toContainText(`First divergence: row ${row.toLocaleString('en')}`);
  const finding = page.getByRole('button', { name: new RegExp(`^Row ${row.toLocaleString('en')}\\b`) });
  await expect(finding.first()).toBeVisible();
  await finding.first().click();
  await expect(page.getByRole('complementary', { name: 'The finding in full' })).toContainText(/R\d+|format/);
  const around = page.getByRole('region', { name: `Row ${row.toLocaleString('en')} of the ledger` });
  const stands = around.getByRole('group', { name: 'Rows of the ledger' }).locator('[aria-current]');
  await expect(stands).toContainText(text.split('\n')[row]!.split(',')[3]!);
  await expect(around.getByRole('row', { name: /^As it stands/ }).getByLabel('differs')).toHaveCount(2);
  await page.keyboard.press('ControlOrMeta+Shift+M');
  await page.getByRole('tab', { name: /^Findings/ }).click();
  const listed = page.getByRole('list', { name: 'Findings' }).getByRole('button');
  await expect(listed.first()).toContainText(`Row ${row.toLocaleString('en')}`);
  expect(await violations(page)).toEqual([]);
});

test('a finding leads to the entry of the timeline that decides it', async ({ opened: page, workbench }) => {
  await writeLedger(page);
  const exported = await exportRows(page, workbench.home);
  const rows = (await readFile(exported, 'utf8')).split('\n');
  const file = path.join(workbench.home, 'theirs.csv');
  await writeFile(file, rows.filter((line) => !line.includes(',purchase,')).join('\n'));
  await page.keyboard.press('ControlOrMeta+Shift+P');
  await page.getByRole('combobox', { name: 'Command palette' }).fill('>Audit a Ledger');
  await page
    .getByRole('option', { name: /Audit a Ledger/ })
    .first()
    .click();
  await page.locator('input[type=file]').setInputFiles(file);
  await expect(page.getByRole('combobox', { name: 'Ledger', exact: true })).toHaveValue(/^upload:/);
  await page.getByRole('button', { name: 'Run audit' }).click();
  const group = page.getByRole('button', { name: /^Error Purchase is missing/ });
  if ((await group.getAttribute('aria-expanded')) === 'false') await group.click();
  await page.locator('tbody').filter({ has: group }).locator('.finding-choose').first().click();
  await expect(page.getByRole('row', { name: /^As it stands/ })).toContainText('No row shows it');
  await page.getByRole('button', { name: /^Timeline, 2026-06-20.*prepaid purchase summer-lot/ }).click();
  await expect(page.getByRole('tab', { name: /northwind.*Form/ })).toHaveAttribute('aria-selected', 'true');
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.closest('[data-path]')?.getAttribute('data-path')))
    .toMatch(/^timeline\[2\]/);
});

test('an audit is noted on, signed off and reviewed, and stands there again', async ({ opened: page }) => {
  await writeLedger(page);
  await openAudit(page);
  await page.getByRole('button', { name: 'Run audit' }).click();
  await expect(verdict(page)).toContainText('Clean');
  const form = page.getByRole('group', { name: 'Sign off or note' });
  await expect(form.getByRole('button', { name: 'Sign as reviewer' })).toBeDisabled();
  await form.getByRole('textbox', { name: 'Your name' }).fill('Ada');
  await form.getByRole('textbox', { name: 'Conclusion or note' }).fill('Nothing to claim.');
  await form.getByRole('button', { name: 'Sign as preparer' }).click();
  await expect(page.getByText('Prepared by Ada')).toBeVisible();
  await form.getByRole('textbox', { name: 'Your name' }).fill('Ben');
  await form.getByRole('button', { name: 'Sign as reviewer' }).click();
  await expect(page.getByText('Reviewed by Ben')).toBeVisible();
  await page.getByRole('button', { name: 'Run audit' }).click();
  await expect(page.getByText('Prepared by Ada')).toBeVisible();
  await page.getByRole('button', { name: 'Evidence pack' }).click();
  await expect(page.getByText(/written to reports\/audit-northwind\.zip/).first()).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

test('a finding of a ledger in the folder leads to its row in the grid', async ({ opened: page, workbench }) => {
  await writeLedger(page);
  const files = await readdir(workbench.home, { recursive: true });
  const found = path.join(
    workbench.home,
    files.find((file) => file.endsWith(scenario))!,
  );
  const text = await readFile(found, 'utf8');
  await openAudit(page);
  await writeFile(found, text.replace(/"cap": ?\d+/, '"cap": 10'));
  await expect.poll(() => readFile(found, 'utf8')).not.toBe(text);
  await page.getByRole('button', { name: 'Run audit' }).click();
  const link = page.getByRole('button', { name: /^Go to row/ }).first();
  const row = Number((await link.textContent())!.replace(/\D/g, ''));
  await link.click();
  const grid = page.getByRole('grid', { name: /Ledger/ });
  await expect(grid).toHaveAttribute('aria-activedescendant', new RegExp(`-${row - 1}-0$`));
  await expect(grid.locator(`[aria-rowindex="${row + 1}"]`)).toBeVisible();
});
