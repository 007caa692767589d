import { mkdir, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { evilTag, hostileNames, hostileTextsOf, makeHostileFolder } from '../../support/hostileFolder.ts';
import { test } from '../workbench.ts';

/** Writes down every element that is ever made of a hostile text, however short it lives. */
function watchForElements(): void {
  const made: string[] = [];
  Object.assign(globalThis, { made });
  new MutationObserver((records) => {
    const added = records.flatMap((record) => [...record.addedNodes]).filter((node) => node instanceof Element);
    for (const node of added) {
      const evil = node.matches('[data-evil]') ? node : node.querySelector('[data-evil], a[href^="javascript:"]');
      if (evil) made.push(`${evil.tagName} in ${evil.parentElement?.className}`);
    }
  }).observe(document, { childList: true, subtree: true });
}

const harm = (page: Page) =>
  page.evaluate(() => ({ ran: 'evil' in globalThis, made: Reflect.get(globalThis, 'made') as string[] }));

async function run(page: Page, command: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+Shift+P');
  await page.getByRole('combobox', { name: 'Command palette' }).fill(`>${command}`);
  await expect(page.getByRole('option', { name: command }).first()).toBeVisible();
  await page.keyboard.press('Enter');
}

test.use({ actionTimeout: 30_000 });
test.skip(process.platform === 'win32', 'needs file names that Windows does not have');

test('a folder from an attacker is text in every view, and nothing else (S32, S33, F44)', async ({
  workbench,
  page,
}) => {
  test.setTimeout(240_000);
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await mkdir(workbench.home, { recursive: true });
  const folder = await makeHostileFolder(workbench.home);
  await page.addInitScript(watchForElements);
  await page.goto(await workbench.start(folder));

  await test.step('window title, notice and explorer', async () => {
    await expect.poll(() => page.title()).toContain(`${hostileNames.folder} – Drawdown`);
    await expect(
      page.getByText('Only you can set what this folder asks for: zoom. It is not applied.').first(),
    ).toBeVisible();
    await page.getByRole('treeitem', { name: hostileNames.scenario }).hover();
    await page.getByRole('treeitem', { name: hostileNames.scenario }).dblclick();
  });

  await test.step('form, bill, tab and why', async () => {
    await expect(page.getByRole('button', { name: /^Total: .* Why\?/ })).toBeVisible({ timeout: 60_000 });
    await expect(page.getByText(hostileTextsOf.planName).first()).toBeAttached();
    await page.getByRole('tab', { name: 'alert(1)' }).first().hover();
    await page.getByRole('button', { name: /^Total: .* Why\?/ }).click();
    await expect(page.getByRole('tree', { name: 'Why' })).toBeVisible();
  });

  await test.step('forecast, plan and comparison', async () => {
    await run(page, 'Forecast: Open');
    await expect(page.getByText('10,000 paths · seed 1').first()).toBeVisible({ timeout: 60_000 });
    await run(page, 'Planner: Plan a Prepaid Purchase');
    await expect(page.getByRole('region', { name: 'Answer' })).toBeVisible({ timeout: 60_000 });
    await run(page, 'Compare: Compare Variants');
    await expect(page.getByRole('group', { name: /^Side by side/ })).toBeVisible({ timeout: 60_000 });
  });

  await test.step('quote: form, page, file', async () => {
    await page.getByRole('treeitem', { name: hostileNames.scenario }).click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Write Quote…' }).click();
    await page.getByRole('textbox', { name: 'Customer', exact: true }).fill(evilTag);
    await page.getByRole('combobox', { name: 'Paths' }).selectOption('1000');
    await page.getByRole('button', { name: 'Make Quote' }).click();
    await expect(page.getByRole('button', { name: 'Write to Reports' })).toBeVisible({ timeout: 60_000 });
    const preview = page.frameLocator('iframe[title="Page for the customer"]');
    await expect(preview.getByRole('heading', { name: `Quote for ${evilTag}` })).toBeVisible();
    await expect(preview.locator('[data-evil], script, a[href^="javascript:"]')).toHaveCount(0);
    await page.getByRole('button', { name: 'Write to Reports' }).click();
    await expect(page.getByText(/^Written to reports\/quote-/)).toBeVisible();
  });

  await test.step('ledger and audit', async () => {
    await page.getByRole('treeitem', { name: hostileNames.scenario }).dblclick();
    await page.getByRole('button', { name: 'Write ledger' }).first().click();
    await expect(page.getByRole('grid').getByRole('row').nth(1)).toContainText('subscribe', { timeout: 60_000 });
    await page.getByRole('treeitem', { name: /alert.*\.ledger/ }).click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Audit This Ledger…' }).click();
    await page.getByRole('button', { name: 'Run audit' }).click();
    await expect(page.getByRole('group', { name: 'Verdict' })).toContainText('Clean', { timeout: 60_000 });
  });

  await test.step('text and problems', async () => {
    await page.getByRole('treeitem', { name: hostileNames.broken }).dblclick();
    await page.keyboard.press('ControlOrMeta+Shift+M');
    await expect(page.getByRole('list', { name: 'Problems' }).getByText(evilTag).first()).toBeVisible();
    await page.getByRole('button', { name: 'Open as Text' }).first().click();
    await expect(page.locator('.monaco-editor').first()).toBeVisible({ timeout: 60_000 });
  });

  await test.step('import', async () => {
    await run(page, 'File: Import Usage…');
    const buffer = Buffer.from(
      `at,"${evilTag}","${hostileTextsOf.unit}"\n2026-01-01,5,"${evilTag}"\nnever,6,"${evilTag}"\n`,
    );
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Choose a file…' }).click(),
    ]);
    await chooser.setFiles({ name: `${evilTag}.csv`, mimeType: 'text/csv', buffer });
    await expect(page.getByRole('heading', { name: `${evilTag}.csv` })).toBeVisible();
    await expect(page.getByText('Refused').first()).toBeVisible();
  });

  await test.step('search', async () => {
    await page.keyboard.press('ControlOrMeta+P');
    await page.locator('.quick-pick').getByRole('combobox').fill('img data-evil');
    await expect(page.locator('.quick-pick').getByRole('option', { name: evilTag }).first()).toBeVisible();
    await page.keyboard.press('Escape');
  });

  expect(await harm(page)).toEqual({ ran: false, made: [] });
  expect(dialogs).toEqual([]);
  expect(new URL(page.url()).pathname).toBe('/');
  const pages = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.html'));
  expect(pages.length).toBeGreaterThan(0);
  for (const file of pages) expect(await readFile(path.join(folder, file), 'utf8')).not.toMatch(/<[^>]*data-evil/);
});
