import { describe, expect, it } from 'vitest';
import { pdfOptions } from '../../../../main/electron/printPdf.ts';

const report = { title: 'Audit of <Acme> & Co', period: '2026-01-01 until 2026-07-01', head: '9f86d081' };

describe('how a report is printed', () => {
  it('leaves the margins to its own style where Chromium fills them', () => {
    const options = pdfOptions(report, '142.0.7444.52');
    expect(options).toMatchObject({ preferCSSPageSize: true, printBackground: true });
    expect(options.displayHeaderFooter).toBeUndefined();
  });

  it('has title, period, head and page x of y from templates before that, escaped', () => {
    const { displayHeaderFooter, headerTemplate, footerTemplate } = pdfOptions(report, '130.0.6723.152');
    expect(displayHeaderFooter).toBe(true);
    expect(headerTemplate).toContain('Audit of &lt;Acme&gt; &amp; Co');
    expect(headerTemplate).toContain('2026-01-01 until 2026-07-01');
    expect(footerTemplate).toContain('9f86d081');
    expect(footerTemplate).toMatch(/page <span class="pageNumber"><\/span> of <span class="totalPages"><\/span>/);
  });
});
