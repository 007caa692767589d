import { expect, type Page } from '@playwright/test';
import { test } from './app.ts';

const total = (page: Page) => page.getByRole('button', { name: /^Total: .* Why\?/ });
const fee = (page: Page) => page.getByRole('textbox', { name: 'Fee of Growth: assumption' });

test('a sample opens, its plan is edited, the bill follows, and all is there after a restart', async ({ packed }) => {
  test.setTimeout(180_000);
  const first = await packed.start();
  await first.page
    .getByRole('main')
    .getByRole('button', { name: /Growing monthly customer/ })
    .first()
    .click();
  await expect(total(first.page)).toHaveText('$4,196.00', { timeout: 30_000 });
  await fee(first.page).fill('300');
  await expect(total(first.page)).toHaveText('$4,208.00');
  await first.page.keyboard.press('ControlOrMeta+s');
  await expect(first.page.getByRole('contentinfo')).toContainText('Saved');
  await total(first.page).click();
  await expect(first.page.getByRole('tree', { name: 'Why' })).toBeVisible();
  const shot = await first.app.evaluate(async ({ BrowserWindow }) =>
    (await BrowserWindow.getAllWindows()[0]!.webContents.capturePage()).getSize(),
  );
  expect(shot.width).toBeGreaterThan(600);
  const folder = await first.page.evaluate(async () => {
    const { call } = Reflect.get(globalThis, 'drawdown') as { call(text: string): Promise<string> };
    return (JSON.parse(await call('{"name":"workspace.current","params":{}}')) as { value: { folder: string } }).value
      .folder;
  });
  await first.app.close();

  const second = await packed.start(folder);
  await expect(total(second.page)).toHaveText('$4,208.00', { timeout: 30_000 });
});
