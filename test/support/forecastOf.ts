import { forecastBase, forecastTask, type ForecastBase } from '../../shared/forecast/prepareForecast.ts';
import type { PathTask } from '../../shared/forecast/pathTask.ts';
import { decodeScenario } from '../../shared/scenario/decode.ts';
import { scenarioDocument } from './scenarioDocument.ts';

/** What a forecast of this document starts from; throws where the document has faults. */
export function forecastBaseOf(document: Record<string, unknown>): ForecastBase {
  const { scenario, diagnostics } = decodeScenario(JSON.stringify(document));
  if (!scenario) throw new Error(JSON.stringify(diagnostics));
  const base = forecastBase(scenario, []);
  if (!base.ok) throw new Error(JSON.stringify(base.error));
  return base.value;
}

/** The task of a forecast’s paths. */
export function forecastTaskOf(document: Record<string, unknown>, seed = 1): PathTask {
  const task = forecastTask(forecastBaseOf(document), { seed });
  if (!task.ok) throw new Error(JSON.stringify(task.error));
  return task.value;
}

/** A year of one paid plan with these demand models. */
export function yearOf(models: readonly object[], parts: Record<string, unknown> = {}): Record<string, unknown> {
  return scenarioDocument({
    meters: [{ id: 'training', unit: 'minute', runs: 'hosted', rates: [{ from: '2020-01-01', credits: 1, per: 30 }] }],
    usage: { models },
    ...parts,
  });
}
