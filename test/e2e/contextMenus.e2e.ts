import { expect, type Page } from '@playwright/test';
import { violations } from './axe.ts';
import { keyboardUser } from './keyboard.ts';
import { settled, test } from './workbench.ts';

/** Opens the menu of what has the focus by its key, and runs an entry. */
async function chooseHere(page: Page, entry: string): Promise<void> {
  await page.keyboard.press('Shift+F10');
  const item = page.getByRole('menu', { name: 'Context menu' }).getByRole('menuitem', { name: entry });
  await expect(item).toBeVisible();
  await item.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menu')).toHaveCount(0);
}

test('a chart is looked at closely and exported, and rows of a form are worked on, by their menus and keys', async ({
  opened: page,
}) => {
  const user = keyboardUser(page);
  await page
    .getByRole('main')
    .getByRole('button', { name: /Growing monthly customer/ })
    .first()
    .click();
  await settled(page);

  // A chart: by its menu, then by the palette, which is about the chart with the focus.
  const balances = page.getByRole('region', { name: 'Balances' });
  await balances.getByRole('group', { name: /^Balances: arrow keys/ }).focus();
  await page.keyboard.press('Shift+F10');
  await expect(page.getByRole('menuitem', { name: 'Zoom Out' })).toHaveCount(0);
  expect(await violations(page, '.menu')).toEqual([]);
  await page.keyboard.press('Escape');
  await user.sees(balances.getByRole('group', { name: /^Balances: arrow keys/ }));
  await chooseHere(page, 'Zoom In +');
  await expect(balances.getByText(/^Shows \d/)).toBeVisible();
  await user.command('Chart: Show All');
  await expect(balances.getByText(/^Shows \d/)).toHaveCount(0);
  await chooseHere(page, 'Export as CSV');
  await expect(page.getByText('Exported to exports/balances.csv.').first()).toBeVisible();
  await expect(page.getByRole('treeitem', { name: 'exports' })).toBeVisible();

  // Where the focus is in no chart, the palette asks which.
  const dates = page.getByRole('textbox', { name: 'Date', exact: true });
  await dates.first().focus();
  await user.command('Chart: Show as Table or Chart');
  await expect(page.getByRole('option', { name: 'Cumulative cost' })).toBeVisible();
  await page.keyboard.type('Credits by');
  await expect(page.getByRole('option', { name: 'Credits by month', selected: true })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('group', { name: 'Credits by month, as a table' })).toBeVisible();

  // Rows of the form.
  await expect(dates).toHaveCount(3);
  await dates.nth(2).focus();
  await chooseHere(page, 'Duplicate Row');
  await expect(dates).toHaveCount(4);
  await page.keyboard.press('Alt+ArrowDown');
  await dates.nth(3).focus();
  await page.keyboard.press('ControlOrMeta+Shift+K');
  await expect(dates).toHaveCount(3);
  // What had the focus is gone; the row before has it.
  await expect(page.locator('[data-path^="timeline[2]"]:focus')).toHaveCount(1);
  await page.keyboard.press('ControlOrMeta+Shift+Enter');
  await expect(dates).toHaveCount(4);
  await expect(dates.nth(3)).toBeFocused();
  await chooseHere(page, 'Remove Row');
  await expect(dates).toHaveCount(3);
  await user.command('Edit: Undo');
  await expect(dates).toHaveCount(4);

  // Cards fold, one and all.
  const plan = page.locator('.form-card').first();
  const fold = plan.getByRole('button', { expanded: true }).first();
  await fold.focus();
  await page.keyboard.press('ControlOrMeta+Shift+[');
  await expect(plan.getByRole('button', { expanded: false })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.press('ControlOrMeta+j');
  await expect(plan.getByRole('button', { expanded: true }).first()).toBeVisible();

  // By the pointer: a chart has the same menu, text its own.
  await page.getByRole('region', { name: 'Cumulative cost' }).getByRole('heading').click({ button: 'right' });
  await expect(page.getByRole('menuitem', { name: 'Copy as PNG' })).toBeVisible();
  await page.keyboard.press('Escape');

  // The browser keeps Ctrl+W: what is promised is a key that works.
  await page.keyboard.press('ControlOrMeta+Shift+P');
  await page.keyboard.type('Close Editor');
  await expect(page.getByRole('option', { name: /^View: Close Editor/ }).first()).toContainText('Alt+Shift+W');
  await page.keyboard.press('Escape');

  // The folder is closed, and what was not saved in it is there again with it.
  await user.command('File: Close Folder');
  await expect(page.getByRole('button', { name: 'Open Folder' })).toBeVisible();
  await expect(page.getByRole('contentinfo')).toContainText('No Folder');
  const explorer = page.getByRole('region', { name: 'Explorer' });
  await user.choose(explorer.getByRole('button', { name: 'growing-monthly' }));
  await expect(page.getByRole('treeitem', { name: 'exports' })).toBeVisible();
  await expect(page.getByRole('contentinfo')).toContainText('Not saved');
});
