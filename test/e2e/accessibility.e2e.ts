import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { test } from './workbench.ts';

async function seriousViolations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`));
}

for (const scheme of ['light', 'dark'] as const) {
  test.describe(`in ${scheme}`, () => {
    test.use({ colorScheme: scheme });

    test('the welcome page has no serious violation', async ({ opened: page }) => {
      await expect(page.getByRole('tabpanel', { name: 'Welcome' })).toBeVisible();
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
