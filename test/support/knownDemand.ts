import { dayMs } from '../../shared/calendar/month.ts';
import { prng } from '../../shared/base/prng.ts';
import type { DailyHistory } from '../../shared/forecast/fit/dailyHistory.ts';

/** A law of demand by day, known in full. */
export interface KnownDemand {
  readonly from: string;
  readonly days: number;
  readonly level: number;
  readonly growth?: number;
  readonly weekdays?: readonly number[];
  readonly months?: readonly number[];
  /** Coefficient of variation of lognormal day factors with mean 1. */
  readonly cv?: number;
  readonly zeroDays?: number;
  /** Factors by day number. */
  readonly spikes?: Readonly<Record<number, number>>;
  readonly seed?: number;
}

/** Days drawn from a known law, with a generator of its own: Box and Muller's normal deviates. */
export function knownDemand(law: KnownDemand): DailyHistory {
  const { days, level, growth = 0, weekdays, months, cv = 0, zeroDays = 0, spikes = {}, seed = 1 } = law;
  const from = Date.parse(`${law.from}T00:00Z`);
  const first = new Date(from);
  const next = deviates(seed);
  const quantities = Float64Array.from({ length: days }, (_, row) => {
    const date = new Date(from + row * dayMs);
    const passed = (date.getUTCFullYear() - first.getUTCFullYear()) * 12 + date.getUTCMonth() - first.getUTCMonth();
    const week = weekdays ? weekdays[(date.getUTCDay() + 6) % 7]! / mean(weekdays) : 1;
    const year = months ? months[date.getUTCMonth()]! / mean(months) : 1;
    const sigma = Math.sqrt(Math.log(1 + cv * cv));
    const factor = Math.exp(sigma * next.normal() - (sigma * sigma) / 2);
    const idle = next.uniform() < zeroDays ? 0 : 1 / (1 - zeroDays);
    return level * (1 + growth) ** passed * week * year * factor * idle * (spikes[row] ?? 1);
  });
  return { from, quantities };
}

function deviates(seed: number) {
  const random = prng(seed);
  const uniform = (): number => (random.next() + 0.5) / 2 ** 32;
  const normal = (): number => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
  return { uniform, normal };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
