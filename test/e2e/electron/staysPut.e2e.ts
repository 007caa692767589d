import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { type CDPSession, type ElectronApplication, expect, type Page } from '@playwright/test';
import { test } from './app.ts';

/** Where the app is after something was tried: its windows with their addresses. */
const windows = (app: ElectronApplication) =>
  app.evaluate(({ webContents }) => webContents.getAllWebContents().map((contents) => contents.getURL()));

/** Every way in which a page can be made to go elsewhere from within. Each is tried on `https:`, `file:` and `javascript:`. */
async function tryToLeave(page: Page, address: string): Promise<void> {
  await page.evaluate((to) => {
    const put = (tag: string, attributes: Record<string, string>) => {
      const element = Object.assign(document.createElement(tag), { textContent: 'away' });
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
      return document.body.appendChild(element);
    };
    const ways: readonly (() => unknown)[] = [
      () => (location.href = to),
      () => location.replace(to),
      () => put('a', { href: to }).click(),
      () => put('a', { href: to, target: '_blank' }).click(),
      () => put('a', { href: to, download: '' }).click(),
      () => put('a', { href: to }).dispatchEvent(new MouseEvent('auxclick', { button: 1, bubbles: true })),
      () => put('a', { href: to }).dispatchEvent(new MouseEvent('click', { ctrlKey: true, bubbles: true })),
      () => put('meta', { 'http-equiv': 'refresh', content: `0;url=${to}` }),
      () => put('iframe', { src: to }),
      () => (put('form', { method: 'post', action: to }) as HTMLFormElement).submit(),
      () => (put('form', { action: to, target: '_blank' }) as HTMLFormElement).submit(),
      () => window.open(to),
      () => window.open(to, '_blank', 'popup,width=100,height=100'),
    ];
    for (const way of ways) {
      try {
        way();
      } catch {
        // refused in the page already
      }
    }
  }, address);
}

async function drop(cdp: CDPSession, data: object): Promise<void> {
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await cdp.send('Input.dispatchDragEvent', {
      type,
      x: 700,
      y: 450,
      data: { items: [], dragOperationsMask: 1, ...data },
    });
  }
}

test('the page stays where it is and opens no window, whatever is tried or dropped on it (S24)', async ({ packed }) => {
  const { app, page } = await packed.start();
  await expect(page.getByRole('main').first()).toBeVisible();
  const file = path.join(packed.user.makeFolder('dropped'), 'evil.html');
  writeFileSync(file, '<title>Evil</title>', { mode: 0o644 });
  await page.evaluate(() => Object.assign(globalThis, { stayed: true }));

  for (const address of ['https://example.com/', `file://${file}`, 'javascript:document.title="Evil"', 'app://evil/']) {
    await tryToLeave(page, address);
  }
  // The mouse alone: Playwright's own clicks wait for the navigations that never come.
  await page.evaluate(() => {
    const link = document.querySelector('a[href="https://example.com/"]')!;
    link.setAttribute('style', 'position:fixed;inset:0 auto auto 0;width:50px;height:50px;z-index:99999');
  });
  await page.mouse.move(20, 20);
  await page.mouse.click(20, 20, { button: 'middle' });
  for (const key of ['Control', 'Shift', 'Alt']) {
    await page.keyboard.down(key);
    await page.mouse.click(20, 20);
    await page.keyboard.up(key);
  }

  const cdp = await page.context().newCDPSession(page);
  await drop(cdp, { items: [{ mimeType: 'text/uri-list', data: 'https://example.com/' }] });
  await drop(cdp, { items: [{ mimeType: 'text/html', data: '<script>document.title="Evil"</script>' }] });
  await drop(cdp, { files: [file] });

  // What was started ends: the page answers, and nothing is loading.
  await expect
    .poll(() => app.evaluate(({ webContents }) => webContents.getAllWebContents().some((each) => each.isLoading())))
    .toBe(false);
  expect(await windows(app)).toEqual(['app://drawdown/']);
  expect(await page.evaluate(() => 'stayed' in globalThis)).toBe(true);
  expect(await page.title()).not.toContain('Evil');
});
