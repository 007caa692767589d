import { describe, expect, it } from 'vitest';
import type { Deviation } from '../../../../shared/engine/deviation.ts';
import type { FindingCode } from '../../../../shared/audit/finding.ts';
import { ledgerRows } from '../../../../shared/engine/rows.ts';
import type { LedgerRow } from '../../../../shared/ledger/row.ts';
import { auditOf, deviatingRun, invoicesOf, ledgerCsv, recordOf, termsOf } from '../../../support/audited.ts';

/** Half a year: a purchase, a correction, a cap, Flex off for a month, a change of plan in its cycle, a cancellation. */
const document = {
  format: 'drawdown.scenario/1',
  name: 'Acme',
  currency: 'USD',
  horizon: { start: '2026-01-01', end: '2026-08-01' },
  plans: [
    { id: 'growth', kind: 'paid', cycle: 'monthly', fee: 299, includedCredits: 150, flexPrice: 4 },
    { id: 'scale', kind: 'paid', cycle: 'monthly', fee: 599, includedCredits: 300, flexPrice: 3 },
  ],
  meters: [{ id: 'training', unit: 'minute', runs: 'hosted', rates: [{ from: '2020-01-01', credits: 1, per: 30 }] }],
  timeline: [
    { at: '2026-01-01', do: 'subscribe', plan: 'growth' },
    { at: '2026-01-20', do: 'buy-prepaid', credits: 40, unitPrice: 4 },
    { at: '2026-02-15', do: 'adjust', bucket: 'prepaid', credits: 10, reason: 'goodwill' },
    { at: '2026-03-01', do: 'set-flex', cap: 100 },
    { at: '2026-04-01', do: 'set-flex', enabled: false, cap: null },
    { at: '2026-05-01', do: 'set-flex', enabled: true },
    { at: '2026-05-20', do: 'change-plan', plan: 'scale' },
    { at: '2026-07-25', do: 'cancel' },
  ],
  usage: {
    events: [
      { at: '2026-01-05', meter: 'training', quantity: 3600, id: 'jan-1' },
      { at: '2026-01-10', meter: 'training', quantity: 1800, id: 'jan-2' },
      { at: '2026-01-25', meter: 'training', quantity: 1521, id: 'jan-3' },
      { at: '2026-02-10', meter: 'training', quantity: 3000, id: 'feb-1' },
      { at: '2026-02-20', meter: 'training', quantity: 900, id: 'feb-2' },
      { at: '2026-03-10', meter: 'training', quantity: 4500, id: 'mar-1' },
      { at: '2026-03-20', meter: 'training', quantity: 1350, id: 'mar-2' },
      { at: '2026-04-10', meter: 'training', quantity: 4800, id: 'apr-1' },
      { at: '2026-05-10', meter: 'training', quantity: 1200, id: 'may-1' },
      { at: '2026-05-25', meter: 'training', quantity: 2400, id: 'may-2' },
      { at: '2026-06-25', meter: 'training', quantity: 9600.5, id: 'jun-1' },
      { at: '2026-07-22', meter: 'training', quantity: 600, id: 'jul-1' },
    ],
  },
};
const terms = termsOf(document);
const right = deviatingRun(document);
const invoices = invoicesOf(right);
const usage = recordOf(right);

type Edit = (rows: LedgerRow[]) => LedgerRow[];
const renumbered = (rows: LedgerRow[]): LedgerRow[] => rows.map((row, index) => ({ ...row, seq: index + 1 }));
const change =
  (which: (row: LedgerRow) => boolean, cells: Partial<LedgerRow>): Edit =>
  (rows) =>
    rows.map((row) => (which(row) ? { ...row, ...cells } : row));
const without =
  (which: (row: LedgerRow) => boolean): Edit =>
  (rows) =>
    renumbered(rows.filter((row) => !which(row)));
const job = (id: string) => (row: LedgerRow) => row.id === id;
const of = (kind: string, at: string) => (row: LedgerRow) => row.kind === kind && row.at.startsWith(at);

/** The errors of a ledger whose rows were edited after a right run. */
function edited(edit: Edit, more: { invoices?: string; usage?: string } = { invoices, usage }) {
  const { findings, firstDivergence, status } = auditOf(terms, { ledger: ledgerCsv(right, edit), ...more });
  const errors = findings.filter(({ severity }) => severity === 'error');
  return { errors, codes: errors.map(({ code }) => code), first: firstDivergence?.code, status };
}

/** The errors of a ledger and invoices of a run that departs from the rules, and the difference in money. */
function deviating(deviation: Deviation, changed: object = document) {
  const run = deviatingRun(changed, deviation);
  const { findings, firstDivergence, totals } = auditOf(terms, {
    ledger: ledgerCsv(run),
    invoices: invoicesOf(run),
    usage,
  });
  const errors = findings.filter(({ severity }) => severity === 'error');
  return { errors, codes: errors.map(({ code }) => code), first: firstDivergence?.code, difference: totals.difference };
}

describe('a row that was changed', () => {
  const cells: readonly (readonly [FindingCode, Edit])[] = [
    ['balance', change(job('feb-1'), { includedAfter: '51' })],
    ['balance', change(of('grant', '2026-04'), { prepaidAfter: '1' })],
    ['balance', change(job('jan-3'), { flex: '11.7' })],
    ['rate', change(job('feb-1'), { credits: '101' })],
    ['rate', change(job('jun-1'), { quantity: '9600' })],
    ['rate', change(job('jun-1'), { meter: 'trainin' })],
    ['draw-order', change(job('feb-1'), { included: '60', prepaid: '40', includedAfter: '90', prepaidAfter: '-40' })],
    ['flex-rounding', change(of('flex-close', '2026-02'), { flex: '41' })],
    ['unexpected-grant', change(of('grant', '2026-03'), { credits: '160', included: '160', includedAfter: '160' })],
    ['missing-grant', change(of('grant', '2026-03'), { credits: '140', included: '140', includedAfter: '140' })],
    ['unknown-purchase', change(of('purchase', '2026-01'), { credits: '50', prepaid: '50', prepaidAfter: '50' })],
    ['unknown-adjustment', change(of('adjust', '2026-02'), { credits: '20', prepaid: '20', prepaidAfter: '20' })],
    ['sequence', change(job('feb-1'), { seq: 400 })],
    ['time-order', change(job('feb-2'), { at: '2026-02-09T00:00:00Z' })],
    ['time-order', change(job('feb-1'), { at: '2026-02-24T00:00:00Z' })],
    ['out-of-period', change(job('jul-1'), { at: '2026-09-01T00:00:00Z' })],
    ['duplicate-id', change(job('feb-2'), { id: 'feb-1' })],
    ['extra-usage', change(job('feb-2'), { id: 'feb-22' })],
  ];

  it.each(cells)('is a finding %s', (code, edit) => {
    const { codes, status } = edited(edit);
    expect(codes[0]).toBe(code);
    expect(status).toBe('findings');
  });

  it.each(cells.filter(([code]) => code === 'balance'))('is one %s, not all that follows', (code, edit) => {
    expect(edited(edit).codes).toEqual([code]);
  });
});

describe('a row that is not there', () => {
  it.each([
    ['missing-expiry', without(of('expire', '2026-03'))],
    ['not-forfeited', without(of('forfeit', '2026-05'))],
    ['missing-grant', without(of('grant', '2026-03'))],
    ['missing-purchase', without(of('purchase', '2026-01'))],
    ['missing-adjustment', without(of('adjust', '2026-02'))],
    ['missing-close', without(of('flex-close', '2026-02'))],
  ] as const)('is the one finding %s', (code, edit) => {
    expect(edited(edit)).toMatchObject({ codes: [code], first: code });
  });

  it('leaves a gap in the numbers where they were not made anew', () => {
    const { codes } = edited((rows) => rows.filter((row) => !of('expire', '2026-03')(row)));
    expect(codes).toContain('sequence');
    expect(codes).toContain('missing-expiry');
  });
});

describe('a row that nothing asks for', () => {
  const behind =
    (which: (row: LedgerRow) => boolean, cells: (row: LedgerRow) => Partial<LedgerRow>): Edit =>
    (rows) =>
      renumbered(rows.flatMap((row) => (which(row) ? [row, { ...row, ...noUse, ...cells(row) }] : [row])));
  const noUse = { id: '', meter: '', quantity: '', credits: '', included: '', prepaid: '', flex: '', blocked: '' };

  it('is a lapse while the cycle runs', () => {
    const lapse = behind(job('feb-1'), ({ includedAfter }) => ({
      kind: 'expire',
      at: '2026-02-12T00:00:00Z',
      credits: includedAfter,
      included: `-${includedAfter}`,
      includedAfter: '0',
    }));
    const { errors, first } = edited(lapse);
    expect(errors[0]).toMatchObject({
      code: 'unexpected-expiry',
      rule: 'R5',
      actual: '50',
      at: '2026-02-12T00:00:00Z',
    });
    expect(first).toBe('unexpected-expiry');
  });

  it('is a close while the Flex month runs', () => {
    const close = behind(job('jan-3'), ({ flexMonthAfter }) => ({
      kind: 'flex-close',
      at: '2026-01-28T00:00:00Z',
      credits: flexMonthAfter,
      flex: flexMonthAfter.split('.')[0]!,
      flexMonthAfter: '0',
    }));
    const { errors, first } = edited(close);
    expect(errors[0]).toMatchObject({
      code: 'unexpected-close',
      rule: 'R12',
      expected: '0',
      at: '2026-01-28T00:00:00Z',
    });
    expect(first).toBe('unexpected-close');
  });
});

/** A workspace that is left at once, and corrected at the same instant; three events of one instant before. */
const crowded = {
  ...document,
  timeline: [
    { at: '2026-01-01', do: 'subscribe', plan: 'growth' },
    { at: '2026-01-02', do: 'buy-prepaid', credits: 20, unitPrice: 4 },
    { at: '2026-01-20', do: 'cancel', when: 'now' },
    { at: '2026-01-20', do: 'adjust', bucket: 'prepaid', credits: -5, reason: 'sold twice' },
  ],
  usage: {
    events: ['one', 'two', 'three'].map((id, index) => ({
      at: '2026-01-05',
      meter: 'training',
      quantity: 300 + index,
      id,
    })),
  },
};

describe('a row that is not there, of several of its instant', () => {
  const crowdedRun = deviatingRun(crowded);
  const audited = (edit: Edit) => {
    const files = {
      ledger: ledgerCsv(crowdedRun, edit),
      invoices: invoicesOf(crowdedRun),
      usage: recordOf(crowdedRun),
    };
    const { findings, firstDivergence } = auditOf(termsOf(crowded), files);
    return { codes: findings.filter(({ severity }) => severity === 'error').map(({ code }) => code), firstDivergence };
  };

  it('is the forfeit that a correction downwards follows', () => {
    const { codes, firstDivergence } = audited(without(({ kind }) => kind === 'forfeit'));
    expect({ codes, code: firstDivergence?.code }).toEqual({ codes: ['not-forfeited'], code: 'not-forfeited' });
  });

  it.each(['one', 'two'])('is the event %s: the row in its place is the first that differs', (id) => {
    const place = [...ledgerRows(crowdedRun)].findIndex((row) => row.id === id) + 1;
    const { codes, firstDivergence } = audited(without(job(id)));
    expect({ codes, firstDivergence }).toEqual({
      codes: ['missing-usage'],
      firstDivergence: { row: place, code: 'missing-usage' },
    });
  });
});

describe('a ledger that was carried on from a mistake', () => {
  it('rolled included credits over', () => {
    const { errors, first, difference } = deviating({ rollover: true });
    expect(errors[0]).toMatchObject({ code: 'rollover', rule: 'R5' });
    expect(new Set(errors.map(({ code }) => code))).toEqual(new Set(['rollover']));
    expect(first).toBe('rollover');
    expect(moneyOf(errors)).toBe(difference.total);
  });

  it('forfeited nothing when the plan was left', () => {
    const { errors, first, difference } = deviating({ noForfeit: true });
    expect(errors[0]).toMatchObject({ code: 'not-forfeited', rule: 'R7', at: '2026-05-20T00:00:00Z', credits: '110' });
    expect(first).toBe('not-forfeited');
    expect(moneyOf(errors)).toBe(difference.total);
  });

  it('drew prepaid first', () => {
    const { codes, first } = deviating({ draws: 'prepaid-first' });
    expect(codes[0]).toBe('draw-order');
    expect(new Set(codes)).toEqual(new Set(['draw-order']));
    expect(first).toBe('draw-order');
  });

  it('heeded no cap', () => {
    const timeline = document.timeline.map((entry) => (entry.cap === 100 ? { ...entry, cap: null } : entry));
    const { codes, first } = deviating({}, { ...document, timeline });
    expect(codes).toEqual(['cap']);
    expect(first).toBe('cap');
  });

  it('served what had to be blocked while Flex was off', () => {
    const timeline = document.timeline.map((entry) => (entry.enabled === false ? { ...entry, enabled: true } : entry));
    const { errors, first } = deviating({}, { ...document, timeline });
    expect(errors).toMatchObject([
      { code: 'blocked-served', at: '2026-04-10T00:00:00Z', credits: '10', money: '40.00' },
    ]);
    expect(first).toBe('blocked-served');
  });

  it('blocked what could be served while Flex was on', () => {
    const timeline = document.timeline.map((entry) => (entry.cap === 100 ? { ...entry, enabled: false } : entry));
    const { codes, first } = deviating({}, { ...document, timeline });
    expect(codes).toEqual(['served-blocked']);
    expect(first).toBe('served-blocked');
  });

  it('drew credits that had lapsed', () => {
    const early = { at: '2026-03-01T03:00:00Z', meter: 'training', quantity: 300, id: 'early' };
    const events = [...document.usage.events, early];
    const timeline = [{ ...document.timeline[0], at: '2026-01-01T06:00:00Z' }, ...document.timeline.slice(1)];
    const run = deviatingRun({ ...document, timeline, usage: { events } });
    const { findings } = auditOf(terms, { ledger: ledgerCsv(run), invoices: invoicesOf(run) });
    expect(findings.filter(({ code }) => code === 'expired-used')).toMatchObject([
      { credits: '10', at: '2026-03-01T00:00:00Z' },
    ]);
  });

  it.each([
    ['up', '1', '4.00'],
    ['none', '0.7', '2.80'],
  ] as const)('rounded Flex %s', (flexRounding, credits, money) => {
    const { errors, first } = deviating({ flexRounding });
    expect(errors[0]).toMatchObject({ code: 'flex-rounding', rule: 'R12', credits, money, invoice: 3 });
    expect(first).toBe('flex-rounding');
  });

  it('carried what rounding drops into the next month', () => {
    expect(deviating({ fractionCarried: true }).codes[0]).toBe('flex-rounding');
  });

  it('counted an event twice', () => {
    const events = document.usage.events.flatMap((event) =>
      event.id === 'mar-2' ? [event, { ...event, id: 'mar-x' }] : [event],
    );
    const run = deviatingRun({ ...document, usage: { events } });
    const twice = ledgerCsv(run).replace(',mar-x,', ',mar-2,');
    const report = auditOf(terms, { ledger: twice, invoices: invoicesOf(run), usage });
    expect(report.findings).toMatchObject([
      { code: 'duplicate-id', rule: 'R23', expected: 'one usage event of that id' },
    ]);
    expect(report.firstDivergence).toEqual({ row: report.findings[0]!.row, code: 'duplicate-id' });
    const alike = auditOf(terms, { ledger: ledgerCsv(run), invoices: invoicesOf(run) });
    expect(alike).toMatchObject({ status: 'clean', findings: [{ code: 'near-duplicate', severity: 'warning' }] });
  });

  it('left an event of the record out', () => {
    const events = document.usage.events.filter(({ id }) => id !== 'jun-1');
    const run = deviatingRun({ ...document, usage: { events } });
    const { findings, firstDivergence, totals } = auditOf(terms, {
      ledger: ledgerCsv(run),
      invoices: invoicesOf(run),
      usage,
    });
    expect(findings).toMatchObject([
      { code: 'missing-usage', row: null, expected: 'jun-1', money: totals.difference.total },
    ]);
    expect(firstDivergence?.code).toBe('missing-usage');
  });
});

describe('an invoice that differs', () => {
  const wrong = (edit: (text: string) => string) => {
    const { findings } = auditOf(terms, { ledger: ledgerCsv(right), invoices: edit(invoices), usage });
    return findings.map(({ code, money }) => [code, money]);
  };

  it.each([
    ['invoice-amount', (text: string) => text.replace(',599.00\n', ',600.00\n'), '1.00'],
    ['flex-rounding', (text: string) => text.replace('flex,40,4,160.00', 'flex,41,4,164.00'), '4.00'],
    ['invoice-missing', (text: string) => text.replace(/^.*flex,40,.*\n/m, ''), '-160.00'],
    ['invoice-unexpected', (text: string) => `${text}99,2026-02-01T00:00:00Z,prepaid,1,4,4.00\n`, '4.00'],
    ['out-of-period', (text: string) => `${text}99,2027-02-01T00:00:00Z,flex,1,4,4.00\n`, '4.00'],
    ['invoice-total', (text: string) => `${text}1,2026-01-01T00:00:00Z,total,,,300.00\n`, '1.00'],
    ['invoice-total', (text: string) => text.replace(/^3(,.*,subscription,)/m, '33$1'), '0.00'],
  ] as const)('is a finding %s', (code, edit, money) => {
    expect(wrong(edit)).toEqual([[code, money]]);
  });

  it('has cost nothing where it comes to what is due, by other credits than the wrong ledger at another price', () => {
    const wrongClose = change(({ kind, flex }) => kind === 'flex-close' && flex === '40', { flex: '41' });
    const sameAmount = invoices.replace('flex,40,4,160.00', 'flex,80,2,160.00');
    const { errors } = edited(wrongClose, { invoices: sameAmount, usage });
    expect(errors.map(({ invoice }) => invoice !== null)).toContain(true);
    expect(errors.map(({ money }) => money)).toEqual(errors.map(() => '0.00'));
  });
});

describe('the chain of hashes', () => {
  it.each([
    ['altered', 'hash'],
    ['truncated', 'truncated'],
    ['rechained', 'rechained'],
  ] as const)('that is %s is a finding %s', (status, code) => {
    const chain = { row: 3, status, found: 'Row 3 was changed.' };
    const { findings } = auditOf(terms, { ledger: ledgerCsv(right), chain });
    expect(findings).toMatchObject([{ code, rule: 'chain', row: 3, message: 'Row 3 was changed.' }]);
  });
});

/** The money of findings, added up. */
function moneyOf(errors: readonly { readonly money: string }[]): string {
  return errors.reduce((sum, { money }) => sum + Number(money), 0).toFixed(2);
}
