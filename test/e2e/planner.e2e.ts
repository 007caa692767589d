import { expect, type Locator, type Page } from '@playwright/test';
import { violations } from './axe.ts';
import { settled, test } from './workbench.ts';

async function openSample(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('main').getByRole('button', { name }).first().click();
  await expect(page.getByRole('button', { name: /^Total: .* Why\?/ })).toBeVisible();
}

async function openPlanner(page: Page): Promise<void> {
  await page.keyboard.press('ControlOrMeta+Shift+P');
  await page.getByRole('combobox', { name: 'Command palette' }).fill('>Plan a Prepaid Purchase');
  await expect(page.getByRole('option', { name: /Plan a Prepaid Purchase/ }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(answer(page)).toBeVisible();
  await whole(page);
}

/** The answer is from all the paths that are asked for. */
async function whole(page: Page): Promise<void> {
  await expect(page.getByText(/ · 10,000 paths · seed 1/)).toBeVisible();
  await settled(page);
}

function answer(page: Page): Locator {
  return page.getByRole('region', { name: 'Answer' });
}

function quantity(page: Page): Locator {
  return page.getByRole('spinbutton', { name: 'Credits to buy, as a number' });
}

/** The quantity that the answer names. */
async function bought(page: Page): Promise<number> {
  const title = await answer(page).getByRole('heading').textContent();
  return Number(/^Buy ([\d,]+) credits/.exec(title ?? '')?.[1]?.replaceAll(',', '') ?? 0);
}

test('the best quantity is named, and one that is chosen by the keyboard is told in full', async ({ opened: page }) => {
  await openSample(page, /How much prepaid/);
  await openPlanner(page);
  const best = await bought(page);
  expect(best).toBeGreaterThan(500);
  await expect(quantity(page)).toHaveValue(String(best));
  await expect(page.getByRole('heading', { name: `Buying ${best} credits` })).toBeVisible();
  await page.getByRole('slider', { name: 'Credits to buy' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('heading', { name: `Buying ${best + 1} credits` })).toBeVisible();
  await quantity(page).fill('499');
  await expect(page.getByRole('heading', { name: 'Buying 499 credits' })).toBeVisible();
  await expect(page.getByText('$3.60 a credit')).toBeVisible();
  await expect(page.getByText('500 credits cost $1,700.00, less than 473 to 499 do (up to $1,796.40).')).toBeVisible();
  await page.getByRole('button', { name: 'Back to the best' }).press('Enter');
  await expect(quantity(page)).toHaveValue(String(best));
});

test('a point that is walked to on the curve is chosen by Enter', async ({ opened: page }) => {
  await openSample(page, /How much prepaid/);
  await openPlanner(page);
  const curve = page.getByRole('region', { name: 'Cost by quantity' });
  await curve.getByRole('group', { name: /arrow keys walk/ }).focus();
  await page.keyboard.press('Home');
  await expect(curve.getByRole('status')).toContainText(/^Nothing bought: Mean \$[\d,]+\.\d\d, P90 \$[\d,]+\.\d\d/);
  await page.keyboard.press('Enter');
  await expect(quantity(page)).toHaveValue('0');
  await expect(page.getByRole('heading', { name: 'Buying nothing' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Add this purchase to the scenario' })).toBeDisabled();
});

test('the purchase joins the scenario as one step, and the plan then counts with it', async ({ opened: page }) => {
  await openSample(page, /How much prepaid/);
  await openPlanner(page);
  const best = await bought(page);
  await page.getByRole('button', { name: 'Add this purchase to the scenario' }).press('Enter');
  const amount = page.getByRole('textbox', { name: 'Credits', exact: true });
  await expect(amount).toHaveValue(String(best));
  await expect.poll(() => bought(page)).toBeLessThan(best / 4);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(amount).toHaveCount(0);
  await expect.poll(() => bought(page)).toBe(best);
});

test('buying nothing is said plainly where prepaid costs what Flex costs', async ({ opened: page }) => {
  await openSample(page, /How much prepaid/);
  const prices = page.getByRole('group', { name: 'Prepaid prices' }).first().getByRole('textbox', { name: 'at' });
  for (const tier of [1, 2, 3]) await prices.nth(tier).fill('4');
  await openPlanner(page);
  await expect(answer(page).getByRole('heading')).toHaveText('Buy nothing');
  await expect(answer(page)).toContainText('No quantity bought on 2026-01-01 makes the expected cost lower.');
});

test('goals, equal parts and wrong dates', async ({ opened: page }) => {
  await openSample(page, /How much prepaid/);
  await openPlanner(page);
  const best = await bought(page);
  await page.getByRole('combobox', { name: 'Goal' }).selectOption('Least P90');
  await expect.poll(() => bought(page)).toBeGreaterThan(best);
  await page.getByRole('combobox', { name: 'Goal' }).selectOption('Hold a budget');
  await page.getByRole('textbox', { name: 'Budget' }).fill('3000');
  await expect(answer(page)).toContainText('No quantity does it');
  await page.getByRole('combobox', { name: 'Goal' }).selectOption('Least expected cost');
  await page.getByRole('textbox', { name: 'Buy on' }).fill('2026-02-30');
  await expect(page.getByText('A date such as 2026-08-17.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Buy on' }).fill('2027-06-01');
  await expect(page.getByText('This is the last good plan')).toBeVisible();
});

test('the planner has no violation', async ({ opened: page }) => {
  await openSample(page, /How much prepaid/);
  await openPlanner(page);
  await expect(page.getByRole('heading', { name: /^Buying / })).toBeVisible();
  expect(await violations(page)).toEqual([]);
});
