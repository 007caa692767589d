import { ratio } from '../../shared/base/ratio.ts';
import { zoneOf } from '../../shared/calendar/zone.ts';
import type { Action, PlanTerms, Program } from '../../shared/engine/program.ts';
import { usageColumns } from './programs.ts';

const events = 1_000_000;
const nano = 1_000_000_000;

/** A year of a million events with all rules on: every pool runs dry and fills again, whole and free events, caps, changes. */
export function millionEvents(): Program {
  const zone = zoneOf('America/New_York')!;
  const start = zone.toInstant(Date.UTC(2026, 0, 31, 9));
  const end = zone.toInstant(Date.UTC(2027, 0, 31, 9));
  const step = (end - start) / events;
  const usage = usageColumns(
    Array.from({ length: events }, (_, row) => ({
      at: Math.floor(start + row * step),
      demand: ((row * 7_919) % 9_973) * 100_003,
      flags: row % 97 === 0 ? 1 : row % 89 === 0 ? 2 : 0,
    })),
  );
  const terms = { currency: 'USD', minorDigits: 2, zone, start, end, plans, meters: [], opening: null };
  const policy = { includedCycle: 'anniversary', flexCycle: 'calendar' } as const;
  return { ...terms, ...policy, actions: timeline(start), usage, sources: [{ kind: 'events' }] };
}

const terms = { kind: 'paid', flexPrice: ratio(4n), prepaidPrices: [{ from: 0, unitPrice: ratio(7n, 2n) }] } as const;
const plans: readonly PlanTerms[] = [
  { ...terms, id: 'monthly', cycle: 'monthly', fee: ratio(299n), included: 20_000 * nano },
  { ...terms, id: 'annual', cycle: 'annual', fee: ratio(2990n), included: 90_000 * nano },
];

function timeline(start: number): Action[] {
  const week = 7 * 86_400_000;
  const purchases = Array.from({ length: 50 }, (_, index) => ({
    at: start + index * week + 1,
    path: `timeline[${index}]`,
    do: 'buy-prepaid' as const,
    id: `lot-${index}`,
    credits: 2_000 * nano,
    unitPrice: ratio(7n, 2n),
  }));
  const rest: Action[] = [
    { at: start, path: 'timeline[90]', do: 'subscribe', plan: 0 },
    { at: start + 5 * week, path: 'timeline[91]', do: 'set-flex', enabled: true, cap: ratio(40_000n) },
    { at: start + 20 * week, path: 'timeline[92]', do: 'change-plan', plan: 1, when: 'now' },
    { at: start + 21 * week, path: 'timeline[93]', do: 'set-flex', enabled: true, cap: null },
    { at: start + 40 * week, path: 'timeline[94]', do: 'cancel', when: 'now' },
    { at: start + 41 * week, path: 'timeline[95]', do: 'subscribe', plan: 0 },
  ];
  return [...purchases, ...rest].sort((a, b) => a.at - b.at);
}
