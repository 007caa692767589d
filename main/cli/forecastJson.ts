import type {
  ForecastMonth,
  ForecastView,
  MoneySpread,
  PercentDate,
  RunOutSpread,
} from '../../shared/rpc/forecastViews.ts';

/** A forecast as `--json` prints it. */
export function forecastJson(forecast: ForecastView) {
  const { paths, seed, currency, random, method, total, months, runOut, drivers, budget, alerts, assumptions } =
    forecast;
  return {
    paths,
    seed,
    currency,
    random,
    method,
    total: moneyJson(total),
    months: months.map(monthJson),
    runOut: { included: runOutJson(runOut.included, forecast), prepaid: runOutJson(runOut.prepaid, forecast) },
    drivers: drivers.map(({ model, share, low, high }) => ({ model, share, low, high })),
    ...(budget ? { budget } : {}),
    alerts: alerts ?? [],
    assumptions,
  };
}

/** `{ "mean": "…", "p10": "…", … }` */
export function moneyJson({ mean, points }: MoneySpread) {
  return { mean, ...Object.fromEntries(points.map(({ percent, amount }) => [`p${percent}`, amount])) };
}

/** One month as `--json` prints it. */
export function monthJson({ start, end, flexChance, flexMean, blockedChance, blockedMean, ...money }: ForecastMonth) {
  return { start, end, ...moneyJson(money), flexChance, flexMean, blockedChance, blockedMean };
}

/** A pool that is not there does not run out. */
function runOutJson(runOut: RunOutSpread | null, { percentiles }: ForecastView) {
  const points: readonly PercentDate[] = runOut?.points ?? percentiles.map((percent) => ({ percent, date: null }));
  return {
    chance: runOut?.chance ?? 0,
    ...Object.fromEntries(points.map(({ percent, date }) => [`p${percent}`, date])),
  };
}
