import { expect } from '@playwright/test';
import { startRecordingProxy } from '../../support/recordingProxy.ts';
import { test } from './app.ts';

const long = process.env['DRAWDOWN_LONG'] === '1';

test('the app asks nobody for anything (S38)', async ({ packed }) => {
  test.setTimeout(long ? 900_000 : 180_000);
  const proxy = await startRecordingProxy();
  const { app, page } = await packed.start(...proxy.switches);
  await page
    .getByRole('main')
    .getByRole('button', { name: /Growing monthly customer/ })
    .first()
    .click();
  await expect(page.getByRole('button', { name: /^Total: .* Why\?/ })).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: 'Write ledger' }).click();
  await expect(page.getByRole('grid').getByRole('row').nth(1)).toContainText('subscribe', { timeout: 30_000 });
  await page.keyboard.press('ControlOrMeta+Shift+P');
  await expect(page.getByRole('combobox', { name: 'Command palette' })).toBeVisible();
  await page.keyboard.press('Escape');
  if (long) await page.waitForTimeout(600_000);

  expect(proxy.asked).toEqual([]);

  // The proxy does see what an app asks for: another session, without our guards, is heard.
  await app.evaluate(({ session }) =>
    session
      .fromPartition('control')
      .fetch('http://control.test/')
      .catch(() => undefined),
  );
  await expect.poll(() => proxy.asked).toContain('GET http://control.test/');
  proxy.close();
});
