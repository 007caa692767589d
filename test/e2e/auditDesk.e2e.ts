import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { deviatingRun, ledgerCsv } from '../support/audited.ts';
import { scenarioOf } from '../support/growth.ts';
import { pdfPages } from '../support/pdfText.ts';
import { violations } from './axe.ts';
import { test, type Workbench } from './workbench.ts';

const jobs = Array.from({ length: 12 }, (_, index) => {
  return { at: `2026-01-${String(index + 3).padStart(2, '0')}T08:00`, credits: '20.3', id: `job-${index + 1}` };
});
const scenario = scenarioOf({ usage: { events: jobs } });

/** A folder with terms, and with rows of somebody who rounds Flex up. */
async function folderWithRows({ folder }: Workbench): Promise<string> {
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'acme.scenario.json'), JSON.stringify(scenario));
  await writeFile(path.join(folder, 'rows.csv'), ledgerCsv(deviatingRun(scenario, { flexRounding: 'up' })));
  return folder;
}

/** Runs a command through the palette, by keyboard alone. */
async function command(page: Page, title: string): Promise<void> {
  await expect(page.getByRole('treeitem', { name: 'rows.csv' })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Shift+P');
  await expect(page.getByRole('combobox', { name: 'Command palette' })).toBeFocused();
  await page.keyboard.type(title);
  await expect(page.getByRole('option', { name: new RegExp(title) }).first()).toBeVisible();
  await page.keyboard.press('Enter');
}

/** Audits the rows, by keyboard alone. */
async function audit(page: Page): Promise<void> {
  await command(page, 'Audit a Ledger or Invoices');
  const ledger = page.getByRole('combobox', { name: 'Ledger', exact: true });
  await expect(page.getByRole('combobox', { name: 'Terms' })).toHaveValue('acme.scenario.json');
  await ledger.focus();
  await page.keyboard.type('rows');
  await expect(ledger).toHaveValue('path:rows.csv');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByRole('group', { name: 'Verdict' })).toContainText('1 finding');
}

/** Types into the field that is focused, over what is there. */
async function type(page: Page, group: string, label: string, text: string): Promise<void> {
  const field = page.getByLabel(group).getByLabel(label, { exact: true });
  await field.focus();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(text);
}

test('an auditor judges, draws, ticks, notes and follows up, by keyboard alone', async ({ page, workbench }) => {
  test.setTimeout(120_000);
  const folder = await folderWithRows(workbench);
  await page.goto(await workbench.start(folder));
  await audit(page);
  const bridge = page.getByRole('group', { name: 'Reconciliation by cause' });
  await expect(bridge.getByRole('row', { name: /Flex was rounded up at the end of the month/ })).toContainText(
    '+$4.00',
  );
  await expect(bridge.getByRole('row', { name: /Not explained/ })).toContainText('$0.00');

  await type(page, 'Working papers', 'Your name', 'Ada');
  await type(page, 'Thresholds', 'Overall materiality', '3.50');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('group', { name: 'Judgement' })).toContainText('Material');
  const tieOut = page.getByRole('group', { name: 'Tie-out of invoice lines' });
  await expect(tieOut.getByRole('row', { name: /Not tied/ })).toContainText('material by itself');

  await type(page, 'Draw a sample', 'Rows to draw', '3');
  await type(page, 'Draw a sample', 'Seed', '7');
  await page.keyboard.press('Enter');
  const sample = page.getByRole('group', { name: 'Rows drawn with seed 7' });
  await expect(sample.getByRole('row')).toHaveCount(4);
  await sample.getByRole('textbox').first().focus();
  await page.keyboard.type('No such job');
  const disagree = sample.getByRole('button', { name: /: not agreed$/ }).first();
  await disagree.focus();
  await page.keyboard.press('Space');
  await expect(disagree).toHaveAttribute('aria-pressed', 'true');

  await type(page, 'Note on a row', 'Row', '3');
  await type(page, 'Note on a row', 'Note on the row', 'Voucher seen');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('list', { name: 'Notes on rows' })).toContainText('job-1');
  // A note in the papers has a menu of its own, which leads to its row as its button does.
  const noted = page.getByRole('list', { name: 'Notes', exact: true }).getByRole('button', { name: 'Row 3' });
  await noted.focus();
  await page.keyboard.press('Shift+F10');
  await expect(page.getByRole('menuitem', { name: 'Go to the Row' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(noted).toBeFocused();

  const exceptions = page.getByRole('group', { name: 'Exceptions', exact: true });
  await expect(exceptions).toContainText('Drawn row did not agree');
  await exceptions.getByRole('button', { name: 'Flex is rounded wrongly' }).focus();
  await page.keyboard.press('Enter');
  await type(page, 'Follow up', 'Owner', 'Ben');
  await type(page, 'Follow up', 'Note', 'Asked the biller');
  await page.keyboard.press('Enter');
  await expect(exceptions.getByRole('row', { name: /Flex is rounded wrongly/ })).toContainText('Asked the biller');
  expect(await violations(page)).toEqual([]);

  await page.getByRole('button', { name: 'Export CSV' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText(/written to reports\/exceptions-rows\.csv/).first()).toBeVisible();
  const csv = await readFile(path.join(folder, 'reports/exceptions-rows.csv'), 'utf8');
  expect(csv).toMatch(/flex-rounding,R12,.*,open,Ben,,1,Asked the biller,/);
  expect(csv).toMatch(/^sample,,.*No such job/m);
});

test('the report opens in a tab of its own, and prints with page numbers', async ({ page, workbench }) => {
  test.setTimeout(120_000);
  await page.goto(await workbench.start(await folderWithRows(workbench)));
  await audit(page);
  const [report] = await Promise.all([page.waitForEvent('popup'), command(page, 'Print Report')]);
  await expect(report.getByRole('heading', { level: 1 })).toContainText('Audit of');
  expect(await report.locator('script, img, link').count()).toBe(0);
  const pages = pdfPages(await report.pdf({ preferCSSPageSize: true }));
  expect(pages.length).toBeGreaterThan(1);
  for (const [index, text] of pages.entries()) {
    expect(text).toContain('2026-01-01 until');
    expect(text).toContain(`page ${index + 1} of ${pages.length}`);
  }
});
