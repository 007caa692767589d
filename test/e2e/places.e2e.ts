import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { scenarioOf } from '../support/growth.ts';
import { keptPlaces } from './keptPlaces.ts';
import { test } from './workbench.ts';

const usage = Array.from({ length: 9_000 }, (_, row) => {
  const at = new Date(Date.UTC(2026, 0, 2) + row * 600_000).toISOString();
  return `${at},training,${1 + ((row * 37) % 97)},e${row}`;
});

const tab = (page: Page, name: RegExp) => page.getByRole('tab', { name }).first();

test('after a restart a grid, a form and a text are looked at where they were', async ({ page, workbench }) => {
  await mkdir(path.join(workbench.folder, 'usage'), { recursive: true });
  await writeFile(path.join(workbench.folder, 'usage/jan.csv'), `at,meter,quantity,id\n${usage.join('\n')}\n`);
  const scenario = JSON.stringify(scenarioOf({ usage: { files: [{ path: 'usage/jan.csv' }] } }), null, 2);
  await writeFile(path.join(workbench.folder, 'acme.scenario.json'), scenario);
  const kept = keptPlaces(page);
  await page.goto(await workbench.start(workbench.folder));
  const form = page.locator('.form-scroll');
  await expect(form).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Plans' })).toBeAttached();
  await form.evaluate((body) => body.scrollTo({ top: 700, behavior: 'instant' }));
  await expect.poll(() => form.evaluate((body) => body.scrollTop)).toBe(700);

  await page.getByRole('treeitem', { name: 'acme.scenario.json' }).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Open as Text' }).click();
  const text = page.getByRole('textbox', { name: 'Text of acme.scenario.json' });
  await text.focus();
  await page.keyboard.press('ControlOrMeta+End');
  const lastLine = page.locator('.line-numbers.active-line-number');
  const line = await lastLine.textContent();
  expect(Number(line)).toBeGreaterThan(40);

  await page.getByRole('treeitem', { name: /jan\.csv/ }).dblclick();
  const grid = page.getByRole('grid', { name: 'Rows of jan.csv' });
  await grid.getByRole('columnheader', { name: 'at' }).click();
  await grid.getByRole('columnheader', { name: 'at' }).click();
  await expect(grid.getByRole('row').nth(1)).toContainText('e8999');
  await expect(grid).toHaveAttribute('aria-busy', 'false');
  await grid.focus();
  await page.keyboard.press('ArrowDown');
  for (let time = 0; time < 4; time++) await page.keyboard.press('PageDown');
  await expect(grid.locator('.grid-row-cursor')).toBeVisible();
  const row = Number(await grid.locator('.grid-row-cursor').getAttribute('aria-rowindex'));
  expect(row).toBeGreaterThan(20);
  const top = await grid.getByRole('row').nth(3).getAttribute('aria-rowindex');

  // The host keeps it before it is killed.
  await expect.poll(() => kept.at(-1)).toContain(`"cursor":{"row":${row - 2},`);
  await workbench.kill();
  await page.goto(await workbench.start(workbench.folder));
  await expect(grid.locator(`[aria-rowindex="${row}"].grid-row-cursor`)).toBeVisible();
  await expect(grid.getByRole('columnheader', { name: 'at' })).toHaveAttribute('aria-sort', 'descending');
  await expect(grid.locator(`[aria-rowindex="${top}"]`)).toBeVisible();
  await tab(page, /acme\.scenario\.json/).click();
  await expect(lastLine).toHaveText(line!);
  await tab(page, /acme.*Form/).click();
  // Something above may have grown by a pixel.
  await expect.poll(() => form.evaluate((body) => body.scrollTop)).toBeGreaterThan(650);
});
