import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium as playwright, type Browser, type Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Evidence } from '../../../shared/audit/evidence/evidence.ts';
import { evidenceHtml } from '../../../shared/audit/evidence/evidenceHtml.ts';
import { chromium, chromiumFlags } from '../../support/chromium.ts';
import { evidenceOf, findingOf, head, reportOf } from '../../support/evidenceOf.ts';
import { pdfPages } from '../../support/pdfText.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'drawdown-evidence-'));

describe.skipIf(chromium === undefined)('the evidence report in a browser (needs Chromium)', () => {
  let browser: Browser;
  beforeAll(async () => {
    const chromiumSandbox = process.getuid?.() !== 0;
    browser = await playwright.launch({ executablePath: chromium!, chromiumSandbox, args: [...chromiumFlags] });
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  /** The report, opened as a file, with all that it asked for and said. */
  async function opened(evidence: Evidence): Promise<{ page: Page; requests: string[]; said: string[] }> {
    const file = path.join(folder, 'report.html');
    writeFileSync(file, evidenceHtml(evidence));
    const context = await browser.newContext();
    const page = await context.newPage();
    const requests: string[] = [];
    const said: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(error.message));
    page.on('dialog', (dialog) => said.push(dialog.message()));
    await page.goto(pathToFileURL(file).href);
    return { page, requests, said };
  }

  it('prints with period, head hash, versions and page x of y on every page', async () => {
    const findings = Array.from({ length: 150 }, (_, index) => findingOf({ row: index + 1 }));
    const { page } = await opened(evidenceOf({ report: reportOf({ findings }) }));
    const pages = pdfPages(await page.pdf({ preferCSSPageSize: true }));
    expect(pages.length).toBeGreaterThan(3);
    for (const [index, text] of pages.entries()) {
      expect(text).toContain('Audit of Acme 2026');
      expect(text).toContain('2026-01-01 until 2026-07-01');
      expect(text).toContain(`head ${head}`);
      expect(text).toContain('drawdown/0.1.0, rules R1-R27');
      expect(text).toContain(`page ${index + 1} of ${pages.length}`);
    }
  });

  it('asks for nothing, runs nothing and says nothing, whatever the audited files hold', async () => {
    const attack = `</title></style><script>alert(1)</script><img src=x onerror="alert(2)"><link rel=stylesheet href=http://127.0.0.1:9/x>'"`;
    const { page, requests, said } = await opened(
      evidenceOf({
        name: attack,
        timeZone: attack,
        filters: [attack],
        report: reportOf({
          findings: [findingOf({ message: attack, expected: attack, actual: attack })],
          unchecked: [attack],
        }),
        unread: { count: 1, first: [{ file: attack, line: 2, column: attack, reason: attack, text: attack }] },
        samples: [{ seed: 1, population: 1, columns: ['id'], rows: [{ row: 1, cells: [attack] }] }],
      }),
    );
    expect(requests).toEqual([pathToFileURL(path.join(folder, 'report.html')).href]);
    expect(said).toEqual([]);
    expect(await page.locator('script, img, link').count()).toBe(0);
    expect(await page.locator('h1').textContent()).toBe(`Audit of ${attack}`);
    expect(pdfPages(await page.pdf({ preferCSSPageSize: true }))[0]).toContain('page 1 of ');
  });

  it('can be read by everybody: no fault of accessibility', async () => {
    const columns = Array.from({ length: 16 }, (_, index) => `column-${index}`);
    const sample = { seed: 1, population: 9, columns, rows: [{ row: 1, cells: columns.map(() => '1234567.891') }] };
    const { page } = await opened(evidenceOf({ samples: [sample] }));
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  });
});
