import { describe, expect, it } from 'vitest';
import { formatInstant } from '../../../../shared/calendar/instant.ts';
import { charges } from '../../../../shared/engine/charges.ts';
import { billOf } from '../../../support/billOf.ts';
import { scenarioOf } from '../../../support/growth.ts';

const periods = (parts: object) =>
  charges(billOf(scenarioOf(parts))).map(({ invoice, kind, of, from, until }) => {
    return [invoice, kind, of, formatInstant(from).slice(0, 10), formatInstant(until).slice(0, 10)].join(' ');
  });

describe('What an invoice line is for', () => {
  it('is a cycle, counted from the start of the subscription, and the Flex month before it', () => {
    const timeline = [{ at: '2026-01-31', do: 'subscribe', plan: 'growth' }];
    expect(periods({ timeline, usage: { events: [{ at: '2026-02-03', credits: 160 }] } }).slice(0, 4)).toEqual([
      '1 subscription growth 2026-01-31 2026-02-28',
      '2 flex growth 2026-01-31 2026-02-28',
      '2 subscription growth 2026-02-28 2026-03-31',
      '3 subscription growth 2026-03-31 2026-04-30',
    ]);
  });

  it('is a year on an annual plan, and the instant of a purchase', () => {
    const timeline = [
      { at: '2026-02-01', do: 'subscribe', plan: 'growth-annual' },
      { at: '2026-03-01', do: 'buy-prepaid', credits: 100, id: 'PO-1' },
    ];
    expect(periods({ timeline })).toEqual([
      '1 subscription growth-annual 2026-02-01 2027-02-01',
      '2 prepaid PO-1 2026-03-01 2026-03-01',
    ]);
  });

  it('counts from the change where a plan was changed, and from its own start where the run began later', () => {
    const opening = { plan: 'growth', since: '2025-12-20', included: 5 };
    const timeline = [{ at: '2026-02-01', do: 'change-plan', plan: 'growth', when: 'cycle-end' }];
    expect(periods({ opening, timeline, horizon: { start: '2026-01-01', end: '2026-04-01' } })).toEqual([
      '1 subscription growth 2026-01-20 2026-02-20',
      '2 final-flex growth 2026-01-20 2026-02-20',
      '2 subscription growth 2026-02-20 2026-03-20',
      '3 subscription growth 2026-03-20 2026-04-20',
    ]);
  });
});
