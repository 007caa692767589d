import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from '@playwright/test';
import { keyboardUser } from '../keyboard.ts';
import { sampleFile } from '../sampleFile.ts';
import { test } from '../workbench.ts';

const trace = path.resolve(import.meta.dirname, '../../fixtures/usage/llm-trace-code.csv');

test('the real trace is imported as two meters and joins the scenario, by keyboard alone', async ({
  opened: page,
  workbench,
}) => {
  const user = keyboardUser(page);
  await user.partTo('editors');
  await user.choose(page.getByRole('button', { name: /^Growing monthly customer/ }));
  await expect(page.getByRole('button', { name: /^Total: .* Why\?/ })).toBeVisible();
  await user.command('File: Import Usage…');
  await user.tabTo(page.getByRole('button', { name: 'Choose a file…' }));
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), user.press('Enter')]);
  await chooser.setFiles(trace);
  const totals = page.getByRole('table', { name: 'Control totals' });
  await expect(totals.getByRole('row', { name: 'context-tokens 8,819 18,059,974' })).toBeVisible();
  await expect(totals.getByRole('row', { name: 'generated-tokens 8,819 245,896' })).toBeVisible();
  await user.sees(page.getByRole('heading', { name: 'Import usage' }));
  await user.choose(page.getByRole('button', { name: /^Import 17,638 usage rows/ }));
  const done = page.getByRole('button', { name: 'Open the scenario' });
  await expect(done).toBeVisible();
  await user.sees(page.getByRole('heading', { name: 'Import usage' }));
  await user.choose(done);
  await user.sees(page.getByRole('tab', { name: 'northwind, Form, not saved' }));

  const scenario = await sampleFile(workbench.home, 'northwind.scenario.json');
  const imported = path.join(path.dirname(scenario), 'usage/llm-trace-code.csv');
  expect((await readFile(imported, 'utf8')).trimEnd().split('\n')).toHaveLength(17_639);
  await user.press('ControlOrMeta+s');
  await expect.poll(() => readFile(scenario, 'utf8')).toContain('usage/llm-trace-code.csv');
});
