import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AuditTerms } from '../../../../shared/audit/terms.ts';
import { decodeScenario } from '../../../../shared/scenario/decode.ts';
import type { Program } from '../../../../shared/engine/program.ts';
import { rowColumns } from '../../../../shared/ledger/row.ts';
import { auditOf, deviatingRun, invoicesOf, ledgerCsv, recordOf, termsOf } from '../../../support/audited.ts';
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
    'true',
    'false',
    'training',
    '2',
    '07',
    ' ',
  ),
});
type How = 'cell' | 'zero' | 'byte' | 'cut' | 'twice' | 'gone' | 'swapped';
type Change = typeof changes extends fc.Arbitrary<infer T> ? T : never;

function changed(csv: string, { where, which, how, by }: Change, { numbered }: { numbered: boolean }): string {
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
  const isNumbered = numbered && how !== 'cell' && how !== 'byte';
  const all = isNumbered ? lines.map((row, index) => row.replace(/^\d*/, `${index + 1}`)) : lines;
  return `${[header, ...all].join('\n')}\n`;
}

function changedLedger(csv: string, change: Change): string {
  return changed(csv, change, { numbered: true });
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
        const files = { ledger: changedLedger(ledgerCsv(run), change), invoices: invoicesOf(run) };
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

function meteredDocument(events: readonly object[]): object {
  const rates = [
    { from: '2026-01-01', credits: 1, per: 30 },
    { from: '2026-06-01', credits: 2, per: 7, minimum: 5, plus: '0.5' },
  ];
  const meters = [
    { id: 'training', unit: 'minute', runs: 'hosted', rates },
    { id: 'inference', unit: 'second', runs: 'hosted', rates: [{ from: '2026-01-01', credits: 1, per: 3600 }] },
  ];
  return scenarioDocument({ meters, usage: { events } });
}

describe('metered usage', () => {
  it.each(['as exported', 'with flags that only the terms state'])('is rated alike, %s', (how) => {
    fc.assert(
      fc.property(usage, changes, (drafts, change) => {
        const events = drafts.map((draft, index) => ({ ...draft, id: `job-${index}` }));
        const document = meteredDocument(events);
        const run = deviatingRun(document);
        const terms = termsOf(how === 'as exported' ? { ...document, usage: {} } : document);
        const edited = (rows: Parameters<NonNullable<Parameters<typeof ledgerCsv>[1]>>[0]) =>
          how === 'as exported' ? rows : rows.map((row) => ({ ...row, flags: '' }));
        const right = { ledger: ledgerCsv(run, edited), invoices: invoicesOf(run) };
        expect(straightAuditOf(terms, right)).toEqual(auditOf(terms, right));
        const wrong = { ...right, ledger: changedLedger(right.ledger, change) };
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

/** What is done to a record that says the same: events that come in another order at their instant, without ids, or outside the period. */
const records = fc.record({
  reversed: fc.boolean(),
  nameless: fc.constantFrom<'none' | 'some' | 'all'>('none', 'none', 'some', 'all'),
  outside: fc.array(fc.constantFrom('1999-12-31T00:00:00Z', '2050-01-01', '2050-01-01T00:00:00+02:00'), {
    maxLength: 3,
  }),
});
type Form = typeof records extends fc.Arbitrary<infer T> ? T : never;

function recordIn(csv: string, { reversed, nameless, outside }: Form): string {
  const [header, ...lines] = csv.trimEnd().split('\n');
  const groups: string[][] = [];
  for (const line of lines) {
    const last = groups.at(-1);
    if (last && last[0]!.slice(0, 20) === line.slice(0, 20)) last.push(line);
    else groups.push([line]);
  }
  const ordered = groups.flatMap((group) => (reversed ? group.toReversed() : group));
  const named = ordered.map((line, index) => {
    if (nameless === 'none' || (nameless === 'some' && index % 3 > 0)) return line;
    return line
      .split(',')
      .map((cell, column) => (column === 4 ? '' : cell))
      .join(',');
  });
  const others = outside.map((at, index) => `${at},,,1,other-${index},,,`);
  const [early, late] = [others.filter((line) => line < '2'), others.filter((line) => line >= '2')];
  return `${[header, ...early, ...named, ...late].join('\n')}\n`;
}

describe('an audit straight through with an independent record', () => {
  it('says of every right ledger what the audit of all rows says', () => {
    fc.assert(
      fc.property(programs, records, (program, form) => {
        const run = outcomeOf(program);
        const usage = recordIn(recordOf(run), form);
        const files = { ledger: ledgerCsv(run), invoices: invoicesOf(run), usage };
        const terms = termsOfProgram(program);
        const straight = straightAuditOf(terms, files);
        // Without ids, events that are alike but for how they are billed may be taken for each other: then rows differ.
        if (straight || form.nameless === 'none') expect(straight).toEqual(auditOf(terms, files));
      }),
      { numRuns: 200 },
    );
  });

  it.each(['ledger', 'usage'] as const)('gives up, or says the same, whatever was changed in the %s', (file) => {
    let passed = 0;
    fc.assert(
      fc.property(programs, records, changes, (program, form, change) => {
        const run = outcomeOf(program);
        const terms = termsOfProgram(program);
        const right = { ledger: ledgerCsv(run), invoices: invoicesOf(run), usage: recordIn(recordOf(run), form) };
        const files = { ...right, [file]: changed(right[file], change, { numbered: file === 'ledger' }) };
        const straight = straightAuditOf(terms, files);
        if (!straight) return;
        passed += 1;
        expect(straight).toEqual(auditOf(terms, files));
      }),
      { numRuns: 500 },
    );
    expect(passed).toBeGreaterThan(20);
  });

  it('rates metered usage alike, whatever was changed in either file', () => {
    fc.assert(
      fc.property(usage, records, changes, fc.boolean(), (drafts, form, change, isRecord) => {
        const events = drafts.map((draft, index) => ({ ...draft, id: `job-${index}` }));
        const run = deviatingRun(meteredDocument(events));
        const terms = termsOf(meteredDocument([]));
        const right = { ledger: ledgerCsv(run), invoices: invoicesOf(run), usage: recordIn(recordOf(run), form) };
        if (form.nameless === 'none') expect(straightAuditOf(terms, right)).toEqual(auditOf(terms, right));
        const wrong = isRecord
          ? { ...right, usage: changed(right.usage, change, { numbered: false }) }
          : { ...right, ledger: changedLedger(right.ledger, change) };
        const straight = straightAuditOf(terms, wrong);
        if (straight) expect(straight).toEqual(auditOf(terms, wrong));
      }),
      { numRuns: 300 },
    );
  });

  const events = [
    { at: '2026-03-01T08:00:00Z', meter: 'training', quantity: '6000', id: 'job-1' },
    { at: '2026-03-01T08:00:00Z', meter: 'training', quantity: '60', id: 'job-2' },
    { at: '2026-03-01T08:00:00Z', meter: 'inference', quantity: '60', id: 'job-3' },
    { at: '2026-03-02T09:00:00Z', meter: 'training', quantity: '1.5', id: 'job-4' },
  ];
  const run = deviatingRun(meteredDocument(events));
  const files = { ledger: ledgerCsv(run), invoices: invoicesOf(run) };
  const straight = (lines: readonly string[], header = 'at,meter,quantity,id') =>
    straightAuditOf(termsOf(meteredDocument([])), { ...files, usage: `${[header, ...lines].join('\n')}\n` });
  const lines = events.map(({ at, meter, quantity, id }) => `${at},${meter},${quantity},${id}`);

  it('gives up where a single figure of the ledger is another', () => {
    for (const column of rowColumns.slice(0, 14)) {
      const ledger = ledgerCsv(run, (rows) =>
        rows.map((row) => (row.id === 'job-4' ? { ...row, [column]: '77' } : row)),
      );
      const usage = `at,meter,quantity,id\n${lines.join('\n')}\n`;
      const report = straightAuditOf(termsOf(meteredDocument([])), { ...files, ledger, usage });
      expect({ column, report }).toEqual({ column, report: null });
    }
  });

  it('takes events of one instant in any order', () => {
    for (const [a, b, c] of [
      [0, 1, 2],
      [2, 1, 0],
      [1, 2, 0],
      [2, 0, 1],
    ] as const) {
      expect(straight([lines[a]!, lines[b]!, lines[c]!, lines[3]!])?.status).toBe('clean');
    }
  });

  it('takes events without an id by time, meter and quantity', () => {
    const nameless = lines.map((line) => line.replace(/job-\d/, ''));
    expect(straight(nameless)?.status).toBe('clean');
    expect(straight([nameless[2]!, nameless[0]!, nameless[1]!, nameless[3]!])?.status).toBe('clean');
    expect(straight(nameless.map((line) => line.replace(',60,', ',61,')))).toBeNull();
  });

  it('counts events outside the period', () => {
    const report = straight(['2025-12-31,training,1,early', ...lines, '2027-01-01T00:00:00Z,training,1,late']);
    expect(report?.unchecked).toContain('2 events of the usage record lie outside the period.');
  });

  it.each([
    ['lacks an event', lines.slice(1)],
    ['lacks the last event', lines.slice(0, -1)],
    ['has one more', [...lines, '2026-03-02T09:00:00Z,training,1,job-5']],
    ['has one more of the same instant', [lines[0]!, '2026-03-01T08:00:00Z,training,60,job-5', ...lines.slice(1)]],
    ['states another id', lines.map((line) => line.replace('job-2', 'job-9'))],
    ['states another quantity', lines.map((line) => line.replace(',1.5,', ',1.25,'))],
    ['states another meter', lines.map((line) => line.replace('inference', 'training'))],
    ['states an unknown meter', lines.map((line) => line.replace('inference', 'sleeping'))],
    ['states another time', lines.map((line) => line.replace('09:00', '09:01'))],
    ['states an event twice', [...lines, lines[3]!]],
    ['has an id of the ledger outside the period', ['2025-12-31,training,1,job-4', ...lines]],
    ['has an id twice outside the period', ['2025-12-30,training,1,x', '2025-12-31,training,1,x', ...lines]],
    ['is not in the order of time', [lines[3]!, ...lines.slice(0, 3)]],
    ['has a row that cannot be read', [...lines, 'soon,training,1,job-5']],
    ['is empty', []],
  ])('gives up where the record %s', (_, record) => {
    expect(straight(record)).toBeNull();
  });
});
