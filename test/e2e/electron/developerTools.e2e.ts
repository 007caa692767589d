import { type ElectronApplication, expect } from '@playwright/test';
import { test } from './app.ts';

/** Presses the keys that open developer tools, as a keyboard would, and asks Electron for them. */
const askForTools = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) => {
    const { webContents } = BrowserWindow.getAllWindows()[0]!;
    webContents.sendInputEvent({ type: 'keyDown', keyCode: 'F12' });
    webContents.sendInputEvent({ type: 'keyUp', keyCode: 'F12' });
    return webContents.isDevToolsOpened();
  });

const areOpen = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.webContents.isDevToolsOpened());

test('developer tools are off until the user asks for them, and open from the next start (S30)', async ({ packed }) => {
  const { app, page } = await packed.start();
  await expect(page.getByRole('main').first()).toBeVisible();
  await askForTools(app);
  await app.evaluate(({ BrowserWindow }) => {
    const { webContents } = BrowserWindow.getAllWindows()[0]!;
    webContents.sendInputEvent({ type: 'keyDown', keyCode: 'I', modifiers: ['control', 'shift'] });
    webContents.openDevTools({ mode: 'detach' });
  });
  const set = await page.evaluate(() => {
    const { call } = Reflect.get(globalThis, 'drawdown') as { call(text: string): Promise<string> };
    return call('{"name":"settings.set","params":{"developerTools":true}}');
  });
  expect(JSON.parse(set)).toMatchObject({ ok: true, value: { developerTools: true } });
  expect(await areOpen(app)).toBe(false);
  await app.close();

  const second = await packed.start();
  await expect(second.page.getByRole('main').first()).toBeVisible();
  // A key may come before the window listens; it is pressed again only where the first one did nothing.
  await expect(async () => {
    await askForTools(second.app);
    await expect.poll(() => areOpen(second.app), { timeout: 10_000 }).toBe(true);
  }).toPass({ timeout: 45_000 });
});
