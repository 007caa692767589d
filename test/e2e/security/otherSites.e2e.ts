import { type Browser, chromium as browserType, expect, type Page } from '@playwright/test';
import { chromium, chromiumFlags } from '../../support/chromium.ts';
import { type EvilSite, startEvilSite } from '../../support/evilSite.ts';
import { test } from '../workbench.ts';
import { attempts } from './attempts.ts';

/** Chromium's own wall around the local network is left out: ours must hold without it. */
const flags = [
  ...chromiumFlags,
  '--host-resolver-rules=MAP evil.test 127.0.0.1,MAP rebind.test 127.0.0.1',
  '--disable-features=LocalNetworkAccessChecks,BlockInsecurePrivateNetworkRequests',
];

let browser: Browser;
let site: EvilSite;
test.beforeAll(async () => {
  test.skip(chromium === undefined, 'needs Chrome or Chromium');
  const sandbox = process.getuid?.() !== 0;
  browser = await browserType.launch({ executablePath: chromium!, chromiumSandbox: sandbox, args: flags });
  site = await startEvilSite();
});
test.afterAll(async () => {
  await browser?.close();
  site?.close();
});

/** The workbench opened in a tab, with the token that its page keeps. */
async function openOwn(address: string): Promise<{ readonly own: Page; readonly token: string }> {
  const own = await (browser.contexts()[0] ?? (await browser.newContext())).newPage();
  await own.goto(address);
  await expect(own.getByRole('main').first()).toBeVisible();
  const token = await own.evaluate(() => Object.values(sessionStorage).join(' '));
  expect(token).toMatch(/^[\w-]{32}$/);
  return { own, token };
}

/** A setting as the workbench's own page reads it: what every attempt tries to change. */
function themeOf(own: Page): Promise<unknown> {
  return own.evaluate(async () => {
    const headers = {
      'content-type': 'application/json',
      'x-drawdown-token': String(Object.values(sessionStorage)[0]),
    };
    const body = JSON.stringify({ name: 'settings.get', params: {} });
    const answer = await fetch('/rpc', { method: 'POST', headers, body });
    return ((await answer.json()) as { value: { theme: string } }).value.theme;
  });
}

for (const name of ['127.0.0.1', 'evil.test']) {
  test(`a page of ${name} on another port reads nothing, changes nothing and frames nothing (S13)`, async ({
    workbench,
  }) => {
    const address = await workbench.start();
    const { origin } = new URL(address);
    const { own, token } = await openOwn(address);
    const script = await own.locator('script[src]').first().getAttribute('src');
    const page = await own.context().newPage();
    await page.goto(`http://${name}:${site.port}/`);

    const got = await page.evaluate(attempts, { origin, token, script: script! });
    expect(Object.entries(got).filter(([, outcome]) => outcome !== 'nothing')).toEqual([]);
    expect(Object.keys(got).length).toBeGreaterThan(20);
    for (const frame of page.frames().slice(1)) {
      expect(await frame.evaluate(() => document.title + document.body.innerText).catch(() => '')).not.toContain(
        'Drawdown',
      );
    }
    for (const other of page
      .context()
      .pages()
      .filter((each) => each !== own && each !== page)) {
      expect(await other.evaluate(() => document.body.innerText).catch(() => '')).not.toContain('Drawdown');
    }
    expect(await themeOf(own)).toBe('system');
    expect(site.asked.join('\n')).not.toContain(token);
    await page.context().close();
  });
}

test('a name that was bound to this machine anew gives its page nothing (S12)', async ({ workbench }) => {
  const address = await workbench.start();
  const { own, token } = await openOwn(address);
  const evil = `http://rebind.test:${new URL(address).port}`;
  const page = await own.context().newPage();
  // The name first leads to its own site, which serves this page; from then on to this machine.
  await page.route(`${evil}/first`, (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }));
  await page.goto(`${evil}/first`);
  const got = await page.evaluate(async (stolen) => {
    const headers = { 'content-type': 'application/json', 'x-drawdown-token': stolen };
    const call = '{"name":"settings.set","params":{"theme":"dark"}}';
    const asked: [string, RequestInit?][] = [
      ['/'],
      ['/index.html'],
      ['/events', { headers }],
      ['/rpc', { method: 'POST', headers, body: call }],
      ['/session', { method: 'POST', headers, body: '{"code":"x"}' }],
    ];
    return Promise.all(
      asked.map(async ([path, init]) => {
        const answer = await fetch(path, init);
        return `${answer.status} ${(await answer.text()).length}`;
      }),
    );
  }, token);
  expect(got).toEqual(Array.from({ length: 5 }, () => '421 0'));
  const whole = await page.goto(`${evil}/`).catch(() => null);
  expect(whole?.status() ?? 421).toBe(421);
  expect(await page.evaluate(() => document.body.innerText)).not.toContain('Drawdown');
  expect(await themeOf(own)).toBe('system');
  await page.context().close();
});
