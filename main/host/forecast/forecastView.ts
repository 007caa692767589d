import { assert } from '../../../shared/base/assert.ts';
import { formatCredits } from '../../../shared/base/credits.ts';
import { formatMoney } from '../../../shared/base/money.ts';
import { formatLocalDate } from '../../../shared/calendar/instant.ts';
import { balancePoints, runOuts } from '../../../shared/engine/series.ts';
import { describeAlert, type Alert } from '../../../shared/forecast/alerts/alert.ts';
import type { PathTask } from '../../../shared/forecast/pathTask.ts';
import type { ForecastBase } from '../../../shared/forecast/prepareForecast.ts';
import type { Driver } from '../../../shared/forecast/summary/drivers.ts';
import type { ForecastSummary } from '../../../shared/forecast/summary/forecastSummary.ts';
import type { RunOut } from '../../../shared/forecast/summary/runOut.ts';
import type { Spread } from '../../../shared/forecast/summary/spread.ts';
import { monthsOfHorizon } from '../../../shared/forecast/summary/summaryChoice.ts';
import type {
  ForecastAlert,
  ForecastView,
  MoneySpread,
  PricingMethod,
  RunOutSpread,
} from '../../../shared/rpc/forecastViews.ts';
import { dateText } from './dateText.ts';
import { assumptionsOf } from '../../../shared/scenario/assumptions.ts';

/** A forecast that was made. */
export interface MadeForecast {
  readonly forecastId: string;
  readonly seed: number;
  readonly base: ForecastBase;
  readonly task: PathTask;
  readonly summary: ForecastSummary;
  readonly drivers: readonly Driver[];
  /** Null: nobody looked for any. */
  readonly alerts: readonly Alert[] | null;
}

/** A forecast as the workbench and the command line show it. */
export function forecastView({ forecastId, seed, base, task, summary, drivers, alerts }: MadeForecast): ForecastView {
  const { scenario, expected, random } = base;
  const { currency, minorDigits, zone, start, end } = expected.program;
  const { paths, percentiles, budget, runOut } = summary;
  const money = (minor: bigint): string => formatMoney(minor, minorDigits);
  return {
    forecastId,
    name: scenario.name,
    currency,
    minorDigits,
    timeZone: zone.id,
    from: formatLocalDate(start, zone),
    until: formatLocalDate(end, zone),
    paths,
    seed,
    percentiles,
    random: random.length > 0,
    method: pricingMethod(task),
    total: moneySpread(summary.total, percentiles, minorDigits),
    months: monthViews(base, summary),
    fan: fanPoints(base, summary),
    histogram: histogramView(summary, minorDigits),
    runOut: { included: runOutView(runOut.included, percentiles), prepaid: runOutView(runOut.prepaid, percentiles) },
    balances: balancePoints(expected),
    runOuts: runOuts(expected),
    drivers: drivers.map((driver) => ({ ...driver, low: money(driver.low), high: money(driver.high) })),
    budget: budget && { amount: money(budget.amount), chance: budget.chance },
    alerts: alerts && alerts.map((alert) => alertView(alert, minorDigits)),
    assumptions: assumptionsOf(scenario),
  };
}

/** How paths are priced, in words. */
export function pricingMethod({ pricing }: PathTask): PricingMethod {
  if (pricing.kind === 'compact') return { kind: 'compact', why: null };
  const why =
    'The price of Flex has too many digits to be put into terms, so the engine runs on each path: this takes longer.';
  return { kind: 'engine', why };
}

/** Mean and percentiles as text. */
export function moneySpread({ mean, points }: Spread, percentiles: readonly number[], digits: number): MoneySpread {
  return {
    mean: formatMoney(mean, digits),
    points: percentiles.map((percent, index) => ({ percent, amount: formatMoney(at(points, index), digits) })),
  };
}

/** What each month comes to. */
export function monthViews(
  { expected }: ForecastBase,
  { months, percentiles }: ForecastSummary,
): ForecastView['months'] {
  const { zone, minorDigits } = expected.program;
  return monthsOfHorizon(expected).map(({ label, from, until }, index) => {
    const month = at(months, index);
    return {
      label,
      start: formatLocalDate(from, zone),
      end: formatLocalDate(until, zone),
      ...moneySpread(month, percentiles, minorDigits),
      flexChance: month.flexChance,
      flexMean: formatCredits(month.flexMean),
      blockedChance: month.blockedChance,
      blockedMean: formatCredits(month.blockedMean),
    };
  });
}

/** Cost so far at the end of each month. */
export function fanPoints({ expected }: ForecastBase, { fan }: ForecastSummary): ForecastView['fan'] {
  const { zone, minorDigits } = expected.program;
  const units = 10 ** minorDigits;
  return monthsOfHorizon(expected).map(({ until }, index) => {
    const { mean, points } = at(fan, index);
    const values = points.map((point) => Number(point) / units);
    return { date: formatLocalDate(until, zone), mean: Number(mean) / units, values };
  });
}

function histogramView({ histogram: { from, width, counts } }: ForecastSummary, minorDigits: number) {
  const units = 10 ** minorDigits;
  return { from: from / units, width: width / units, counts };
}

function runOutView(runOut: RunOut | null, percentiles: readonly number[]): RunOutSpread | null {
  if (!runOut) return null;
  const { chance, points, byMonth } = runOut;
  return {
    chance,
    byMonth,
    points: percentiles.map((percent, index) => ({ percent, date: dateText(at(points, index)) })),
  };
}

function alertView(alert: Alert, minorDigits: number): ForecastAlert {
  const { id, on, pool, threshold, rule, date, paths } = alert;
  const chance = paths && paths.reach / paths.of;
  return { id, on, pool, rule, threshold, text: describeAlert(alert, minorDigits), date: dateText(date), chance };
}

function at<T>(values: readonly T[], index: number): T {
  const value = values[index];
  assert(value !== undefined, 'every month and percentile has its figures');
  return value;
}
