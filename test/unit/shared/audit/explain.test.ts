import { describe, expect, it } from 'vitest';
import type { Deviation } from '../../../../shared/engine/deviation.ts';
import type { Program } from '../../../../shared/engine/program.ts';
import type { Run } from '../../../../shared/engine/outcome.ts';
import { auditOf, deviatingRun, invoicesOf, ledgerCsv, recordOf, termsOf } from '../../../support/audited.ts';

/** How much is used from month to month, so that there is a slack one before a full one. */
const busy = [0.4, 2.1, 0.7, 3.2, 2.4, 1.3, 1.7, 0.8, 1.4, 1.1, 1.2, 1.5];

/** A year in New York on a monthly plan with an annual one beside it: purchases, a cap, Flex off for a while, a rate that falls. */
const year = {
  format: 'drawdown.scenario/1',
  name: 'Acme 2026',
  currency: 'USD',
  timeZone: 'America/New_York',
  horizon: { start: '2026-01-10', end: '2027-01-10' },
  plans: [
    { id: 'growth', kind: 'paid', cycle: 'monthly', fee: 299, includedCredits: 150, flexPrice: 4 },
    { id: 'yearly', kind: 'paid', cycle: 'annual', fee: 2990, includedCredits: 600, flexPrice: 3.5 },
  ],
  meters: [
    {
      id: 'training',
      unit: 'minute',
      runs: 'hosted',
      rates: [
        { from: '2020-01-01', credits: 1, per: 30 },
        { from: '2026-04-20', credits: 1, per: 45 },
      ],
    },
    { id: 'image', unit: 'image', runs: 'hosted', rates: [{ from: '2020-01-01', credits: 1, per: 7 }] },
  ],
  timeline: [
    { at: '2026-01-10', do: 'subscribe', plan: 'growth' },
    { at: '2026-03-12T09:00', do: 'buy-prepaid', credits: 60, unitPrice: 3.75 },
    { at: '2026-05-08T09:00', do: 'buy-prepaid', credits: 200, unitPrice: 3.5 },
    { at: '2026-05-12', do: 'set-flex', cap: 220 },
    { at: '2026-06-20', do: 'set-flex', enabled: false, cap: null },
    { at: '2026-07-25', do: 'set-flex', enabled: true },
    { at: '2026-08-20T12:00', do: 'change-plan', plan: 'yearly', when: 'now' },
  ],
  usage: {
    events: Array.from({ length: 180 }, (_, index) => ({
      at: new Date(Date.UTC(2026, 0, 10, 6) + index * 48 * 3_600_000 + (index % 7) * 3_100_000).toISOString(),
      meter: index % 3 === 0 ? 'image' : 'training',
      quantity: Math.round(
        busy[Math.floor(index / 15)]! * (index % 3 === 0 ? 60 + (index % 11) * 5 : 420 + (index % 13) * 17),
      ),
      id: `job-${index}`,
    })),
  },
};
const terms = termsOf(year);
const right = deviatingRun(year);
const usage = recordOf(right);

interface Mistake {
  readonly name: string;
  readonly deviation?: Deviation;
  readonly change?: (program: Program) => Program;
  readonly document?: object;
}

const mistakes: readonly Mistake[] = [
  { name: 'prepaid-first', deviation: { draws: 'prepaid-first' } },
  { name: 'rollover', deviation: { rollover: true } },
  { name: 'flex-ceil', deviation: { flexRounding: 'up' } },
  { name: 'flex-nearest', deviation: { flexRounding: 'nearest' } },
  { name: 'flex-unrounded', deviation: { flexRounding: 'none' } },
  { name: 'flex-per-meter', deviation: { flexSums: 'meter' } },
  { name: 'flex-per-event', deviation: { flexSums: 'event' } },
  { name: 'fraction-carried', deviation: { fractionCarried: true } },
  { name: 'retroactive-prepaid', deviation: { retroactivePrepaid: true } },
  { name: 'no-forfeit', deviation: { noForfeit: true } },
  { name: 'annual-by-month', deviation: { annualByMonth: 'lapsing' } },
  { name: 'annual-by-month', deviation: { annualByMonth: 'staying' } },
  { name: 'whole-events', deviation: { draws: 'whole-events' } },
  { name: 'time-zone', document: { ...year, timeZone: 'UTC' } },
  { name: 'time-zone', document: { ...year, timeZone: 'Asia/Kolkata' } },
  { name: 'calendar-cycles', document: { ...year, policy: { includedCycle: 'calendar', flexCycle: 'calendar' } } },
  { name: 'calendar-cycles', document: { ...year, policy: { flexCycle: 'calendar' } } },
  {
    name: 'cap-ignored',
    change: withActions((action) => (action.do === 'set-flex' ? { ...action, cap: null } : action)),
  },
  {
    name: 'flex-off-ignored',
    change: withActions((action) => (action.do === 'set-flex' ? { ...action, enabled: true } : action)),
  },
  { name: 'stale-rate', document: withRateFrom('2026-05-01') },
  { name: 'stale-rate', document: withRateFrom('2027-05-01') },
  {
    name: 'duplicate-usage',
    document: withEvents([...year.usage.events, { ...year.usage.events[20]!, id: 'job-20' }], true),
  },
  { name: 'missing-usage', document: withEvents(year.usage.events.filter(({ id }) => id !== 'job-52')) },
];

function withActions(change: (action: Program['actions'][number]) => Program['actions'][number]) {
  return (program: Program): Program => ({ ...program, actions: program.actions.map(change) });
}

function withRateFrom(from: string): object {
  const [training, image] = year.meters;
  return { ...year, meters: [{ ...training, rates: [training!.rates[0], { ...training!.rates[1], from }] }, image] };
}

function withEvents(events: readonly object[], renamed = false): object {
  const unique = renamed ? events.map((event, index) => ({ ...event, id: `unique-${index}` })) : events;
  return { ...year, usage: { events: unique } };
}

function wrongRun({ deviation, change, document = year }: Mistake): Run {
  return deviatingRun(document, deviation, change);
}

describe('a single mistake in a bill', () => {
  it.each(mistakes)('$name is found and explained to the cent from ledger, record and invoices', (mistake) => {
    const run = wrongRun(mistake);
    const isRenamed = mistake.name === 'duplicate-usage';
    const ledger = isRenamed
      ? ledgerCsv(run)
          .replaceAll(/unique-180/g, 'job-20')
          .replaceAll(/unique-(\d+)/g, 'job-$1')
      : ledgerCsv(run);
    const report = auditOf(terms, { ledger, invoices: invoicesOf(run), usage });
    expect(report.status).toBe('findings');
    expect(report.firstDivergence).not.toBeNull();
    expect(report.explanations[0]).toMatchObject({ hypothesis: mistake.name, residual: '0.00', differingRows: 0 });
    expect(report.explained).toBe(true);
  });

  it.each(mistakes)('$name is explained from invoices and the record alone', (mistake) => {
    const report = auditOf(terms, { invoices: invoicesOf(wrongRun(mistake)), usage });
    expect(report.status).toBe('findings');
    expect(report.explanations[0]).toMatchObject({ residual: '0.00' });
    const explaining = report.explanations
      .filter(({ residual }) => residual === '0.00')
      .map(({ hypothesis }) => hypothesis);
    expect(explaining).toContain(mistake.name);
  });
});

describe('an event that stands twice among others of its instant', () => {
  const at = '2026-02-01T08:00:00Z';
  const events = ['a', 'b', 'c'].map((id, index) => ({ at, meter: 'image', quantity: 7 * (index + 1), id }));

  it('is explained by its rows, though the bill is as it would be', () => {
    const [a, b, c] = events;
    const run = deviatingRun(withEvents([a!, { ...a!, id: 'again' }, b!, c!]));
    const ledger = ledgerCsv(run).replace(',again,', ',a,');
    const recorded = recordOf(deviatingRun(withEvents(events)));
    const report = auditOf(terms, { ledger, invoices: invoicesOf(run), usage: recorded });
    expect(report.totals.difference.total).toBe('0.00');
    expect(report.explanations[0]).toMatchObject({ hypothesis: 'duplicate-usage', residual: '0.00', differingRows: 0 });
    expect(report.explained).toBe(true);
  });
});

describe('two mistakes in a bill', () => {
  it('are explained together', () => {
    const run = deviatingRun(year, { flexRounding: 'up', noForfeit: true });
    const report = auditOf(terms, { ledger: ledgerCsv(run), invoices: invoicesOf(run), usage });
    expect(report.explanations[0]).toMatchObject({
      hypothesis: 'flex-ceil+no-forfeit',
      residual: '0.00',
      differingRows: 0,
    });
  });
});

describe('a difference that no hypothesis explains', () => {
  it('is said to be so', () => {
    const invoices = invoicesOf(right).replace('299.00\n', '280.17\n');
    const report = auditOf(terms, { invoices, usage });
    expect(report).toMatchObject({ status: 'findings', residual: '18.83', explained: false });
    expect(report.findings).toMatchObject([{ code: 'invoice-amount', money: '-18.83' }]);
  });
});
