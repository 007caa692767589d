import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from '@playwright/test';
import { scenarioDocument } from '../support/scenarioDocument.ts';
import { test } from './workbench.ts';

test('a bill of millions of rows is stopped by its button, and gives way to a newer text (F44)', async ({
  page,
  workbench,
}) => {
  const models = Array.from({ length: 150 }, (_, index) => {
    return { id: `m${index}`, credits: true, level: 0.001, per: 'day' };
  });
  const scenario = scenarioDocument({ horizon: { start: '2026-01-01', end: '2099-01-01' }, usage: { models } });
  await mkdir(workbench.folder);
  await writeFile(path.join(workbench.folder, 'acme.scenario.json'), JSON.stringify(scenario, null, 2));
  await page.goto(await workbench.start(workbench.folder));
  await page.getByText('acme.scenario.json').first().click();
  const end = page.getByRole('textbox', { name: 'End (not included)' });
  await expect(end).toHaveValue('2099-01-01');
  await page.getByRole('button', { name: 'Open Bill to the Side' }).click();
  const bill = page.getByRole('tabpanel', { name: 'acme, Bill' });
  await expect(bill.getByText('Computing the bill of 3,999,450 usage events…')).toBeVisible({ timeout: 30_000 });
  await bill.getByRole('button', { name: 'Cancel', exact: true }).click();
  await expect(bill.getByText('Stopped.')).toBeVisible();
  await bill.getByRole('button', { name: 'Compute again' }).click();
  await expect(bill.getByText('Computing the bill of 3,999,450 usage events…')).toBeVisible();
  await end.fill('2026-01-20');
  await end.press('Enter');
  await expect(bill.getByText('2,850 usage events')).toBeVisible({ timeout: 30_000 });
  await expect(bill.getByRole('button', { name: 'Cancel', exact: true })).toBeHidden();
});
