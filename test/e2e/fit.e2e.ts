import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from '@playwright/test';
import { scenarioOf } from '../support/growth.ts';
import { violations } from './axe.ts';
import { test } from './workbench.ts';

const dayOf = (index: number): string => new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10);

/** A workspace whose scenario has 90 days of usage: 30 minutes a day, 60 on Mondays. */
async function writeWorkspace(folder: string): Promise<void> {
  await mkdir(path.join(folder, 'usage'), { recursive: true });
  const rows = Array.from({ length: 90 }, (_, index) => `${dayOf(index)},training,${index % 7 === 4 ? 60 : 30}`);
  await writeFile(path.join(folder, 'usage/own.csv'), `at,meter,quantity\n${rows.join('\n')}\n`);
  const scenario = scenarioOf({ usage: { files: [{ path: 'usage/own.csv' }] } });
  await writeFile(path.join(folder, 'acme.scenario.json'), JSON.stringify(scenario, null, 2));
}

test('usage that was seen becomes a demand model, in one step of undo', async ({ page, workbench }) => {
  await writeWorkspace(workbench.folder);
  await page.goto(await workbench.start(workbench.folder));
  await page.getByText('acme.scenario.json').first().click();
  await page.getByRole('button', { name: 'From History…' }).click();
  const fit = page.getByRole('tabpanel', { name: 'acme, Fit' });
  await expect(fit.getByText('Looked at 90 days, 2026-01-01 to 2026-03-31.')).toBeVisible();
  await expect(fit.getByText(/less than two years, no yearly pattern can be told/)).toBeVisible();
  await expect(fit.getByText('The 80 % band holds 28 of 28 days, 100 %.')).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await fit.getByRole('button', { name: 'Use This Model' }).click();
  await expect(fit.getByRole('button', { name: 'Replace Model training-fitted' })).toBeVisible();
  await expect(fit.getByText(/known until 2026-04-01/)).toBeVisible();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(fit.getByRole('button', { name: 'Use This Model' })).toBeVisible();
});

test('a shorter history says what it cannot tell, and a too long hold-out why there is no backtest', async ({
  page,
  workbench,
}) => {
  await writeWorkspace(workbench.folder);
  await page.goto(await workbench.start(workbench.folder));
  await page.getByText('acme.scenario.json').first().click();
  await page.getByRole('button', { name: 'From History…' }).click();
  const fit = page.getByRole('tabpanel', { name: 'acme, Fit' });
  await fit.getByRole('textbox', { name: 'From' }).fill('2026-03-22');
  await expect(
    fit.getByText('With 10 days of history, less than two weeks, no weekday pattern can be told.'),
  ).toBeVisible();
  await expect(fit.getByText('There are 10 days of history; holding so many out needs at least 58.')).toBeVisible();
  await fit.getByRole('textbox', { name: 'From' }).fill('soon');
  await expect(fit.getByText('A date such as 2026-01-31.')).toBeVisible();
});
