import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from '@playwright/test';
import { scenarioOf } from '../support/growth.ts';
import { violations } from './axe.ts';
import { test } from './workbench.ts';

const usage = Array.from({ length: 30_000 }, (_, row) => {
  const at = new Date(Date.UTC(2026, 0, 2) + row * 60_000).toISOString();
  return `${at},training,${1 + ((row * 37) % 97)},e${row}`;
});

test('a usage file and the findings of an audit are grids: sorted, filtered, and one key from the row', async ({
  page,
  workbench,
}) => {
  await mkdir(path.join(workbench.folder, 'usage'), { recursive: true });
  await writeFile(path.join(workbench.folder, 'usage/jan.csv'), `at,meter,quantity,id\n${usage.join('\n')}\n`);
  const scenario = (cap: number) =>
    JSON.stringify(
      scenarioOf({
        usage: { files: [{ path: 'usage/jan.csv' }] },
        timeline: [
          { at: '2026-01-01', do: 'subscribe', plan: 'growth' },
          { at: '2026-01-01', do: 'set-flex', enabled: true, cap },
        ],
      }),
    );
  await writeFile(path.join(workbench.folder, 'acme.scenario.json'), scenario(5000));
  await page.goto(await workbench.start(workbench.folder));

  // The usage file, from the explorer.
  await page.getByRole('treeitem', { name: /jan\.csv/ }).dblclick();
  const rows = page.getByRole('grid', { name: 'Rows of jan.csv' });
  await expect(rows).toHaveAttribute('aria-rowcount', '30001');
  await rows.getByRole('columnheader', { name: 'quantity' }).click();
  await expect(rows.getByRole('row').nth(1)).toContainText('e0');
  await rows.getByRole('columnheader', { name: 'quantity' }).click();
  await expect(rows.getByRole('row').nth(1).getByRole('gridcell', { name: '97', exact: true })).toBeVisible();
  await expect(rows).toHaveAttribute('aria-busy', 'false');

  // A ledger, audited against terms that were changed since.
  await page.getByRole('treeitem', { name: /acme\.scenario/ }).dblclick();
  await page.getByRole('tab', { name: /Bill/ }).click();
  await page.getByRole('button', { name: 'Write ledger' }).click();
  await expect(page.getByRole('grid', { name: 'Ledger acme' })).toBeVisible();
  await writeFile(path.join(workbench.folder, 'acme.scenario.json'), scenario(1000));
  await page.getByRole('treeitem', { name: 'acme.ledger' }).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Audit This Ledger…' }).click();
  await page.getByRole('button', { name: 'Run audit' }).click();
  await page.getByRole('button', { name: 'Findings as a grid' }).click();
  const findings = page.getByRole('grid', { name: /^Findings of/ });
  await expect(findings).toHaveAttribute('aria-rowcount', /^\d{3,}$/);

  // Filtered to one code and searched; Enter goes from the finding to its row.
  await findings.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  const code = (await findings.locator('.grid-cursor').textContent())!;
  await page.keyboard.press('ControlOrMeta+Shift+L');
  await page.getByRole('dialog', { name: 'Filter by Finding' }).getByRole('textbox').fill(`=${code}`);
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^[\d,]+ of [\d,]+ rows$/)).toBeVisible();
  await expect(findings).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('complementary', { name: 'The finding in full' })).toBeVisible();
  expect(await violations(page, '.audit-grid')).toEqual([]);
  const row = Number(
    (await findings.locator('.grid-row-cursor [aria-colindex="5"]').textContent())!.replace(/\D/g, ''),
  );
  await page.keyboard.press('Enter');
  const ledger = page.getByRole('grid', { name: 'Ledger acme' });
  await expect(ledger).toHaveAttribute('aria-activedescendant', new RegExp(`-${row - 1}-\\d+$`));
});
