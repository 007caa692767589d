/** Plans as the worked cases have them: monthly, annual and free. */
export const plans = [
  {
    id: 'growth',
    name: 'Growth',
    kind: 'paid',
    cycle: 'monthly',
    fee: 299,
    includedCredits: 150,
    flexPrice: 4,
    prepaidPrices: [
      { from: 0, unitPrice: 4 },
      { from: 500, unitPrice: '3.5' },
    ],
  },
  {
    id: 'growth-annual',
    name: 'Growth, annual',
    kind: 'paid',
    cycle: 'annual',
    fee: 2990,
    includedCredits: 1800,
    flexPrice: 4,
    prepaidPrices: [{ from: 10, unitPrice: 4 }],
  },
  {
    id: 'free',
    name: 'Public',
    kind: 'free',
    cycle: 'monthly',
    fee: 0,
    includedCredits: 30,
    flexPrice: 0,
    prepaidPrices: [],
  },
];

/** A scenario over the first half of 2026 in UTC, with whatever a test wants otherwise. */
export function scenarioOf(parts: object): object {
  return {
    format: 'drawdown.scenario/1',
    name: 'Acme',
    currency: 'USD',
    timeZone: 'UTC',
    horizon: { start: '2026-01-01', end: '2026-07-01' },
    plans,
    meters: [{ id: 'training', unit: 'minute', runs: 'hosted', rates: [{ from: '2020-01-01', credits: 1, per: 30 }] }],
    timeline: [{ at: '2026-01-01', do: 'subscribe', plan: 'growth' }],
    usage: { events: [] },
    ...parts,
  };
}
