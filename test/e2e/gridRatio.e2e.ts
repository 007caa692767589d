import { chromium as browsers, expect, type Page } from '@playwright/test';
import type { RpcParams } from '../../shared/rpc/table.ts';
import { chromium, chromiumFlags } from '../support/chromium.ts';
import { test } from './workbench.ts';

const million = 1_000_000;

/** The ledger as if it had a million rows, each with its number and nothing else: they come and go as real ones do. */
async function pretendMillion(page: Page): Promise<void> {
  await page.route('**/rpc', async (route) => {
    const { name, params } = route.request().postDataJSON() as { name: string; params: unknown };
    if (name === 'rows.page') {
      const { from, count } = params as RpcParams<'rows.page'>;
      const length = Math.max(0, Math.min(count, million - from));
      const rows = Array.from({ length }, (_, at) => ({ row: from + at + 1, cells: [String(from + at + 1)] }));
      return route.fulfill({ json: { ok: true, value: { from, total: million, rows } } });
    }
    if (name !== 'ledger.open') return route.continue();
    const answer = (await (await route.fetch()).json()) as { ok: boolean; value: object };
    return route.fulfill({ json: { ...answer, value: { ...answer.value, rowCount: million } } });
  });
}

/** Playwright's own ratio leaves the heights of elements as they are: the browser's does not. */
async function atRatio(ratio: number, work: (page: Page) => Promise<void>): Promise<void> {
  const browser = await browsers.launch({
    executablePath: chromium!,
    chromiumSandbox: process.getuid?.() !== 0,
    args: [...chromiumFlags, `--force-device-scale-factor=${ratio}`, '--window-size=1440,1000'],
  });
  // A page of the browser's own ratio: an emulated viewport would bring its own.
  await work(await (await browser.newContext({ viewport: null })).newPage());
  await browser.close();
}

async function openLedger(page: Page): Promise<void> {
  const sample = page.getByRole('main').getByRole('button', { name: /Growing monthly customer/ });
  await sample.first().click();
  await page.getByRole('button', { name: 'Write ledger' }).click();
}

test('the last of a million rows is reached at pixel ratios 1, 2 and 3', async ({ workbench }) => {
  for (const ratio of [1, 2, 3]) {
    const address = await workbench.start();
    await atRatio(ratio, async (page) => {
      await pretendMillion(page);
      await page.goto(address);
      expect(await page.evaluate(() => devicePixelRatio)).toBe(ratio);
      // Later pages open what the first had open.
      if (ratio === 1) await openLedger(page);
      const grid = page.getByRole('grid');
      await expect(grid).toHaveAttribute('aria-rowcount', String(million + 1));
      const last = grid.getByRole('rowheader', { name: '1,000,000', exact: true });
      await grid.focus();
      await page.keyboard.press('ControlOrMeta+End');
      await expect(last).toBeInViewport({ ratio: 0.9 });
      await page.keyboard.press('ControlOrMeta+Home');
      await expect(grid.getByRole('rowheader', { name: '1', exact: true })).toBeInViewport({ ratio: 0.9 });
      await page.locator('.grid-scroll').evaluate((scroller) => (scroller.scrollTop = scroller.scrollHeight));
      await expect(last).toBeInViewport({ ratio: 0.9 });
    });
  }
});
