import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { violations } from './axe.ts';
import { settled, test } from './workbench.ts';

/** Types a command into the palette, as keyboard users do. */
async function command(page: Page, title: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+Shift+P');
  await page.getByRole('combobox', { name: 'Command palette' }).fill(`>${title}`);
  await expect(page.getByRole('option', { name: title }).first()).toBeVisible();
  await page.keyboard.press('Enter');
}

/** Opens a sample and a comparison of it. */
async function compare(page: Page, sample: RegExp): Promise<void> {
  await page.getByRole('main').getByRole('button', { name: sample }).first().click();
  await expect(page.getByRole('button', { name: /^Total: .* Why\?/ })).toBeVisible();
  await command(page, 'Compare: Compare Variants');
  await whole(page);
}

async function whole(page: Page, seed = 1): Promise<void> {
  await expect(page.getByText(`10,000 paths · seed ${seed} · the same demand for all`)).toBeVisible();
  await settled(page);
}

function table(page: Page): Locator {
  return page.getByRole('group', { name: /^Side by side/ });
}

/** The cells of a row of the table. */
function row(page: Page, title: string): Locator {
  return table(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: title }) })
    .getByRole('cell');
}

async function comparisonFile(
  home: string,
): Promise<{ readonly variants: readonly { readonly name: string; readonly changes: readonly object[] }[] }> {
  const files = await readdir(home, { recursive: true });
  const file = files.find((each) => each.endsWith('.comparison.json'))!;
  return JSON.parse(await readFile(path.join(home, file), 'utf8'));
}

test('a scenario is compared as it is and otherwise, and variants are added, changed and removed by the keyboard', async ({
  opened: page,
  workbench,
}) => {
  await compare(page, /Growing monthly customer/);
  const second = page.getByRole('textbox', { name: 'Name', exact: true }).first();
  await expect(second).toHaveValue('Without Flex');
  await expect(row(page, 'Flex settings')).toHaveText([/^on, cap 250 USD/, /^off, cap 250 USD/]);
  await expect(row(page, 'Mean difference').nth(1)).toContainText(/[−+]\$/);

  await page.getByRole('button', { name: 'Add variant' }).press('Enter');
  await expect(page.getByRole('textbox', { name: 'Name', exact: true }).nth(1)).toBeFocused();
  await page.keyboard.type('Less usage');
  const added = page.getByRole('listitem', { name: 'Less usage' });
  await added.getByRole('button', { name: 'Remove Prepaid purchase from Less usage' }).press('Enter');
  await added.getByRole('combobox', { name: 'Add a change to Less usage' }).selectOption('usage');
  await added.getByRole('textbox', { name: 'Times' }).fill('0.5');
  await expect(row(page, 'Usage factor')).toHaveText(['none', 'none', '× 0.5']);
  await whole(page);
  await expect(row(page, 'Chance that it is cheaper').nth(2)).toHaveText(/^(> 99\.9|9\d\.\d|100) %$/);

  await page.keyboard.press('ControlOrMeta+s');
  await expect(page.getByRole('contentinfo')).toContainText('Saved');
  await expect
    .poll(async () => (await comparisonFile(workbench.home)).variants.map(({ name }) => name))
    .toEqual(['As it is', 'Without Flex', 'Less usage']);
  await page.getByRole('button', { name: 'Remove Without Flex', exact: true }).press('Enter');
  await expect(row(page, 'Usage factor')).toHaveText(['none', '× 0.5']);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(row(page, 'Usage factor')).toHaveText(['none', 'none', '× 0.5']);
});

test('what is wrong with a variant is told at its change, and the last good figures stay', async ({ opened: page }) => {
  await compare(page, /Growing monthly customer/);
  const second = page.getByRole('listitem', { name: 'Without Flex' });
  await second.getByRole('textbox', { name: 'From' }).fill('soon');
  await expect(second.getByText(/This is not a date/)).toBeVisible();
  await expect(page.getByText('This is the last good comparison')).toBeVisible();
  await expect(table(page)).toBeVisible();
  await second.getByRole('textbox', { name: 'From' }).fill('');
  await expect(page.getByText('This is the last good comparison')).toBeHidden();
});

test('a break-even is sought, told in a sentence, walked over and shown as a table', async ({ opened: page }) => {
  await compare(page, /How much prepaid/);
  await page.getByRole('combobox', { name: 'Solve for' }).selectOption('flexPrice');
  const solutions = page.getByRole('region', { name: /^Break-even, and/ }).getByRole('listitem');
  await expect(solutions.first()).toContainText(/a Flex credit/);
  await page.getByRole('combobox', { name: 'So that' }).selectOption('target');
  await page.getByRole('textbox', { name: 'Amount' }).fill('7000');
  await expect(solutions.first()).toContainText('7000.00 USD');
  const chart = page.getByRole('region', { name: 'Break-even', exact: true });
  await chart.getByRole('group', { name: /arrow keys walk/ }).focus();
  await page.keyboard.press('End');
  await expect(chart.getByRole('status')).toContainText(/10: As it is \$[\d,.]+/);
  await chart.getByRole('button', { name: /as a table/ }).press('Enter');
  await expect(chart.getByRole('row')).toHaveCount(34);
});

test('the comparison has no violation', async ({ opened: page }) => {
  await compare(page, /Growing monthly customer/);
  await expect(page.getByRole('region', { name: 'Break-even', exact: true })).toBeVisible();
  expect(await violations(page)).toEqual([]);
});
