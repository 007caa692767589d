import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium as playwright, type Browser } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { quoteHtml } from '../../../shared/planner/quote/html/quoteHtml.ts';
import type { Quote } from '../../../shared/planner/quote/quoteSchema.ts';
import { chromium, chromiumFlags } from '../../support/chromium.ts';
import { pdfPages } from '../../support/pdfText.ts';
import { quoteOf } from '../../support/quoteOf.ts';
import { scenarioDocument } from '../../support/scenarioDocument.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'drawdown-quote-'));
const attack = `</title></style><script>alert(1)</script><img src=x onerror="alert(2)"><link rel=stylesheet href=http://127.0.0.1:9/x>'"`;
const drivers = [{ model: 'images', share: 0.8, low: '3500.00', high: '3700.00' }];
const events = [{ at: '2026-03-01', meter: 'training', quantity: 9000 }];

describe.skipIf(chromium === undefined)('the page of a quote in a browser (needs Chromium)', () => {
  let browser: Browser;
  beforeAll(async () => {
    const chromiumSandbox = process.getuid?.() !== 0;
    browser = await playwright.launch({ executablePath: chromium!, chromiumSandbox, args: [...chromiumFlags] });
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  /** The page, opened as a file, with all that it asked for and said. */
  async function opened(quote: Quote) {
    const file = path.join(folder, 'quote.html');
    writeFileSync(file, quoteHtml(quote, { sealedFile: 'acme.quote.json', internal: null }));
    const page = await (await browser.newContext()).newPage();
    const asked: string[] = [];
    const said: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    page.on('console', (message) => said.push(message.text()));
    page.on('dialog', (dialog) => said.push(dialog.message()));
    await page.goto(pathToFileURL(file).href);
    return { page, asked, said };
  }

  it('prints with number, validity, seal and page x of y on every page, what is left out beside the total', async () => {
    const quote = quoteOf(scenarioDocument({ usage: { events } }), { forecast: { random: true, drivers } });
    const { page } = await opened(quote);
    const pages = pdfPages(await page.pdf({ preferCSSPageSize: true }));
    expect(pages.length).toBeGreaterThan(1);
    for (const [index, text] of pages.entries()) {
      expect(text).toContain('Quote Q-1, version 1, for Acme');
      expect(text).toContain('valid until 2026-02-01');
      expect(text).toContain(`sealed as ${quote.hash}`);
      expect(text).toContain(`page ${index + 1} of ${pages.length}`);
    }
    const total = pages.find((text) => text.includes('Total on expected usage'));
    expect(total).toContain('Not in this total');
    expect(total).toContain('Taxes are not computed');
  });

  it('asks for nothing, runs nothing and says nothing, whatever a quote holds', async () => {
    const head = { customer: attack, seller: attack, notes: attack, number: attack };
    const { page, asked, said } = await opened(quoteOf(scenarioDocument({ name: attack }), { head }));
    expect([asked.length, said]).toEqual([1, []]);
    expect(await page.locator('script, img, link, iframe, a').count()).toBe(0);
    expect(await page.locator('h1').textContent()).toBe(`Quote for ${attack}`);
  });

  it('has nothing that an audit of accessibility finds', async () => {
    const quote = quoteOf(scenarioDocument({ usage: { events } }), { forecast: { random: true, drivers } });
    const { page } = await opened(quote);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
  });
});
