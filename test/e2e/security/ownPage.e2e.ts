import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { expect } from '@playwright/test';
import { injected, injections } from '../../support/injections.ts';
import { test } from '../workbench.ts';

test('nothing that is put into the page runs, or is asked of another site (S10)', async ({ workbench, browser }) => {
  // A context apart, because Playwright counts what the policy stopped among the requests.
  const page = await browser.newPage();
  await page.goto(await workbench.start());
  await expect(page.getByRole('main').first()).toBeVisible();
  expect(await page.evaluate(injections, injected.stopped.length)).toEqual(injected);
  await page.close();
});

test('the token of a page is in no address, no history, no Referer, no store and no file (S15)', async ({
  workbench,
  page,
}) => {
  const sent: { readonly url: string; readonly headers: Record<string, string>; readonly body: string }[] = [];
  page.on('request', (request) => {
    sent.push({ url: request.url(), headers: request.headers(), body: request.postData() ?? '' });
  });
  const address = await workbench.start();
  const code = new URL(address).hash.slice('#code='.length);
  await page.goto(address);
  await page
    .getByRole('button', { name: /Growing monthly customer/ })
    .first()
    .click();
  await expect(page.getByRole('button', { name: /^Total: .* Why\?/ })).toBeVisible({ timeout: 30_000 });
  await page.reload();
  await expect(page.getByRole('main').first()).toBeVisible();

  const kept = await page.evaluate(async () => ({
    token: String(Object.values(sessionStorage)[0]),
    address: location.href,
    state: JSON.stringify(history.state),
    stores: JSON.stringify([
      Object.entries(localStorage),
      document.cookie,
      await indexedDB.databases(),
      await caches.keys(),
    ]),
  }));
  const { token } = kept;
  expect(token).toMatch(/^[\w-]{32}$/);
  expect(kept.address).toBe(`${new URL(address).origin}/`);
  for (const secret of [token, code]) {
    expect(kept.state + kept.stores).not.toContain(secret);
    expect(sent.filter(({ url }) => url.includes(secret))).toEqual([]);
  }
  expect(new Set(sent.map(({ headers }) => headers['referer'] ?? ''))).toEqual(new Set(['']));
  expect(sent.filter(({ body }) => body.includes(code)).map(({ url }) => new URL(url).pathname)).toEqual(['/session']);
  const withToken = sent.filter(({ headers, body }) => `${body}${JSON.stringify(headers)}`.includes(token));
  expect(new Set(withToken.map(({ url }) => new URL(url).pathname))).toEqual(new Set(['/rpc', '/events']));
  expect(withToken.every(({ headers }) => headers['x-drawdown-token'] === token)).toBe(true);
  for (const file of await filesBelow(path.dirname(workbench.home))) {
    const bytes = await readFile(file, 'latin1');
    expect({ file, leaks: bytes.includes(token) || bytes.includes(code) }).toEqual({ file, leaks: false });
  }
});

async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}
