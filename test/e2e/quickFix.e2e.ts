import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from '@playwright/test';
import { test } from './workbench.ts';

const scenario = {
  format: 'drawdown.scenario/1',
  name: 'Acme',
  currency: 'USD',
  horizon: { start: '2026-01-01', end: '2027-01-01' },
  plans: [{ id: 'growth', kind: 'paid', cycle: 'monthly', fee: 299, includedCredits: 150, flexPrice: 4 }],
  meters: [],
  timeline: [
    { at: '2026-01-01', do: 'subscribe', plan: 'grwth' },
    { at: '2027-03-05', do: 'buy-prepaid', credits: 10, unitPrice: 4 },
  ],
};

test('faults are mended by quick fixes in the list, the text and the form, by the keyboard, each one step of undo', async ({
  workbench,
  page,
}) => {
  await mkdir(workbench.folder);
  await writeFile(path.join(workbench.folder, 'acme.scenario.json'), JSON.stringify(scenario, null, 2));
  await page.goto(await workbench.start(workbench.folder));
  await expect(page.getByRole('tab', { name: /Form/ })).toBeVisible();

  await page.keyboard.press('Control+Shift+M');
  const problems = page.getByRole('list', { name: 'Problems' });
  const misspelt = problems.getByRole('button', { name: /^Error There is no plan grwth/ });
  await expect(problems.getByRole('button', { name: /^Quick fix:/ })).toHaveCount(2);
  await misspelt.focus();
  await page.keyboard.press('Control+.');
  const fixes = page.getByRole('dialog', { name: 'Quick Fix' });
  await expect(fixes.getByRole('option').first()).toContainText('Change to growth');
  await page.keyboard.press('Enter');
  await expect(misspelt).toBeHidden();
  await expect(problems.getByRole('listitem')).toHaveCount(1);

  await problems
    .getByRole('button', { name: /lies after the horizon/ })
    .first()
    .press('Enter');
  await expect(page.locator('[data-path="timeline[1].at"]')).toBeFocused();
  await page.keyboard.press('Control+.');
  await expect(fixes.getByRole('option', { name: /Let the horizon end at 2027-03-06/ })).toBeVisible();
  await page.keyboard.type('horizon end');
  await page.keyboard.press('Enter');
  await expect(page.getByText('No problems in the open documents')).toBeVisible();

  await page.keyboard.press('Control+Z');
  await expect(problems.getByRole('listitem')).toHaveCount(1);
  await page.keyboard.press('Control+Z');
  await expect(problems.getByRole('listitem')).toHaveCount(2);
});
