import { expect, type Page } from '@playwright/test';
import { keyboardUser } from './keyboard.ts';
import { settled, test } from './workbench.ts';

test('in a presentation no amount is seen or said in any view, a reload included, until they are shown again', async ({
  opened: page,
}) => {
  const user = keyboardUser(page);
  const sample = page.getByRole('main').getByRole('button', { name: /Growing monthly customer/ });
  await sample.first().click();
  await expect(page.getByRole('button', { name: 'Total: $4,196.00. Why?' })).toBeVisible();
  await user.command('View: Toggle Presentation Mode (Amounts Hidden)');
  const status = page.getByRole('button', { name: 'Amounts are hidden: show them' });
  await expect(status).toBeVisible();
  await expect(page.getByRole('button', { name: 'Total: •••. Why?', exact: true })).toBeVisible();
  await expect.poll(() => amountsSeen(page)).toEqual([]);

  // What comes later is hidden as it comes: a forecast with its charts, and the text.
  await user.command('Forecast: Open');
  await expect(page.getByRole('tab', { name: /Forecast/, selected: true })).toBeVisible();
  await expect(page.locator('.recharts-surface:visible').first()).toBeVisible();
  await settled(page);
  await expect.poll(() => amountsSeen(page)).toEqual([]);
  await page.getByRole('tab', { name: /Form/ }).click();
  await user.command('Scenario: Open as Text');
  await expect(page.locator('.view-line', { hasText: '"credits"' }).first()).toContainText('•');
  await expect.poll(() => amountsSeen(page)).toEqual([]);

  await page.reload();
  await page.getByRole('tab', { name: /Bill/ }).click();
  await expect(page.getByRole('button', { name: 'Total: •••. Why?', exact: true })).toBeVisible();
  await status.click();
  await expect(page.getByRole('button', { name: 'Total: $4,196.00. Why?' })).toBeVisible();
  await expect(status).toBeHidden();
});

/** What is drawn or said in the editors, panel and status bar that is an amount: money, or a figure with its fraction or in thousands. */
function amountsSeen(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const parts = [...document.querySelectorAll<HTMLElement>('[data-part=editors], [data-part=panel], .status-bar')];
    const said = parts.flatMap((part) => [
      part.innerText,
      ...[...part.querySelectorAll('[aria-label], [title], [aria-valuetext]')].flatMap((element) =>
        ['aria-label', 'title', 'aria-valuetext'].map((name) => element.getAttribute(name) ?? ''),
      ),
    ]);
    return said.flatMap((text) => text.match(/[$€£]\s?\d\S*|\d{1,3},\d{3}|\d+\.\d+(?![\d.]*\s?%)/g) ?? []);
  });
}
