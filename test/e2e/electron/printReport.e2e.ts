import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { pdfPages } from '../../support/pdfText.ts';
import { startRecordingProxy } from '../../support/recordingProxy.ts';
import { test } from './app.ts';

/** The open folder, asked of the host. */
async function openFolder(page: Page): Promise<string> {
  const answer = await page.evaluate(() => {
    const { call } = Reflect.get(globalThis, 'drawdown') as { call(text: string): Promise<string> };
    return call('{"name":"workspace.current","params":{}}');
  });
  return (JSON.parse(answer) as { value: { folder: string } }).value.folder;
}

test('the report of an audit is printed to a PDF with period, head and page x of y on every page, without scripts or network (S34, S38)', async ({
  packed,
}) => {
  test.setTimeout(180_000);
  const proxy = await startRecordingProxy();
  const { app, page } = await packed.start(...proxy.switches);
  await app.evaluate(({ app: electron }) => {
    electron.on('web-contents-created', (_event, contents) => {
      const { getLastWebPreferences } = contents as unknown as { getLastWebPreferences(): object };
      Object.assign(globalThis, { printedWith: getLastWebPreferences.call(contents) });
    });
  });
  const sample = page.getByRole('main').getByRole('button', { name: /Growing monthly customer/ });
  await sample.first().click();
  await page.getByRole('button', { name: 'Write ledger' }).click();
  await page.getByRole('treeitem', { name: 'northwind.ledger' }).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Audit This Ledger…' }).click();
  await page.getByRole('button', { name: 'Run audit' }).click();
  await page.getByRole('button', { name: 'Print report' }).click();
  await expect(page.getByText(/printed to reports\/audit-northwind\.pdf/).first()).toBeVisible();
  const pdf = await readFile(path.join(await openFolder(page), 'reports/audit-northwind.pdf'));
  const pages = pdfPages(pdf);
  expect(pages.length).toBeGreaterThan(0);
  for (const [index, text] of pages.entries()) {
    expect(text).toMatch(/\d{4}-\d\d-\d\d until \d{4}-\d\d-\d\d/);
    expect(text).toMatch(/[0-9a-f]{64}/);
    expect(text).toContain(`page ${index + 1} of ${pages.length}`);
  }
  const windows = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
  expect(windows).toBe(1);
  const preferences = await app.evaluate(() => Reflect.get(globalThis, 'printedWith') as object);
  expect(preferences).toMatchObject({
    javascript: false,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
  });
  expect(proxy.asked).toEqual([]);
  proxy.close();
});
