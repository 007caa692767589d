import { dayMs } from '../../calendar/month.ts';
import { historyEnd } from './dailyHistory.ts';
import type { HistoryFit } from './fitHistory.ts';
import { localDateText } from './modelJson.ts';
import { greatestFactor } from './spikeEpisodes.ts';
import { monthsApart } from './historyShape.ts';
import { percentText, quantityText } from './figureText.ts';

/** A sentence of a statement; `id` says what it is about. */
export interface FitSentence {
  readonly id: string;
  readonly text: string;
}

/** What was found in a history, and what it is too short to tell. */
export interface FitStatement {
  readonly found: readonly FitSentence[];
  readonly untold: readonly FitSentence[];
}

/** How close a fitted line comes to the days that it was fitted to, spikes left out. */
export interface FitQuality {
  /** Share of the differences between days that the line explains, from 0 to 1; null where all days are alike. */
  readonly explained: number | null;
  /** Sum of the distances ÷ sum of the days: by how much a day is off on average. */
  readonly off: number;
}

const weekdayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const monthNames = 'January February March April May June July August September October November December'.split(' ');

/** Tells a fit in plain sentences with their numbers. `unit` is what quantities are counted in, in the plural. */
export function fitStatement(fit: HistoryFit, unit: string): FitStatement {
  const found = [
    sentence('days', daysText(fit)),
    sentence('level', levelText(fit, unit)),
    ...(fit.tellable.growth ? [sentence('growth', growthText(fit))] : []),
    ...(fit.tellable.weekdays ? [sentence('weekdays', patternText('weekday', fit.shape.weekdays))] : []),
    ...(fit.tellable.months ? [sentence('months', patternText('yearly', fit.shape.months))] : []),
    ...(fit.recent === 1 ? [] : [sentence('recent', recentText(fit))]),
    ...(fit.tellable.spikes ? [sentence('spikes', spikesText(fit))] : []),
    ...(fit.tellable.spread
      ? [sentence('spread', spreadText(fit)), sentence('fit', qualityText(fitQuality(fit)))]
      : []),
  ];
  return { found, untold: untold(fit) };
}

/** How well the line fits. */
export function fitQuality({ history, expected, apart }: HistoryFit): FitQuality {
  const rows = [...apart.keys()].filter((row) => apart[row]! <= 0 && !Number.isNaN(history.quantities[row]!));
  const seen = rows.map((row) => history.quantities[row]!);
  const sum = seen.reduce((total, value) => total + value, 0);
  const mean = sum / seen.length;
  const squares = (from: (row: number, at: number) => number) =>
    rows.reduce((total, row, at) => total + from(row, at) ** 2, 0);
  const whole = squares((_, at) => seen[at]! - mean);
  const left = squares((row, at) => seen[at]! - expected[row]!);
  const off = rows.reduce((total, row, at) => total + Math.abs(seen[at]! - expected[row]!), 0);
  return { explained: whole > 0 ? Math.max(0, 1 - left / whole) : null, off: sum > 0 ? off / sum : 0 };
}

function sentence(id: string, text: string): FitSentence {
  return { id, text };
}

function daysText({ history, known, zeros }: HistoryFit): string {
  const last = localDateText(historyEnd(history) - dayMs);
  const missing = history.quantities.length - known;
  const gaps = missing === 0 ? '' : ` ${count(missing, 'day is', 'days are')} missing in between and left out.`;
  const idle = zeros === 0 ? '' : ` ${count(zeros, 'day has', 'days have')} nothing.`;
  return `Looked at ${count(known, 'day', 'days')}, ${localDateText(history.from)} to ${last}.${gaps}${idle}`;
}

function levelText({ level, shape, recent, history }: HistoryFit, unit: string): string {
  const end = level * (1 + shape.growth) ** monthsApart(history.from, historyEnd(history) - dayMs) * recent;
  const start = shape.growth === 0 ? '' : `, from ${quantityText(level)} at the start`;
  return `The level at the end is ${quantityText(end)} ${unit} a day${start}.`;
}

function growthText({ shape, growthRange }: HistoryFit): string {
  const [least, greatest] = growthRange ?? [0, 0];
  const range = `${percentText(least)} and ${percentText(greatest)}`;
  return shape.growth === 0
    ? `No growth stands out from the noise; anything between ${range} a month fits as well.`
    : `It grows by ${percentText(shape.growth)} a month; anything between ${range} fits as well.`;
}

const patterns = {
  weekday: { names: weekdayNames, on: 'on' },
  yearly: { names: monthNames, on: 'in' },
} as const;

function patternText(kind: keyof typeof patterns, weights: readonly number[] | null): string {
  if (!weights) return `No ${kind} pattern stands out from the noise.`;
  const { names, on } = patterns[kind];
  const name = (weight: number): string =>
    `${on} ${names[weights.indexOf(weight)]} (${percentText(weight)} of the mean)`;
  return `The ${kind} pattern has most ${name(Math.max(...weights))} and least ${name(Math.min(...weights))}.`;
}

function recentText({ recent }: HistoryFit): string {
  const side = recent > 1 ? 'above' : 'below';
  return `The latest four weeks run ${side} the line; the level follows them by ${percentText(Math.abs(recent - 1))}.`;
}

function spikesText({ spikes, apart }: HistoryFit): string {
  const short = apart.reduce((sum, side) => (side < 0 ? sum + 1 : sum), 0);
  const dips = short === 0 ? '' : ` ${count(short, 'day falls', 'days fall')} far short of the line.`;
  if (spikes.length === 0) return `No day stands out as a spike.${dips}`;
  const named = spikes.slice(0, 3).map(({ from, days, factor }) => {
    const length = days === 1 ? '' : ` for ${days} days`;
    return `${localDateText(from)}${length} × ${quantityText(factor)}${factor === greatestFactor ? ' or more' : ''}`;
  });
  const more = spikes.length > 3 ? ` and ${spikes.length - 3} more` : '';
  return `${count(spikes.length, 'spike was', 'spikes were')} set apart (${named.join(', ')}${more}); the model has ${spikes.length === 1 ? 'it' : 'them'} with the chance that history had.${dips}`;
}

function spreadText({ noise }: HistoryFit): string {
  if (!noise) return 'Days do not spread around the line.';
  if (noise.kind === 'resampled')
    return `Days spread around the line as the latest ${noise.factors.length} did, which is not lognormal.`;
  const idle = noise.zeroDays === 0 ? '' : `; ${percentText(noise.zeroDays)} of days have nothing`;
  return `Days spread around the line by ${percentText(noise.cv)} (lognormal)${idle}.`;
}

function qualityText({ explained, off }: FitQuality): string {
  const share =
    explained === null ? '' : `The line explains ${percentText(explained)} of the differences between days; `;
  const text = `${share}a day is off by ${percentText(off)} on average.`;
  return text[0]!.toUpperCase() + text.slice(1);
}

/** What more history would tell. */
function untold({ tellable, known }: HistoryFit): FitSentence[] {
  const so = `With ${count(known, 'day', 'days')} of history`;
  return [
    ...(tellable.weekdays ? [] : [sentence('weekdays', `${so}, less than two weeks, no weekday pattern can be told.`)]),
    ...(tellable.growth ? [] : [sentence('growth', `${so}, less than two months, no growth can be told.`)]),
    ...(tellable.months ? [] : [sentence('months', `${so}, less than two years, no yearly pattern can be told.`)]),
    ...(tellable.spread ? [] : [sentence('spread', `${so}, less than two weeks, no spread can be told.`)]),
    ...(tellable.spikes ? [] : [sentence('spikes', `${so}, less than four weeks, no day can be told to be a spike.`)]),
  ];
}

function count(amount: number, one: string, many: string): string {
  return `${amount.toLocaleString('en-US')} ${amount === 1 ? one : many}`;
}
