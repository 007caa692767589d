import { expect, type ElectronApplication, type Page } from '@playwright/test';
import { test } from './app.ts';

const total = (page: Page) => page.getByRole('button', { name: /^Total: .* Why\?/ });
const fee = (page: Page) => page.getByRole('textbox', { name: 'Fee of Growth: assumption' });

/** What the window shows, asked of the window itself: to Playwright a page that crashed once is gone. One that crashes does not answer. */
const shown = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) => {
    const text = BrowserWindow.getAllWindows()[0]!.webContents.executeJavaScript(
      'document.body.innerText',
    ) as Promise<string>;
    return Promise.race([text.catch(() => ''), new Promise<string>((resolve) => setTimeout(() => resolve(''), 2000))]);
  });

test('what was typed last is there again after a quit, a mistake in the main process, and a crash of the page (F18, F19)', async ({
  packed,
}) => {
  test.setTimeout(240_000);
  const { app, page } = await packed.start();
  const sample = page.getByRole('main').getByRole('button', { name: /Growing monthly customer/ });
  await sample.first().click();
  await expect(total(page)).toHaveText('$4,196.00', { timeout: 30_000 });
  const folder = await page.evaluate(async () => {
    const { call } = Reflect.get(globalThis, 'drawdown') as { call(text: string): Promise<string> };
    return JSON.parse(await call('{"name":"workspace.current","params":{}}')).value.folder as string;
  });
  await fee(page).fill('300');
  await app.close();

  const second = await packed.start(folder);
  await expect(total(second.page)).toHaveText('$4,208.00', { timeout: 30_000 });
  await expect(second.page.getByRole('contentinfo')).toContainText('Not saved');
  await second.app.evaluate(() => void setTimeout(() => Promise.reject(new Error('a mistake of main')), 0));
  await expect(second.page.getByRole('button', { name: 'Copy Details' })).toBeVisible({ timeout: 30_000 });

  await second.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]!.webContents.forcefullyCrashRenderer(),
  );
  await expect.poll(() => shown(second.app), { timeout: 60_000 }).toContain('$4,208.00');
  expect(await shown(second.app)).toContain('Not saved');
});
