import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium as browserType, expect, type Page } from '@playwright/test';
import { chromium, chromiumFlags } from '../../support/chromium.ts';
import { test } from '../workbench.ts';

/** What a page of another site may learn by asking for an address: the status and text, or that it was refused. */
const ask = (page: Page, url: string, init: RequestInit = {}) =>
  page.evaluate(
    async ([address, options]) => {
      try {
        const answer = await fetch(address, options);
        return `${answer.type} ${answer.status} ${(await answer.text()).length}`;
      } catch {
        return 'refused';
      }
    },
    [url, init] as const,
  );

test.describe('a page of another site (S13)', () => {
  let site: Server;
  test.beforeAll(async () => {
    site = createServer((_request, response) => response.setHeader('content-type', 'text/html').end('<!doctype html>'));
    await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  });
  test.afterAll(() => void site.close());

  test('reads nothing, changes nothing and frames nothing', async ({ workbench, page, context }) => {
    const address = await workbench.start();
    const { origin } = new URL(address);
    const own = await context.newPage();
    await own.goto(address);
    await expect(own.getByRole('main').first()).toBeVisible();
    const token = await own.evaluate(() => Object.values(sessionStorage).join(' '));
    expect(token).not.toBe('');

    await page.goto(`http://127.0.0.1:${(site.address() as AddressInfo).port}/`);
    const call = '{"name":"settings.set","params":{"theme":"dark"}}';
    const json = { 'content-type': 'application/json', 'x-drawdown-token': token };
    expect(await ask(page, `${origin}/`)).toBe('refused');
    expect(await ask(page, `${origin}/rpc`, { method: 'POST', headers: json, body: call })).toBe('refused');
    expect(await ask(page, `${origin}/rpc`, { method: 'POST', mode: 'no-cors', body: call })).toBe('refused');
    const loaded = await page.evaluate(async (base) => {
      const script = Object.assign(document.createElement('script'), { src: `${base}/rpc` });
      const ran = new Promise<string>((resolve) => {
        script.addEventListener('load', () => resolve('loaded'));
        script.addEventListener('error', () => resolve('refused'));
      });
      document.head.append(script);
      const frame = Object.assign(document.createElement('iframe'), { src: `${base}/` });
      const shown = new Promise((resolve) => frame.addEventListener('load', resolve));
      document.body.append(frame);
      await shown;
      return ran;
    }, origin);
    expect(loaded).toBe('refused');
    for (const frame of page.frames().slice(1)) {
      expect(await frame.evaluate(() => document.title).catch(() => '')).not.toBe('Drawdown');
    }
    await page.setContent(
      `<form method="post" enctype="text/plain" action="${origin}/rpc"><input name='${call}'></form>`,
    );
    const [answer] = await Promise.all([
      page.waitForResponse(`${origin}/rpc`),
      page.evaluate(() => document.forms[0]!.submit()),
    ]);
    expect(answer.status()).toBe(403);
    await own.reload();
    expect(await own.evaluate(settingsOf, origin)).toMatchObject({ value: { theme: 'system' } });
  });
});

test('a name that was bound to this machine anew gives nothing (S12)', async ({ workbench }) => {
  const { port } = new URL(await workbench.start());
  const browser = await browserType.launch({
    ...(chromium === undefined ? {} : { executablePath: chromium }),
    chromiumSandbox: process.getuid?.() !== 0,
    args: [...chromiumFlags, '--host-resolver-rules=MAP rebind.test 127.0.0.1'],
  });
  const page = await browser.newPage();
  const answer = await page.goto(`http://rebind.test:${port}/`).catch(() => null);
  expect(answer?.status() ?? 421).toBe(421);
  expect(await page.evaluate(() => document.body.innerText)).not.toContain('Drawdown');
  const posted = await ask(page, `http://rebind.test:${port}/session`, { method: 'POST', body: '{"code":"x"}' });
  expect(['basic 421 0', 'refused']).toContain(posted);
  await browser.close();
});

/** The settings as the workbench's own page reads them. */
async function settingsOf(origin: string): Promise<unknown> {
  const token = Object.values(sessionStorage)[0] as string;
  const headers = { 'content-type': 'application/json', 'x-drawdown-token': token };
  const body = JSON.stringify({ name: 'settings.get', params: {} });
  return (await fetch(`${origin}/rpc`, { method: 'POST', headers, body })).json();
}
