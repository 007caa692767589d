import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AuditTerms } from '../../../../shared/audit/terms.ts';
import { decodeScenario } from '../../../../shared/scenario/decode.ts';
import type { Program } from '../../../../shared/engine/program.ts';
import { rowColumns } from '../../../../shared/ledger/row.ts';
import { auditOf, deviatingRun, invoicesOf, ledgerCsv, termsOf } from '../../../support/audited.ts';
import { outcomeOf, programs, usageColumns } from '../../../support/programs.ts';
import { scenarioDocument } from '../../../support/scenarioDocument.ts';
import { straightAuditOf } from '../../../support/straight.ts';

/** The terms of a program: an audit takes its usage from elsewhere. */
function termsOfProgram(program: Program): AuditTerms {
  const { scenario } = decodeScenario(JSON.stringify(scenarioDocument()));
  const bare = { ...program, usage: usageColumns([]) };
  return { scenario: { ...scenario!, zone: program.zone }, text: '', program: bare, meters: new Map(), prices: [] };
}

/** Something done to a file: to one of its cells, its lines, or its bytes. `where` and `which` from 0 to 1. */
const changes = fc.record({
  where: fc.double({ min: 0, max: 0.999, noNaN: true }),
  which: fc.double({ min: 0, max: 0.999, noNaN: true }),
  how: fc.constantFrom<How>('cell', 'cell', 'cell', 'zero', 'byte', 'byte', 'cut', 'twice', 'gone', 'swapped'),
  by: fc.constantFrom(
    '',
    '0',
    '1',
    '9.5',
    'x',
    '-1',
    '1e3',
    '2026-02-30T00:00:00Z',
    'use-1',
    'R21',
    ':',
    "'=1",
    'free',
    ' ',
  ),
});
type How = 'cell' | 'zero' | 'byte' | 'cut' | 'twice' | 'gone' | 'swapped';
type Change = typeof changes extends fc.Arbitrary<infer T> ? T : never;

function changed(csv: string, { where, which, how, by }: Change): string {
  const [header, ...lines] = csv.trimEnd().split('\n');
  if (lines.length === 0) return csv;
  const at = Math.floor(where * lines.length);
  const line = lines[at]!;
  if (how === 'byte' || how === 'cut') {
    const place = Math.floor(which * line.length);
    lines[at] = line.slice(0, place) + (how === 'byte' ? by : '') + line.slice(place + 1);
  } else if (how === 'twice') lines.splice(at, 0, line);
  else if (how === 'gone') lines.splice(at, 1);
  else if (how === 'swapped') lines.splice(at, 2, ...lines.slice(at, at + 2).reverse());
  else {
    const cells = line.split(',');
    const column = Math.floor(which * cells.length);
    cells[column] = how === 'cell' ? by : cells[column]!.includes('.') ? `${cells[column]}0` : cells[column]!;
    lines[at] = cells.join(',');
  }
  const numbered =
    how === 'cell' || how === 'byte' ? lines : lines.map((row, index) => row.replace(/^\d*/, `${index + 1}`));
  return `${[header, ...numbered].join('\n')}\n`;
}

describe('an audit straight through', () => {
  it('says of every right ledger what the audit of all rows says', () => {
    fc.assert(
      fc.property(programs, (program) => {
        const run = outcomeOf(program);
        const files = { ledger: ledgerCsv(run), invoices: invoicesOf(run) };
        const terms = termsOfProgram(program);
        expect(straightAuditOf(terms, files)).toEqual(auditOf(terms, files));
      }),
      { numRuns: 150 },
    );
  });

  it('gives up, or says what the audit of all rows says, whatever was changed', () => {
    let passed = 0;
    fc.assert(
      fc.property(programs, changes, (program, change) => {
        const run = outcomeOf(program);
        const terms = termsOfProgram(program);
        const files = { ledger: changed(ledgerCsv(run), change), invoices: invoicesOf(run) };
        const straight = straightAuditOf(terms, files);
        if (!straight) return;
        passed += 1;
        expect(straight).toEqual(auditOf(terms, files));
      }),
      { numRuns: 600 },
    );
    expect(passed).toBeGreaterThan(20);
  });
});

const usage = fc.array(
  fc.record({
    at: fc
      .integer({ min: 0, max: 364 * 24 * 60 })
      .map((minutes) => new Date(Date.UTC(2026, 0, 1) + minutes * 60_000).toISOString()),
    meter: fc.constantFrom('training', 'inference'),
    quantity: fc.integer({ min: 1, max: 99_999 }).map((hundredths) => String(hundredths / 100)),
    calls: fc.constantFrom(1, 1, 3),
    whole: fc.constantFrom(false, false, true),
    billable: fc.constantFrom(true, true, false),
  }),
  { maxLength: 30 },
);

describe('metered usage', () => {
  it.each(['as exported', 'with flags that only the terms state'])('is rated alike, %s', (how) => {
    fc.assert(
      fc.property(usage, changes, (drafts, change) => {
        const events = drafts.map((draft, index) => ({ ...draft, id: `job-${index}` }));
        const rates = [
          { from: '2026-01-01', credits: 1, per: 30 },
          { from: '2026-06-01', credits: 2, per: 7, minimum: 5, plus: '0.5' },
        ];
        const meters = [
          { id: 'training', unit: 'minute', runs: 'hosted', rates },
          { id: 'inference', unit: 'second', runs: 'hosted', rates: [{ from: '2026-01-01', credits: 1, per: 3600 }] },
        ];
        const document = scenarioDocument({ meters, usage: { events } });
        const run = deviatingRun(document);
        const terms = termsOf(how === 'as exported' ? { ...document, usage: {} } : document);
        const edited = (rows: Parameters<NonNullable<Parameters<typeof ledgerCsv>[1]>>[0]) =>
          how === 'as exported' ? rows : rows.map((row) => ({ ...row, flags: '' }));
        const right = { ledger: ledgerCsv(run, edited), invoices: invoicesOf(run) };
        expect(straightAuditOf(terms, right)).toEqual(auditOf(terms, right));
        const wrong = { ...right, ledger: changed(right.ledger, change) };
        const straight = straightAuditOf(terms, wrong);
        if (straight) expect(straight).toEqual(auditOf(terms, wrong));
      }),
      { numRuns: 150 },
    );
  });

  it('is not called right where a single figure is not', () => {
    const document = scenarioDocument({
      usage: { events: [{ at: '2026-03-01', meter: 'training', quantity: 6000, id: 'job-1' }] },
    });
    const run = deviatingRun(document);
    const terms = termsOf({ ...document, usage: {} });
    const invoices = invoicesOf(run);
    expect(straightAuditOf(terms, { ledger: ledgerCsv(run), invoices })).toMatchObject({ status: 'clean' });
    for (const column of rowColumns.slice(0, 14)) {
      if (column === 'id' || column === 'at') continue;
      const ledger = ledgerCsv(run, (rows) =>
        rows.map((row) => (row.kind === 'use' ? { ...row, [column]: '77' } : row)),
      );
      expect({ column, report: straightAuditOf(terms, { ledger, invoices }) }).toEqual({ column, report: null });
    }
  });
});
