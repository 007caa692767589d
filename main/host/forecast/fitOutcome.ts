import { backtest, type Backtest, type BacktestRefusal } from '../../../shared/forecast/backtest/backtest.ts';
import { backtestStatement } from '../../../shared/forecast/backtest/backtestStatement.ts';
import { historyEnd } from '../../../shared/forecast/fit/dailyHistory.ts';
import { fitForScenario, lookedAt, type ScenarioFitRefusal } from '../../../shared/forecast/fit/fitForScenario.ts';
import { gapSentence } from '../../../shared/forecast/fit/fittedModel.ts';
import type { NoiseKind } from '../../../shared/forecast/fit/fitNoise.ts';
import type { HistoryFit } from '../../../shared/forecast/fit/fitHistory.ts';
import { fitStatement, type FitSentence } from '../../../shared/forecast/fit/fitStatement.ts';
import { localDateText } from '../../../shared/forecast/fit/modelJson.ts';
import type { BacktestView, FitOutcome, FitRefusalView } from '../../../shared/rpc/fitViews.ts';
import { parseLocalDate } from '../../../shared/calendar/instant.ts';
import type { Scenario } from '../../../shared/scenario/scenario.ts';
import type { ReadHistory } from './readHistory.ts';

/** How a fit is made, and for which model. */
export interface FitChoice {
  readonly meter: string | null;
  readonly from: string | null;
  readonly until: string | null;
  readonly noise: NoiseKind;
  /** Id of the model to replace; null: a new one. */
  readonly model: string | null;
  readonly holdOut: number;
  readonly paths: number;
  readonly seed: number;
}

/** Fits a model to a history that was read, and backtests it where days are held out. */
export function fitOutcome(scenario: Scenario, seen: ReadHistory, choice: FitChoice): FitOutcome {
  const { meters, diagnostics } = seen;
  const refuse = (refusal: FitRefusalView): FitOutcome => ({ fit: null, refusal, meters, diagnostics });
  if (diagnostics.some(({ severity }) => severity === 'error'))
    return { fit: null, refusal: null, meters, diagnostics };
  if (!seen.history) return refuse(refusalView({ code: 'no-history' }));
  const wanted = {
    id: choice.model ?? freeId(scenario, choice.meter),
    meter: choice.meter,
    history: seen.history,
    own: seen.own,
    files: seen.files,
    from: localOf(choice.from),
    until: localOf(choice.until),
    noise: choice.noise,
  };
  const fitted = fitForScenario(scenario, wanted);
  if (!fitted.ok) return refuse(refusalView(fitted.error));
  const tested = choice.holdOut === 0 ? null : backtest(lookedAt(wanted), choice);
  const { fit, model, json, asOf } = fitted.value;
  const unit = unitOf(scenario, choice.meter);
  const { found, untold } = fitStatement(fit, unit);
  return {
    fit: {
      meter: choice.meter,
      unit,
      ...seriesOf(fit),
      found: [...found, ...besides(scenario, seen, { meter: choice.meter, fit, from: model.from })],
      untold,
      model: json,
      asOf,
      backtest: tested?.ok ? backtestView(tested.value, unit) : null,
    },
    refusal: tested?.ok === false ? refusalView(tested.error) : null,
    meters,
    diagnostics,
  };
}

/** The days that a fit was made from, as a chart draws them. */
export function seriesOf({ history, expected }: HistoryFit) {
  return {
    from: localDateText(history.from),
    until: localDateText(historyEnd(history)),
    history: knownOrNull(history.quantities),
    line: [...expected],
  };
}

/** A backtest as a chart and a table draw it. */
export function backtestView(test: Backtest, unit: string): BacktestView {
  const { heldOut, errors, bands, covered, judged } = test;
  return {
    from: localDateText(heldOut.from),
    actual: knownOrNull(heldOut.quantities),
    forecast: [...errors[0]!.forecast],
    low: [...bands.low],
    high: [...bands.high],
    covered,
    judged,
    errors: errors.map(({ id, off, bias }) => ({ id, off, bias })),
    statement: backtestStatement(test, unit),
  };
}

/** A refusal in words. */
export function refusalView(refusal: ScenarioFitRefusal | BacktestRefusal): FitRefusalView {
  switch (refusal.code) {
    case 'no-history':
      return { code: refusal.code, message: 'There is no usage to learn from.' };
    case 'nothing-used':
      return { code: refusal.code, message: `Nothing was used on any of ${refusal.days} days.` };
    case 'nothing-ahead':
      return {
        code: refusal.code,
        message: `Usage is known up to the end of the horizon, ${refusal.until}: move the end to forecast what comes after.`,
      };
    case 'too-short':
      return {
        code: refusal.code,
        message: `There are ${refusal.days} days of history; holding so many out needs at least ${refusal.needed}.`,
      };
  }
}

function knownOrNull(quantities: Float64Array): (number | null)[] {
  return Array.from(quantities, (quantity) => (Number.isNaN(quantity) ? null : quantity));
}

function localOf(date: string | null): number | null {
  return date === null ? null : parseLocalDate(date);
}

/** What quantities of a meter are counted in, in the plural. */
export function unitOf({ meters }: Scenario, meter: string | null): string {
  if (meter === null) return 'credits';
  const unit = meters.find(({ id }) => id === meter)?.unit;
  return unit === undefined || unit === '' ? 'units' : unit.replace(/(?<=[a-rt-z])$/, 's');
}

/** What a reader must know beside the fit: rows left out, and what a model of this meter does not count. */
export function besides(
  { meters }: Scenario,
  { unrated }: ReadHistory,
  { meter, fit, from }: { readonly meter: string | null; readonly fit: HistoryFit; readonly from: number },
): FitSentence[] {
  const gap = gapSentence(fit, from);
  const rates = meters.find(({ id }) => id === meter)?.rates ?? [];
  const perCall = rates.some(({ minimum, plus }) => minimum.num > 0n || plus.num > 0n);
  return [
    ...(gap ? [gap] : []),
    ...(unrated === 0
      ? []
      : [{ id: 'unrated', text: `${unrated} rows have no rate in force and were left out of the credits.` }]),
    ...(perCall
      ? [
          {
            id: 'per-call',
            text: 'This meter charges a minimum or a surcharge per call, which models of quantities leave out: fit credits to count them.',
          },
        ]
      : []),
  ];
}

function freeId({ models }: Scenario, meter: string | null): string {
  const taken = new Set(models.map(({ id }) => id));
  const base = `${meter ?? 'credits'}-fitted`.slice(0, 190);
  for (let number = 1; ; number++) {
    const id = number === 1 ? base : `${base}-${number}`;
    if (!taken.has(id)) return id;
  }
}
