import type { Noise } from '../../demand/demandModel.ts';
import type { DailyHistory } from './dailyHistory.ts';
import { rounded } from './rounded.ts';

/** Which noise is fitted: `auto` takes lognormal where the days' factors look like it. */
export type NoiseKind = 'auto' | 'lognormal' | 'resampled' | 'none';

/** Fewest days of which a law other than lognormal can be seen. */
const fewestForLaw = 90;
/** The greatest coefficient of variation that a scenario takes. */
const greatestCv = 100;
/** Most factors that are kept: the latest. */
const mostFactors = 730;

/** The spread around a fitted line; null where there is none worth the name. Spikes are left out. */
export function fitNoise(
  { quantities }: DailyHistory,
  { expected, apart, kind }: { readonly expected: Float64Array; readonly apart: Int8Array; readonly kind: NoiseKind },
): Noise | null {
  const rows = [...quantities.keys()].filter(
    (row) => expected[row]! > 0 && !Number.isNaN(quantities[row]!) && apart[row]! <= 0,
  );
  if (rows.length === 0 || kind === 'none') return null;
  const factors = rows.map((row) => quantities[row]! / expected[row]!);
  const chosen = kind === 'auto' ? likelyKind(factors) : kind;
  return chosen === 'resampled' ? resampled(factors) : lognormal(rows, factors, apart);
}

function lognormal(rows: readonly number[], factors: readonly number[], apart: Int8Array): Noise | null {
  const logs = factors.filter((factor, index) => factor > 0 && apart[rows[index]!] === 0).map(Math.log);
  const { variance } = momentsOf(logs);
  const cv = Math.min(greatestCv, rounded(Math.sqrt(Math.expm1(variance)), 4));
  const zeroDays = rounded(factors.filter((factor) => factor === 0).length / factors.length, 4);
  return cv < 0.001 && zeroDays === 0 ? null : { kind: 'lognormal', cv, shared: 0, zeroDays };
}

function resampled(factors: readonly number[]): Noise | null {
  const kept = factors.slice(-mostFactors).map((factor) => rounded(factor, 4));
  return kept.every((factor) => factor === kept[0]) ? null : { kind: 'resampled', factors: kept, shared: 0 };
}

/** Lognormal, unless many days show logs that are clearly skewed or have heavy tails. */
function likelyKind(factors: readonly number[]): 'lognormal' | 'resampled' {
  const logs = factors.filter((factor) => factor > 0).map(Math.log);
  if (logs.length < fewestForLaw) return 'lognormal';
  const { skewness, excess } = momentsOf(logs);
  return Math.abs(skewness) > 0.6 || excess > 1.5 ? 'resampled' : 'lognormal';
}

function momentsOf(values: readonly number[]) {
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const moment = (power: number) =>
    values.reduce((sum, value) => sum + (value - mean) ** power, 0) / Math.max(1, values.length);
  const variance = moment(2);
  const flat = variance < 1e-12;
  return {
    variance: values.length > 1 ? (variance * values.length) / (values.length - 1) : 0,
    skewness: flat ? 0 : moment(3) / variance ** 1.5,
    excess: flat ? 0 : moment(4) / variance ** 2 - 3,
  };
}
