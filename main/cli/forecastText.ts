import type { ForecastView, MoneySpread, PricingMethod, RunOutSpread } from '../../shared/rpc/forecastViews.ts';
import { table } from './plainText.ts';

/** A forecast for people. */
export function forecastText(forecast: ForecastView): string {
  const { name, runOut } = forecast;
  const parts = [
    `${name}\n${sampleText(forecast)}`,
    totalText(forecast),
    monthsText(forecast),
    runOutText('included', runOut.included) + runOutText('prepaid', runOut.prepaid),
    driversText(forecast),
    budgetText(forecast),
    alertsText(forecast),
  ];
  return parts.filter((part) => part !== '').join('\n');
}

/** What the figures rest on. */
export function sampleText({
  paths,
  seed,
  random,
  method,
}: {
  readonly paths: number;
  readonly seed: number;
  readonly random: boolean;
  readonly method: PricingMethod;
}): string {
  const sampled = random
    ? `${paths} paths, seed ${seed}`
    : `${paths} paths, seed ${seed}; nothing in the scenario is uncertain, so all of them are alike`;
  return method.why === null ? `${sampled}\n` : `${sampled}\n${method.why}\n`;
}

/** A chance as people read it; one that is small is not told as none. */
export function percentText(chance: number): string {
  const percent = chance * 100;
  if (percent > 0 && percent < 0.1) return '<0.1 %';
  if (percent < 100 && percent > 99.9) return '>99.9 %';
  return `${percent.toFixed(Number.isInteger(percent) ? 0 : 1)} %`;
}

/** Mean credits as people read them; `--json` has every digit. */
export function roundText(credits: string): string {
  return Number(credits).toFixed(2);
}

/** Mean and percentiles as cells. */
export function spreadCells({ mean, points }: MoneySpread): string[] {
  return [mean, ...points.map(({ amount }) => amount)];
}

function totalText({ total, currency, percentiles }: ForecastView): string {
  const heading = [`total ${currency}`, 'mean', ...percentiles.map((percent) => `P${percent}`)];
  return table([heading, ['', ...spreadCells(total)]], numbersFrom(1, heading.length));
}

function monthsText({ months, percentiles }: ForecastView): string {
  const heading = ['month', 'mean', ...percentiles.map((percent) => `P${percent}`)];
  const rows = months.map(({ label, flexChance, flexMean, blockedChance, blockedMean, ...money }) => {
    const chances = [percentText(flexChance), roundText(flexMean), percentText(blockedChance), roundText(blockedMean)];
    return [label, ...spreadCells(money), ...chances];
  });
  const columns = [...heading, 'Flex', 'its credits', 'blocked', 'its credits'];
  return table([columns, ...rows], numbersFrom(1, columns.length));
}

function runOutText(pool: string, runOut: RunOutSpread | null): string {
  if (!runOut) return '';
  const dates = runOut.points.map(({ percent, date }) => `P${percent} ${date ?? 'never'}`);
  const when = runOut.chance === 0 ? '' : `: ${dates.join(', ')}`;
  return `${pool} credits run out with a chance of ${percentText(runOut.chance)}${when}\n`;
}

function driversText({ drivers }: ForecastView): string {
  if (drivers.length === 0) return '';
  const rows = drivers.map(({ model, share, low, high }) => [model, percentText(share), low, high]);
  return table([['driver', 'share of the spread', 'P10 alone', 'P90 alone'], ...rows], [1, 2, 3]);
}

function budgetText({ budget, currency }: ForecastView): string {
  return budget ? `within ${budget.amount} ${currency} with a chance of ${percentText(budget.chance)}\n` : '';
}

function alertsText({ alerts }: ForecastView): string {
  return (alerts ?? []).map(({ rule, text }) => `alert [${rule}] ${text}\n`).join('');
}

/** Column numbers of figures, which stand to the right. */
export function numbersFrom(first: number, length: number): number[] {
  return Array.from({ length: length - first }, (_, index) => first + index);
}
