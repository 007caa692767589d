/** A scenario to start from. */
export interface Template {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly icon: string;
  scenario(name: string, year: number): object;
}

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';

export const templates: readonly Template[] = [
  {
    id: 'monthly',
    title: 'Monthly plan',
    about: 'Included credits each month, Flex with a cap',
    icon: 'calendar',
    scenario: (name, year) => ({
      ...frame(name, year),
      timeline: [
        { at: `${year}-01-01`, do: 'subscribe', plan: 'core' },
        { at: `${year}-01-01`, do: 'set-flex', enabled: true, cap: 100 },
      ],
      usage: { events: [], models: [{ id: 'usage', credits: true, level: 45, per: 'month', growth: 0.05 }] },
    }),
  },
  {
    id: 'prepaid',
    title: 'Monthly plan with prepaid credits',
    about: 'A purchase that serves before Flex does',
    icon: 'credit-card',
    scenario: (name, year) => ({
      ...frame(name, year),
      timeline: [
        { at: `${year}-01-01`, do: 'subscribe', plan: 'core' },
        { at: `${year}-01-01`, do: 'set-flex', enabled: true, cap: 100 },
        { at: `${year}-02-01`, do: 'buy-prepaid', credits: 300, unitPrice: 4 },
      ],
      usage: { events: [], models: [{ id: 'usage', credits: true, level: 60, per: 'month', growth: 0.04 }] },
    }),
  },
  {
    id: 'annual',
    title: 'Annual plan',
    about: 'The year’s credits at once, Flex after them',
    icon: 'book',
    scenario: (name, year) => ({
      ...frame(name, year),
      timeline: [
        { at: `${year}-01-01`, do: 'subscribe', plan: 'core-annual' },
        { at: `${year}-01-01`, do: 'set-flex', enabled: true },
      ],
      usage: { events: [], models: [{ id: 'usage', credits: true, level: 50, per: 'month', growth: 0.03 }] },
    }),
  },
];

function frame(name: string, year: number): object {
  return {
    format: 'drawdown.scenario/1',
    name,
    catalog: '2026-spring',
    currency: 'USD',
    timeZone: zone,
    horizon: { start: `${year}-01-01`, end: `${year + 1}-01-01` },
  };
}
