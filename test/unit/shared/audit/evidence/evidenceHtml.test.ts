import { describe, expect, it } from 'vitest';
import { evidenceHtml } from '../../../../../shared/audit/evidence/evidenceHtml.ts';
import { judge } from '../../../../../shared/audit/materiality.ts';
import { evidenceOf, findingOf, head, reportOf } from '../../../../support/evidenceOf.ts';

/** The words of a report, white space made one. */
const words = (text: string) =>
  text
    .replace(/<style>.*<\/style>/s, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');

describe('the evidence report', () => {
  it('says what was audited, by which versions and policy, and what came out', () => {
    const text = words(evidenceHtml(evidenceOf()));
    for (const said of [
      'Findings: 1200 rows and 3 invoice lines were recomputed; 1 finding.',
      'The first row that is not what the terms give is row 8 ( flex-rounding )',
      'Charged 910.00 USD, due by the terms 906.00 USD: difference 4.00 USD',
      'Period 2026-01-01 up to, not including, 2026-07-01',
      'Time zone America/New_York',
      'Flex months anniversary',
      'Engine drawdown/0.1.0',
      'Filters none',
      `Head hash ${head}`,
      'flex-ceil 0.00',
      '1 of 2 lines tie to the recomputed bill.',
      '2 2026-02-01T00:00:00Z flex 77 78 308.00 312.00 4.00 ✘ not tied',
      'R12 row 8, invoice 2, 2026-02-01T00:00:00Z The month’s Flex was rounded up. 77 78 4.00',
      'ledger acme.ledger 123456 2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae 1200 credits 227.7',
      'Completeness of usage was not checked',
      'rounded down once to whole credits',
    ]) {
      expect(text).toContain(said);
    }
  });

  it('is clean where nothing was found', () => {
    const clean = { findings: [], firstDivergence: null, explanations: [], explained: null };
    const text = words(evidenceHtml(evidenceOf({ report: reportOf(clean) })));
    expect(text).toContain(
      'Clean: 1200 rows and 3 invoice lines were recomputed, and every figure is what the terms say.',
    );
    expect(text).not.toContain('What may explain the difference');
  });

  it('holds no script, no address and nothing to load, and forbids all of that (S32)', () => {
    const text = evidenceHtml(evidenceOf());
    expect(text).toContain(
      `content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"`,
    );
    expect(text).not.toMatch(/<script|<link|<img|<iframe|src=|href=|url\(|@import|https?:/i);
  });

  it('puts the thresholds and the judgement beside the verdict, and marks what is small', () => {
    const report = reportOf();
    const amounts = { overall: 10_000n, tolerance: 500n, trivial: null };
    const judgement = judge({ ...report, currency: 'USD', digits: 2 }, amounts);
    const text = words(evidenceHtml(evidenceOf({ report, judgement })));
    expect(text).toContain('Materiality overall 100.00 USD, tolerance per line 5.00 USD');
    expect(text).toContain('Not material. The differences of the invoice lines add up to 4.00 USD');
    expect(text.match(/◐ within tolerance/g)).toHaveLength(2);
  });

  it('binds a report without a chain to the hash of the ledger’s file', () => {
    const text = evidenceHtml(evidenceOf({ head: null }));
    expect(words(text)).toContain('the ledger has no chain of hashes');
    expect(text).toContain('content: "ledger SHA-256 2c26b46b68ff');
  });

  it('shows the first thousand findings and counts them all', () => {
    const findings = Array.from({ length: 1500 }, (_, index) => findingOf({ row: index + 1 }));
    const text = words(evidenceHtml(evidenceOf({ report: reportOf({ findings }) })));
    expect(text).toContain('1500 flex-rounding. The first 1000 are shown; findings.csv has 1500.');
    expect(text).toContain('row 1000,');
    expect(text).not.toContain('row 1001,');
  });

  it('lists the rows of a sample with its seed', () => {
    const sample = { seed: 42, population: 1200, columns: ['at', 'credits'], rows: [{ row: 17, cells: ['x', '2.5'] }] };
    const text = words(evidenceHtml(evidenceOf({ samples: [sample] })));
    expect(text).toContain('1 of 1200 rows, drawn without replacement with seed 42');
    expect(text).toContain('Row at credits 17 x 2.5');
  });
});
