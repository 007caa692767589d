import { expect, type Page } from '@playwright/test';
import { violations } from './axe.ts';
import { test } from './workbench.ts';

/** The rows of the trace as a grid, with the focus in it. */
async function openRows(page: Page) {
  await page
    .getByRole('main')
    .getByRole('button', { name: /code completion|token/i })
    .first()
    .click();
  await page.getByRole('button', { name: 'Write ledger' }).click();
  const grid = page.getByRole('grid');
  await expect(grid.getByRole('row').nth(1)).toContainText('opening');
  await grid.focus();
  return grid;
}

async function press(page: Page, key: string, times: number): Promise<void> {
  for (let time = 0; time < times; time++) await page.keyboard.press(key);
}

test('rows are sorted, filtered, searched and copied by keyboard alone', async ({ opened: page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const grid = await openRows(page);
  const all = Number(await grid.getAttribute('aria-rowcount')) - 1;

  // An entry of the ledger is gone to from the palette, by its number.
  await page.keyboard.press('ControlOrMeta+P');
  await page.keyboard.type(':1234');
  await expect(page.getByRole('option', { name: /Go to row 1234/, selected: true })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(grid).toBeFocused();
  await expect(grid.locator('.grid-cursor')).toHaveText(/^1,?234$/);
  await page.keyboard.press('ControlOrMeta+Home');

  // The title of the column Credits, by keys: Enter sorts upwards, and again downwards.
  await page.keyboard.press('ArrowUp');
  await press(page, 'ArrowRight', 5);
  const credits = grid.getByRole('columnheader', { name: /^Credits/ });
  await page.keyboard.press('Enter');
  await expect(credits).toHaveAttribute('aria-sort', 'ascending');
  await expect(grid).toHaveAttribute('aria-busy', 'false');
  await page.keyboard.press('Enter');
  await expect(credits).toHaveAttribute('aria-sort', 'descending');
  await expect(grid).toHaveAttribute('aria-busy', 'false');
  await expect(grid.getByRole('row').nth(1)).toContainText('150');

  // A filter that cannot be read says so and where; the next one is taken.
  await page.keyboard.press('ControlOrMeta+Shift+L');
  const filter = page.getByRole('dialog', { name: 'Filter by Credits' });
  await filter.getByRole('textbox').fill('0.002..many');
  await expect(filter).toContainText('“many” is not a number such as 1234.5. (Characters 8 to 11.)');
  await filter.getByRole('textbox').fill('>=0.002');
  await page.keyboard.press('Enter');
  await expect(filter).toBeHidden();
  await expect(page.getByText(/^[\d,]+ of 17,641 rows$/)).toBeVisible();
  await expect(grid).toBeFocused();
  expect(Number(await grid.getAttribute('aria-rowcount')) - 1).toBeLessThan(all);

  // Found in all rows, not only in those that are drawn.
  await page.keyboard.press('ControlOrMeta+F');
  await page.getByRole('textbox', { name: 'Find' }).fill('llm-input');
  const count = page.getByRole('search').getByRole('status');
  await expect(count).toHaveText(/^1 of [\d,]+$/);
  await page.keyboard.press('Shift+Enter');
  await expect(count).toHaveText(/^([\d,]+) of \1$/);
  await page.keyboard.press('Escape');
  await expect(grid).toBeFocused();
  await expect(grid.locator('.grid-cursor')).toHaveText('llm-input');

  // The last two rows, with the columns beside, go to the clipboard with their titles.
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+ArrowUp');
  await press(page, 'Shift+ArrowRight', 2);
  await expect(page.getByText('Selected 2 rows, 3 columns.')).toBeAttached();
  await page.keyboard.press('ControlOrMeta+Shift+C');
  await expect(page.getByText('Copied 2 rows, 3 columns.')).toBeAttached();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.split('\n').map((line) => line.split('\t').length)).toEqual([3, 3, 3]);
  expect(copied).toMatch(/^#\tAt \(UTC\)\tKind\n\d+\t2023-11-16 [\d:.]+\tuse\n/);

  expect(await violations(page, '.ledger')).toEqual([]);
});
