import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from '@playwright/test';
import { deviatingRun, ledgerCsv } from '../../support/audited.ts';
import { scenarioOf } from '../../support/growth.ts';
import { violations } from '../axe.ts';
import { keyboardUser } from '../keyboard.ts';
import { test } from '../workbench.ts';

const jobs = Array.from({ length: 12 }, (_, index) => {
  return { at: `2026-01-${String(index + 3).padStart(2, '0')}T08:00`, credits: '20.3', id: `job-${index + 1}` };
});
const scenario = scenarioOf({ usage: { events: jobs } });

test('two scenarios are compared, and one of them with a file of rows, by keyboard alone', async ({
  opened: page,
  workbench,
}) => {
  const { folder } = workbench;
  await mkdir(folder, { recursive: true });
  const fewer = scenarioOf({ usage: { events: jobs.slice(1) } });
  await writeFile(path.join(folder, 'acme.scenario.json'), JSON.stringify(scenario));
  await writeFile(path.join(folder, 'fewer.scenario.json'), JSON.stringify(fewer));
  await writeFile(path.join(folder, 'rows.csv'), ledgerCsv(deviatingRun(scenario, { flexRounding: 'up' })));
  const user = keyboardUser(page);
  await user.partTo('editors');
  await user.choose(page.getByRole('button', { name: 'Open a folder…' }));
  await user.retype(folder);
  await user.press('Enter');
  await expect(page.getByRole('button', { name: /^Total: .* Why\?/ })).toBeVisible();

  await user.partTo('sideBar');
  await user.sees(page.getByRole('treeitem', { name: 'acme.scenario.json' }));
  await user.press('Shift+F10');
  await user.goTo(page.getByRole('menuitem', { name: 'Compare Bills With…' }), 'ArrowDown');
  await user.press('Enter');
  await expect(page.getByRole('option', { name: 'fewer.scenario.json' })).toBeVisible();
  await user.type('fewer');
  await user.press('Enter');

  const outcome = page.getByRole('group', { name: 'Outcome' });
  await expect(outcome).toContainText('Different');
  await expect(outcome).toContainText('1 removed');
  await user.tabTo(page.getByRole('radio', { name: 'Changed (3)' }));
  await user.goTo(page.getByRole('radio', { name: 'Removed (1)' }), 'ArrowRight');
  await expect(page.getByRole('group', { name: 'Rows: Removed' })).toContainText('job-1');
  expect(await violations(page)).toEqual([]);
  await user.goTo(page.getByRole('combobox', { name: 'Second' }), 'Shift+Tab');
  await user.type('rows');
  await expect(outcome).toContainText('rows alone give no invoices');
  await expect(page.getByRole('group', { name: 'Rows: Changed' })).toContainText('flex-close');
});
