import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { test } from './workbench.ts';

/** Names and roles are the same in every theme: they are looked at once, in light; colours in each. */
const colourRules = ['color-contrast', 'link-in-text-block'];

async function seriousViolations(page: Page, part?: string): Promise<string[]> {
  const theme = await page.locator('html').getAttribute('data-theme');
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] });
  if (theme !== 'light') axe.withRules(colourRules);
  if (part !== undefined) axe.include(part);
  const { violations } = await axe.analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`));
}

for (const theme of ['light', 'dark', 'hc-light', 'hc-dark'] as const) {
  test.describe(`in ${theme}`, () => {
    // High contrast as the system asks for it: the theme of the settings stays "like the system".
    test.use({
      colorScheme: theme.endsWith('light') ? 'light' : 'dark',
      contextOptions: { reducedMotion: 'reduce', contrast: theme.startsWith('hc') ? 'more' : 'no-preference' },
    });

    test('the welcome page has no serious violation', async ({ opened: page }) => {
      await expect(page.getByRole('tabpanel', { name: 'Welcome' })).toBeVisible();
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
      expect(await seriousViolations(page)).toEqual([]);
    });

    test('form, bill and why have no serious violation', async ({ opened: page }) => {
      await page
        .getByRole('main')
        .getByRole('button', { name: /Growing monthly customer/ })
        .first()
        .click();
      await page.getByRole('button', { name: /^Total: .* Why\?/ }).click();
      await expect(page.getByRole('tree', { name: 'Why' })).toBeVisible();
      expect(await seriousViolations(page)).toEqual([]);
    });

    test('text, ledger and palette have no serious violation', async ({ opened: page }) => {
      await page
        .getByRole('main')
        .getByRole('button', { name: /Growing monthly customer/ })
        .first()
        .click();
      await page.getByRole('button', { name: 'Write ledger' }).click();
      await expect(page.getByRole('grid').getByRole('row').nth(1)).toBeVisible();
      await page.keyboard.press('ControlOrMeta+1');
      await page.getByRole('button', { name: 'Open as Text' }).click();
      await expect(page.locator('.monaco-editor').first()).toBeVisible();
      expect(await seriousViolations(page)).toEqual([]);
      await page.keyboard.press('ControlOrMeta+Shift+P');
      await expect(page.getByRole('dialog', { name: 'Command palette' })).toBeVisible();
      expect(await seriousViolations(page, '.quick-pick')).toEqual([]);
    });

    test('settings and keyboard shortcuts have no serious violation', async ({ opened: page }) => {
      await expect(page.getByRole('tabpanel', { name: 'Welcome' })).toBeVisible();
      await page.keyboard.press('ControlOrMeta+,');
      await expect(page.getByRole('heading', { name: 'Color theme' })).toBeVisible();
      expect(await seriousViolations(page)).toEqual([]);
      await page.keyboard.press('ControlOrMeta+K');
      await page.keyboard.press('ControlOrMeta+S');
      await expect(page.getByRole('row', { name: /File: Save All/ })).toBeVisible();
      expect(await seriousViolations(page)).toEqual([]);
    });

    test('the import of usage has no serious violation', async ({ opened: page }) => {
      await page
        .getByRole('main')
        .getByRole('button', { name: /real trace of tokens/ })
        .first()
        .click();
      await page.getByTestId('side-bar').getByRole('button', { name: 'Import Usage' }).click();
      await page.locator('input[type=file]').setInputFiles({
        name: 'some.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from('at,images\n2023-11-16 10:00:00,5\nnever,6\n'),
      });
      await expect(page.getByText('Refused').first()).toBeVisible();
      expect(await seriousViolations(page)).toEqual([]);
    });
  });
}
