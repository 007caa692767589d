import { expect, type Page } from '@playwright/test';
import { keyboardUser } from './keyboard.ts';
import { settled, test } from './workbench.ts';

test('in a presentation no amount is seen or said in any view, a reload included, until they are shown again', async ({
  opened: page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
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

  // What is copied is as it is seen: from a text, and from the rows of a bill.
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await page.getByRole('textbox', { name: /^Text of/ }).focus();
  await user.press('ControlOrMeta+A', 'ControlOrMeta+C');
  await expect.poll(copied).toContain('"credits": •');
  expect(amountsIn(await copied())).toEqual([]);

  // So is what is cut, which Undo brings back, and what a screen reader reads as the text is edited: its selection stays where it is.
  await page.evaluate(() => navigator.clipboard.writeText(''));
  await user.press('ControlOrMeta+X');
  await expect.poll(copied).toContain('"credits": •');
  await expect(page.locator('.view-line', { hasText: '"credits"' })).toHaveCount(0);
  expect(amountsIn(await copied())).toEqual([]);
  await user.press('ControlOrMeta+Z');
  await expect(page.locator('.view-line', { hasText: '"credits"' }).first()).toContainText('•');
  await user.press('ControlOrMeta+Home', 'Shift+Alt+F1');
  const read = page.getByRole('textbox', { name: /^Text of/ });
  await expect(read).toContainText('"fee": •••');
  await expect(async () => {
    await user.press('End');
    expect(await read.evaluate(() => getSelection()?.focusOffset)).toBe(1);
  }).toPass();
  expect(amountsIn((await read.textContent()) ?? '')).toEqual([]);
  await page.getByRole('tab', { name: /Bill/ }).click();
  await user.command('Bill: Open Ledger Rows');
  const rows = page.getByRole('grid', { name: /^Ledger rows of/ });
  await expect(rows.getByRole('row').nth(3)).toContainText('•');
  await rows.focus();
  await user.press('ControlOrMeta+A', 'ControlOrMeta+C');
  await expect.poll(copied).toContain('subscribe');
  expect(amountsIn(await copied())).toEqual([]);

  // A field of an amount is read out as little as it is seen.
  await page.getByRole('tab', { name: /Form/ }).click();
  const fields = page.locator('[data-part=editors] .input-numeric:visible');
  await expect(fields.first()).toHaveAttribute('type', 'password');
  await expect(page.locator('[data-part=editors] .input-numeric:not([type=password])')).toHaveCount(0);
  const held = await fields.first().inputValue();
  expect(held).not.toBe('');
  await fields.first().focus();
  await page.evaluate(() => navigator.clipboard.writeText('as before'));
  await user.press('ControlOrMeta+A', 'ControlOrMeta+X', 'ControlOrMeta+C');
  await expect(fields.first()).toHaveValue(held);
  expect(await copied()).toBe('as before');

  await page.reload();
  await page.getByRole('tab', { name: /Bill/ }).click();
  await expect(page.getByRole('button', { name: 'Total: •••. Why?', exact: true })).toBeVisible();
  await status.click();
  await expect(page.getByRole('button', { name: 'Total: $4,196.00. Why?' })).toBeVisible();
  await expect(status).toBeHidden();
  await expect(page.locator('.input-numeric[type=password]')).toHaveCount(0);
});

/** What is drawn or said in the editors, panel and status bar that is an amount: money, or a figure with its fraction or in thousands. */
async function amountsSeen(page: Page): Promise<readonly string[]> {
  return amountsIn(
    await page.evaluate(() => {
      const parts = [...document.querySelectorAll<HTMLElement>('[data-part=editors], [data-part=panel], .status-bar')];
      const said = parts.flatMap((part) => [
        part.innerText,
        ...[...part.querySelectorAll('[aria-label], [title], [aria-valuetext]')].flatMap((element) =>
          ['aria-label', 'title', 'aria-valuetext'].map((name) => element.getAttribute(name) ?? ''),
        ),
      ]);
      return said.join('\n');
    }),
  );
}

function amountsIn(text: string): readonly string[] {
  return text.match(/[$€£]\s?\d\S*|\d{1,3},\d{3}|\d+\.\d+(?![\d.]*\s?%)/g) ?? [];
}
