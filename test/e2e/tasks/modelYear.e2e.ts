import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from '@playwright/test';
import { keyboardUser } from '../keyboard.ts';
import { settled, test } from '../workbench.ts';

test('a year is modelled in a folder of one’s own, by keyboard alone', async ({ opened: page, workbench }) => {
  const user = keyboardUser(page);
  await mkdir(workbench.folder, { recursive: true });
  await user.partTo('editors');
  await user.choose(page.getByRole('button', { name: 'Open a folder…' }));
  await user.retype(workbench.folder);
  await user.press('Enter');
  // The palette is for what was there when it was opened.
  await expect(page.getByRole('button', { name: 'workspace: go to file' })).toBeVisible();
  await user.command('File: New Scenario…');
  await expect(page.getByRole('option', { name: /^Monthly plan Included/, selected: true })).toBeVisible();
  await user.press('Enter');
  await user.sees(page.getByRole('textbox', { name: 'Name of the customer or the case' }));
  await user.type('Acme 2026');
  await user.press('Enter');

  const total = page.getByRole('button', { name: /^Total: .* Why\?/ });
  await expect(total).toBeVisible();
  await settled(page);
  const before = (await total.textContent()) ?? '';
  await user.press('ControlOrMeta+Shift+O');
  await user.type('usage');
  const symbols = page.getByRole('dialog', { name: 'Go to symbol' });
  await expect(symbols.getByRole('option', { name: /usage/, selected: true })).toBeVisible();
  await user.press('Enter');
  await expect(symbols).toBeHidden();
  await user.tabTo(page.getByRole('textbox', { name: 'Level' }));
  await user.retype('200');
  await expect(total).not.toHaveText(before);
  await user.press('ControlOrMeta+s');
  const file = path.join(workbench.folder, 'acme-2026.scenario.json');
  await expect.poll(() => readFile(file, 'utf8')).toContain('"level": 200');
  await user.press('ControlOrMeta+z');
  await expect(total).toHaveText(before);
  await expect(page.getByRole('contentinfo')).toContainText('Not saved');
});
