import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { filesWithKeys, plantedKeys } from '../../support/filesWithKeys.ts';
import { injected, injections } from '../../support/injections.ts';
import { settled, test } from '../workbench.ts';

test('nothing that is put into the page runs, or is asked of another site (S10)', async ({ workbench, browser }) => {
  // A context apart, because Playwright counts what the policy stopped among the requests.
  const page = await browser.newPage();
  await page.goto(await workbench.start());
  await expect(page.getByRole('main').first()).toBeVisible();
  expect(await page.evaluate(injections, injected.stopped.length)).toEqual(injected);
  await page.close();
});

test('the page itself asks for nothing that its policy stops (S10)', async ({ workbench, page }) => {
  const stopped: string[] = [];
  await page.exposeFunction('policyStopped', (what: string) => stopped.push(what));
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
      Reflect.get(globalThis, 'policyStopped')(`${effectiveDirective} ${blockedURI}`),
    );
  });
  await page.goto(await workbench.start());
  await page
    .getByRole('main')
    .getByRole('button', { name: /Growing monthly customer/ })
    .first()
    .click();
  await expect(page.getByRole('tab', { name: /Form/ })).toBeVisible();
  await expect(page.locator('.recharts-surface').first()).toBeVisible();
  await settled(page);
  expect(stopped).toEqual([]);
});

test('the token of a page is in no address, history, Referer, store or file, and API keys of imported usage are nowhere (S15)', async ({
  workbench,
  page,
}) => {
  const sent: { readonly url: string; readonly headers: Record<string, string>; readonly body: string }[] = [];
  page.on('request', (request) => {
    sent.push({ url: request.url(), headers: request.headers(), body: request.postData() ?? '' });
  });
  const told: string[] = [];
  page.on('console', (message) => told.push(message.text()));
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
  const seen = await importKeys(page);

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
  // What the page itself sent are the files that its user chose.
  for (const key of Object.values(plantedKeys)) {
    expect([...seen, ...told, kept.stores, kept.state].filter((text) => text.includes(key))).toEqual([]);
  }
  for (const file of await filesBelow(path.dirname(workbench.home))) {
    const bytes = await readFile(file, 'latin1');
    const leaks = [token, code, ...Object.values(plantedKeys)].filter((secret) => bytes.includes(secret));
    expect({ file, leaks }).toEqual({ file, leaks: [] });
  }
});

/** Imports usage that is full of API keys, and gives all that the page was made of on the way. */
async function importKeys(page: Page): Promise<readonly string[]> {
  const seen: string[] = [];
  for (const name of ['columns.csv', 'records.ndjson']) {
    await page.keyboard.press('ControlOrMeta+Shift+P');
    await page.getByRole('combobox', { name: 'Command palette' }).fill('>File: Import Usage…');
    await page.getByRole('option', { name: 'File: Import Usage…' }).first().click();
    const again = page.getByRole('button', { name: /nother file/ });
    if (seen.length > 0) await again.click();
    const buffer = Buffer.from(filesWithKeys[name]!);
    await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/plain', buffer });
    await expect(page.getByRole('table', { name: 'Control totals' })).toBeVisible({ timeout: 30_000 });
    seen.push(await wholePage(page));
    const accept = page.getByRole('checkbox', { name: /refused/ });
    if (await accept.isVisible()) await accept.check();
    await page.getByRole('button', { name: /^Import \d+ usage rows?/ }).click();
    await expect(page.getByRole('button', { name: 'Import another file' })).toBeVisible({ timeout: 30_000 });
    seen.push(await wholePage(page));
  }
  expect(seen[0]).toContain('api_key');
  return seen;
}

/** Elements with their attributes, what fields hold, the title, and what the page keeps. */
function wholePage(page: Page): Promise<string> {
  return page.evaluate(() => {
    const fields = [...document.querySelectorAll('input, textarea, select')].map((field) =>
      Reflect.get(field, 'value'),
    );
    const kept = [...Object.entries(localStorage), ...Object.entries(sessionStorage)];
    return [new XMLSerializer().serializeToString(document), document.title, JSON.stringify([fields, kept])].join('\n');
  });
}

async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}
