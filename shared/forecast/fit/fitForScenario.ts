import { err, ok, type Result } from '../../base/result.ts';
import { dayMs } from '../../calendar/month.ts';
import type { DemandModel } from '../../demand/demandModel.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { historyEnd, historyPart, type DailyHistory } from './dailyHistory.ts';
import { fitHistory, type FitRefusal, type HistoryFit } from './fitHistory.ts';
import type { NoiseKind } from './fitNoise.ts';
import { fitStatement } from './fitStatement.ts';
import { fittedModel } from './fittedModel.ts';
import { localDateText, modelJson, type ModelHistory, type ModelJson } from './modelJson.ts';

/** What a model is fitted to, and for which place of a scenario. */
export interface ScenarioFitWanted {
  /** The id that the model gets; a model of that id in the scenario is the one that it replaces. */
  readonly id: string;
  /** A meter's id, or null for demand stated in credits. */
  readonly meter: string | null;
  readonly history: DailyHistory;
  /** Whether the history is usage that the scenario itself counts, so that the model must begin after it. */
  readonly own: boolean;
  /** Names of the files, for the record; none: listed events. */
  readonly files: readonly string[];
  /** Part of the history to look at: local midnights; null: the last three years at most. */
  readonly from: number | null;
  readonly until: number | null;
  readonly noise: NoiseKind;
}

/** A model that a scenario can take in. */
export interface ScenarioFit {
  readonly fit: HistoryFit;
  readonly model: DemandModel;
  readonly json: ModelJson;
  /** What `usage.asOf` is to be, so that no day counts as known and as expected; null: leave it as it is. */
  readonly asOf: string | null;
}

/** Why a scenario gets no model. */
export type ScenarioFitRefusal = FitRefusal | { readonly code: 'nothing-ahead'; readonly until: string };

const mostDays = 1096;

/**
 * Fits a model for the part of a scenario's horizon that is not known: after usage that the scenario counts itself, else over
 * the whole of it. The dates are such that no day is counted twice.
 */
export function fitForScenario(scenario: Scenario, wanted: ScenarioFitWanted): Result<ScenarioFit, ScenarioFitRefusal> {
  const { history, own, id, meter } = wanted;
  const knownUntil = own ? Math.max(historyEnd(history), scenario.asOf ?? 0) : (scenario.asOf ?? 0);
  const horizon = horizonDays(scenario);
  const from = Math.max(horizon.from, knownUntil);
  if (from >= horizon.until) return err({ code: 'nothing-ahead', until: localDateText(horizon.until) });
  const fit = fitHistory(lookedAt(wanted), wanted.noise);
  if (!fit.ok) return fit;
  const model = fittedModel(fit.value, { id, meter, from, until: horizon.until });
  const others = scenario.models.filter((each) => each.id !== id);
  const free = own && others.every((each) => each.from >= from);
  return ok({
    fit: fit.value,
    model,
    json: modelJson(model, historyOf(fit.value, wanted.files)),
    asOf: free ? localDateText(from) : null,
  });
}

/** The part of a history that a fit looks at: what was asked for, else the last three years at most. */
export function lookedAt({
  history,
  from,
  until,
}: Pick<ScenarioFitWanted, 'history' | 'from' | 'until'>): DailyHistory {
  const end = Math.min(until ?? Infinity, historyEnd(history));
  return historyPart(history, Math.max(from ?? end - mostDays * dayMs, history.from), end);
}

function historyOf(fit: HistoryFit, files: readonly string[]): ModelHistory {
  const { history, known } = fit;
  const note = fitStatement(fit, '').found.find(({ id }) => id === 'fit')?.text;
  const span = { from: localDateText(history.from), until: localDateText(historyEnd(history)) };
  return { files, ...span, days: known, ...(note === undefined ? {} : { note }) };
}

/** The local days that the horizon touches. */
function horizonDays({ zone, start, end }: Scenario) {
  return {
    from: Math.floor(zone.toLocal(start) / dayMs) * dayMs,
    until: Math.ceil(zone.toLocal(end) / dayMs) * dayMs,
  };
}
