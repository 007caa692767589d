import { describe, expect, it } from 'vitest';
import { describeAlert, type Alert } from '../../../../../shared/forecast/alerts/alert.ts';
import { alertsOnUse, forecastAlerts, knownUntil } from '../../../../../shared/forecast/alerts/forecastAlerts.ts';
import { forecastBaseOf, yearOf } from '../../../../support/forecastOf.ts';

const day = (text: string): number => Date.parse(`${text}T00:00Z`);
const nano = 1_000_000_000;

/** 150 credits included a month, 200 prepaid, a cap of 100 credits of Flex. */
const timeline = [
  { at: '2026-01-01', do: 'subscribe', plan: 'growth' },
  { at: '2026-01-01', do: 'buy-prepaid', credits: 200, unitPrice: 4 },
  { at: '2026-01-01', do: 'set-flex', cap: 400 },
];
const use = (at: string, credits: number): object => ({ at, credits });
const withUse = (events: readonly object[], more: object = {}): Record<string, unknown> =>
  yearOf([], { timeline, usage: { events, ...more } });

function onUse(events: readonly object[], until: string, budget: bigint | null = null): Alert[] {
  return alertsOnUse(forecastBaseOf(withUse(events)).expected, budget, day(until));
}

function alerts(document: Record<string, unknown>, budget: bigint | null = null, paths = 100): Alert[] {
  const result = forecastAlerts(forecastBaseOf(document), { budget, seed: 1, paths });
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

describe('alerts on use so far', () => {
  it('name the greatest threshold of each pool, its rule, its numbers and its day', () => {
    const events = [use('2026-01-10', 75), use('2026-01-12', 30), use('2026-01-20', 45 + 160), use('2026-01-25', 0.5)];
    expect(onUse(events.slice(0, 1), '2026-02-01').map(({ id }) => id)).toEqual(['included-50']);
    expect(onUse(events, '2026-01-21')).toEqual([
      {
        id: 'included-100',
        on: 'use',
        pool: 'included',
        threshold: 100,
        rule: 'R5',
        used: 150 * nano,
        of: 150 * nano,
        date: day('2026-01-20'),
        paths: null,
      },
      {
        id: 'prepaid-80',
        on: 'use',
        pool: 'prepaid',
        threshold: 80,
        rule: 'R9',
        used: 160 * nano,
        of: 200 * nano,
        date: day('2026-01-20'),
        paths: null,
      },
    ]);
  });

  it('forget the included credits of a cycle that is over, and the window of a cap, but not prepaid ones', () => {
    const events = [use('2026-01-10', 150 + 200 + 90)];
    expect(onUse(events, '2026-01-31').map(({ id }) => id)).toEqual(['included-100', 'prepaid-100', 'cap-90']);
    expect(onUse(events, '2026-02-02').map(({ id }) => id)).toEqual(['prepaid-100']);
  });

  it('take back a threshold of prepaid credits where more were bought', () => {
    const more = { at: '2026-01-15', do: 'buy-prepaid', credits: 300, unitPrice: 4 };
    const usage = { events: [use('2026-01-10', 150 + 180), use('2026-01-20', 70)] };
    const { expected } = forecastBaseOf(yearOf([], { timeline: [...timeline, more], usage }));
    const reached = alertsOnUse(expected, null, day('2026-02-01')).filter(({ pool }) => pool === 'prepaid');
    expect(reached).toMatchObject([{ threshold: 50, used: 250 * nano, of: 500 * nano, date: day('2026-01-20') }]);
  });

  it('set what was invoiced against a budget', () => {
    // 299 and 800 at the start, 299 at each month's end.
    const [alert] = onUse([], '2026-03-02', 200_000n);
    expect(alert).toMatchObject({ id: 'budget-80', rule: 'R24', used: 169_700, of: 200_000, date: day('2026-03-01') });
    expect(onUse([], '2026-02-15', 200_000n)).toMatchObject([{ id: 'budget-50', used: 109_900 }]);
  });

  it('know use up to asOf, else up to the last listed usage, else none', () => {
    const model = { id: 'm', credits: true, level: 1, per: 'day' };
    const asOf = { asOf: '2026-03-01', models: [model] };
    expect(knownUntil(forecastBaseOf(withUse([use('2026-01-10', 1)], asOf)))).toBe(day('2026-03-01'));
    expect(knownUntil(forecastBaseOf(withUse([use('2026-01-10', 1)], { models: [model] })))).toBe(
      day('2026-01-10') + 1,
    );
    expect(knownUntil(forecastBaseOf(withUse([], { models: [model] })))).toBe(day('2026-01-01'));
  });
});

describe('alerts on a forecast', () => {
  const noise = { kind: 'lognormal', cv: 0.5 };
  const model = { id: 'm', credits: true, level: 6, per: 'day', noise };

  it('say on how many paths a threshold is reached, and by when on half of these', () => {
    const all = alerts(withUse([], { models: [model] }));
    expect(all.filter(({ on }) => on === 'use')).toEqual([]);
    const included = all.filter(({ pool }) => pool === 'included');
    expect(included.map(({ threshold }) => threshold)).toEqual([50, 75, 80, 90, 100]);
    // 6 credits a day use up half of 150 in 12 or 13 days.
    expect(included[0]!.paths).toEqual({ reach: 100, of: 100 });
    expect(Math.abs(included[0]!.date - day('2026-01-13'))).toBeLessThanOrEqual(86_400_000);
    const reach = all.filter(({ pool }) => pool === 'prepaid').map(({ paths }) => paths!.reach);
    expect(reach).toEqual(reach.toSorted((a, b) => b - a));
    expect(reach[0]).toBeGreaterThan(0);
  });

  it('come after what is known: thresholds reached before are not foretold', () => {
    const usage = { events: [use('2026-01-02', 140)], models: [{ ...model, level: 0.1 }], asOf: '2026-01-03' };
    const all = alerts(yearOf([], { timeline, usage }));
    const start = all.find(({ on }) => on === 'use');
    expect(start).toMatchObject({ id: 'included-90', used: 140 * nano, date: day('2026-01-02') });
    expect(all.filter(({ on, pool }) => on === 'forecast' && pool === 'included')).toEqual([]);
  });

  it('of a scenario without noise are those of its one path', () => {
    const [first] = alerts(withUse([], { models: [{ ...model, noise: undefined }] }));
    expect(first).toMatchObject({ id: 'included-50-forecast', paths: { reach: 1, of: 1 }, date: day('2026-01-13') });
  });

  it('are sentences with their numbers', () => {
    const base = { id: '', rule: 'R9', date: day('2026-05-03'), used: 160 * nano, of: 200 * nano } as const;
    const alert = { ...base, on: 'forecast', pool: 'prepaid', threshold: 80 } as const;
    expect(describeAlert({ ...alert, paths: { reach: 212, of: 400 } }, 2)).toBe(
      '80 % of the 200 prepaid credits: reached on 212 of 400 paths, on half of these by 2026-05-03.',
    );
    expect(describeAlert({ ...alert, pool: 'budget', used: 169_700, of: 200_000, paths: null }, 2)).toBe(
      '80 % of the budget of 2000.00: reached on 2026-05-03, with 1697.00 billed.',
    );
  });
});
