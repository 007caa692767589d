import { expect } from '@playwright/test';
import { violations } from './axe.ts';
import { test } from './workbench.ts';

test('a chart is zoomed, moved and read by keyboard alone, and its table follows', async ({ opened: page }) => {
  await page
    .getByRole('main')
    .getByRole('button', { name: /Growing monthly customer/ })
    .first()
    .click();
  const balances = page.getByRole('region', { name: 'Balances' });
  const walk = balances.getByRole('group', { name: /^Balances: arrow keys/ });
  await walk.focus();
  const shows = balances.getByText(/^Shows \d/);
  await expect(shows).toHaveCount(0);

  // Points are read out, and + zooms in about the one that was walked to.
  await page.keyboard.press('End');
  await expect(walk.getByRole('status')).toHaveText(/^2027-01-01: Included .* credits, Prepaid .* credits$/);
  await page.keyboard.press('+');
  await page.keyboard.press('+');
  await expect(shows).toHaveText(/^Shows 2026-08-\d\d to 2027-01-01$/);
  await page.keyboard.press('Shift+ArrowLeft');
  await expect(shows).toHaveText(/^Shows 2026-07-\d\d to 2026-11-\d\d$/);
  await page.keyboard.press('Home');
  await expect(walk.getByRole('status')).toHaveText(/^2026-07/);

  // The table is of what the chart shows, and says so.
  const months = page.getByRole('region', { name: 'Credits by month' });
  await months.getByRole('button', { name: 'Zoom into “Credits by month”' }).press('Enter');
  await months.getByRole('button', { name: 'Show “Credits by month” as a table' }).press('Enter');
  await expect(months.getByRole('row')).toHaveCount(8);
  await expect(months.getByText('Shows Apr 2026 to Oct 2026')).toBeVisible();
  await months.getByRole('button', { name: 'Show all of “Credits by month”' }).press('Enter');
  await expect(months.getByRole('row')).toHaveCount(13);

  await walk.focus();
  await page.keyboard.press('0');
  await expect(shows).toHaveCount(0);
  expect(await violations(page, '.bill-charts')).toEqual([]);
});
