/** A small scenario document that is in order, with parts of it replaced. */
export function scenarioDocument(parts: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    format: 'drawdown.scenario/1',
    name: 'Acme 2026',
    currency: 'USD',
    horizon: { start: '2026-01-01', end: '2027-01-01' },
    plans: [
      { id: 'growth', kind: 'paid', cycle: 'monthly', fee: 299, includedCredits: 150, flexPrice: 4 },
      { id: 'free', kind: 'free', cycle: 'monthly', includedCredits: 30 },
    ],
    meters: [{ id: 'training', unit: 'minute', runs: 'hosted', rates: [{ from: '2026-02-01', credits: 1, per: 30 }] }],
    timeline: [{ at: '2026-01-01', do: 'subscribe', plan: 'growth' }],
    ...parts,
  };
}
