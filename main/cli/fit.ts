import { dayMs } from '../../shared/calendar/month.ts';
import { historyEnd } from '../../shared/forecast/fit/dailyHistory.ts';
import { fitForScenario } from '../../shared/forecast/fit/fitForScenario.ts';
import { fitHistory } from '../../shared/forecast/fit/fitHistory.ts';
import { fitStatement, type FitSentence } from '../../shared/forecast/fit/fitStatement.ts';
import { fittedModel } from '../../shared/forecast/fit/fittedModel.ts';
import { modelJson, type ModelJson } from '../../shared/forecast/fit/modelJson.ts';
import { besides, refusalView, seriesOf, unitOf } from '../host/forecast/fitOutcome.ts';
import { exitCode, type Command } from './command.ts';
import { fileHistory, historyOptions, localOf, partOf, type FileHistory } from './fitFile.ts';
import { parseFileCommand } from './parse.ts';
import { plainText } from './plainText.ts';

export const fitUsage = `drawdown fit FILE [--meter ID | --credits] [--usage FILE] [--from DATE] [--until DATE]
    [--noise auto|lognormal|resampled|none] [--id ID] [--json]
  Fits a demand model to usage by day and tells what was found: of a scenario's own usage, of the usage file that
  --usage names, or of a CSV with a date and a quantity by day. Looks at the last three years at most, unless --from says.`;

interface Fitted {
  readonly fit: Parameters<typeof fitStatement>[0];
  readonly json: ModelJson;
  /** The model’s first day. */
  readonly from: number;
  readonly asOf: string | null;
}

/** Fits a demand model to history and prints it. */
export const fitCommand: Command = async (args, io) => {
  const { file, values } = parseFileCommand(args, { ...historyOptions, id: { type: 'string' } });
  const read = await fileHistory(file, values, io);
  if ('exit' in read) return read.exit;
  const id = typeof values['id'] === 'string' ? values['id'] : `${read.meter ?? 'credits'}-fitted`;
  const fitted = fittedOf(read, id);
  if ('refused' in fitted) {
    io.stderr(`${plainText(file)}: ${fitted.refused}\n`);
    return exitCode.badInput;
  }
  const unit = read.scenario ? unitOf(read.scenario, read.meter) : 'units';
  const { found, untold } = fitStatement(fitted.fit, unit);
  const all = [...found, ...(read.scenario ? besides(read.scenario, read.seen, { ...fitted, meter: read.meter }) : [])];
  const { json: model, asOf } = fitted;
  if (values['json']) {
    const { from, until } = seriesOf(fitted.fit);
    const result = { meter: read.meter, unit, from, until, found: all, untold, model, asOf };
    io.stdout(`${JSON.stringify(result, null, 2)}\n`);
  } else io.stdout(fitText({ found: all, untold, model, asOf }));
  return exitCode.fine;
};

/** For a scenario the model covers what is ahead of it; for a series alone, the year after it. */
function fittedOf(read: FileHistory, id: string): Fitted | { readonly refused: string } {
  const { scenario, seen, meter, from, until, noise } = read;
  if (scenario) {
    const wanted = { ...seen, id, meter, from: localOf(from), until: localOf(until), noise };
    const fitted = fitForScenario(scenario, wanted);
    return fitted.ok
      ? { ...fitted.value, from: fitted.value.model.from }
      : { refused: refusalView(fitted.error).message };
  }
  const fit = fitHistory(partOf(read), noise);
  if (!fit.ok) return { refused: refusalView(fit.error).message };
  const end = historyEnd(fit.value.history);
  const model = fittedModel(fit.value, { id, meter, from: end, until: end + 365 * dayMs });
  return { fit: fit.value, json: modelJson(model, null), from: end, asOf: null };
}

function fitText({
  found,
  untold,
  model,
  asOf,
}: {
  readonly found: readonly FitSentence[];
  readonly untold: readonly FitSentence[];
  readonly model: ModelJson;
  readonly asOf: string | null;
}): string {
  const lines = [...found, ...untold].map(({ text }) => plainText(text));
  const known = asOf === null ? '' : `\nusage.asOf: ${asOf}`;
  return `${lines.join('\n')}\n${known}\nusage.models:\n${JSON.stringify(model)}\n`;
}
