import { dayMs } from '../../calendar/month.ts';
import { assert } from '../../base/assert.ts';
import type { DemandModel, Spike } from '../../demand/demandModel.ts';
import { historyEnd, knownDays, type DailyHistory } from './dailyHistory.ts';
import type { HistoryFit } from './fitHistory.ts';
import type { FitSentence } from './fitStatement.ts';
import { monthsApart } from './historyShape.ts';
import { rounded } from './rounded.ts';

/** What the model of a fit is for. */
export interface FittedFor {
  readonly id: string;
  /** A meter's id, or null for demand stated in credits. */
  readonly meter: string | null;
  /** The period that the model covers: local midnights. */
  readonly from: number;
  readonly until: number;
}

/** Most windows that spikes are spread over. */
const mostWindows = 60;

/**
 * The demand model of a fit for a period: the level that the line has in its first month, and spikes as often, as long and
 * as high as history had them. Its numbers have the few digits that they deserve.
 */
export function fittedModel(fit: HistoryFit, { id, meter, from, until }: FittedFor): DemandModel {
  assert(until > from, 'a model covers a day or more');
  const { growth, weekdays, months } = fit.shape;
  const passed = monthsApart(fit.history.from, historyEnd(fit.history)) + grownGap(fit.history, from);
  const level = Math.min(greatestLevel, rounded(fit.level * (1 + growth) ** passed * fit.recent, 6));
  return {
    id,
    meter,
    from,
    until,
    level,
    per: 'day',
    ramp: null,
    growth: Math.max(-1, Number(growth.toFixed(5))),
    weekdays: weekdays && weekdays.map((weight) => Number(weight.toFixed(4))),
    months: months && months.map((weight) => Number(weight.toFixed(4))),
    spikes: likelySpikes(fit, from, until),
    noise: level > 0 ? fit.noise : null,
  };
}

/** The greatest quantity that a scenario takes. */
const greatestLevel = 1e15;
/** Months by which a model may begin after its history ends and still have grown on; growth further ahead is a guess. */
const mostGap = 12;

/** Months after the end of a history (negative before it) over which its growth is carried to a model that begins at `from`. */
function grownGap(history: DailyHistory, from: number): number {
  return Math.min(mostGap, monthsApart(historyEnd(history), from));
}

/** Said where a model begins long after its history ends: how far the growth was carried. */
export function gapSentence({ history, shape }: HistoryFit, from: number): FitSentence | null {
  const gap = monthsApart(historyEnd(history), from);
  if (gap < 2) return null;
  const carried =
    gap > mostGap ? `its growth is carried over ${mostGap} of them, not further` : 'its growth goes on meanwhile';
  const text = `The history ends ${gap} months before the model begins${shape.growth === 0 ? '' : `; ${carried}`}.`;
  return { id: 'gap', text };
}

/** Windows side by side, each with the chance that keeps how often spikes came. */
function likelySpikes({ spikes, history }: HistoryFit, from: number, until: number): Spike[] {
  if (spikes.length === 0) return [];
  const period = Math.round((until - from) / dayMs);
  const often = (spikes.length / knownDays(history)) * period;
  const count = Math.min(mostWindows, period, Math.max(1, Math.ceil(often)));
  const chance = Math.min(1, rounded(often / count, 3));
  const edge = (index: number): number => from + Math.round((index * period) / count) * dayMs;
  return Array.from({ length: count }, (_, index) => ({
    kind: 'uncertain',
    from: edge(index),
    until: edge(index + 1),
    chance,
    days: boundsOf(spikes.map(({ days }) => days)),
    factor: evenBounds(spikes.map(({ factor }) => factor)),
  }));
}

function boundsOf(values: readonly number[]) {
  return { least: Math.min(...values), greatest: Math.max(...values) };
}

/** A range whose middle is the mean of the values, so that what is expected of it is what was seen. */
function evenBounds(values: readonly number[]) {
  const { least, greatest } = boundsOf(values);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const reach = Math.min(mean - least, greatest - mean);
  return { least: rounded(mean - reach, 4), greatest: rounded(mean + reach, 4) };
}
