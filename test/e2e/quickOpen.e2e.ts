import { expect } from '@playwright/test';
import { test } from './workbench.ts';

test('symbols and lines are gone to from one line of text, and the way back and what was closed are kept', async ({
  opened: page,
}) => {
  const sample = page.getByRole('main').getByRole('button', { name: /Growing monthly customer/ });
  await sample.first().click();
  await expect(page.getByRole('tab', { name: /Form/ })).toBeVisible();
  const name = page.locator('[data-path=name]');
  const first = await name.inputValue();
  await name.fill(`${first} again`);

  // Commands are for what had the focus before, and give it back, also where one list followed another.
  await page.keyboard.press('Control+P');
  await expect(page.getByRole('dialog', { name: 'Go to file' })).toBeVisible();
  await page.keyboard.press('Control+Shift+P');
  await expect(page.getByRole('dialog', { name: 'Command palette' })).toBeVisible();
  await page.keyboard.type('edit: undo');
  await expect(page.getByRole('option', { name: 'Edit: Undo Change name', selected: true })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(name).toHaveValue(first);
  await expect(name).toBeFocused();
  // So does a question that a command asks.
  await page.keyboard.press('F1');
  await page.keyboard.type('about drawdown');
  await expect(page.getByRole('option', { name: 'Help: About Drawdown', selected: true })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'OK', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(name).toBeFocused();

  await page.keyboard.press('Control+Shift+O');
  const symbols = page.getByRole('dialog', { name: 'Go to symbol' });
  await expect(symbols.getByRole('option').first()).toBeVisible();
  await page.keyboard.type('prepaid');
  await expect(symbols.getByRole('option', { name: /buy-prepaid/ }).first()).toBeVisible();
  await page.keyboard.press('Escape');
  // A customer is found by name in whatever scenario it is.
  await page.keyboard.press('Control+T');
  await page.keyboard.type(first);
  const customer = page.getByRole('option', { name: `${first} Scenario`, exact: true });
  await expect(customer).toBeVisible();
  await expect(customer).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(name).toBeFocused();

  await page.keyboard.press('Control+P');
  await page.keyboard.type('?');
  await expect(page.getByRole('dialog', { name: 'Help on the palette' }).getByRole('option')).toHaveCount(5);
  await page.keyboard.press('Escape');

  await page.keyboard.press('Control+G');
  await page.keyboard.type('5');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name: /Text/, selected: true })).toBeVisible();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(page.getByRole('tab', { name: /Form/, selected: true })).toBeVisible();
  await page.keyboard.press('Alt+ArrowRight');
  await expect(page.getByRole('tab', { name: /Text/, selected: true })).toBeVisible();
  await page.keyboard.press('Control+F4');
  await expect(page.getByRole('tab', { name: /Text/ })).toBeHidden();
  await page.keyboard.press('Control+P');
  await page.keyboard.type('>reopen closed');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name: /Text/, selected: true })).toBeVisible();
});
