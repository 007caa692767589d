import { exitCode, type Command } from './command.ts';
import { forecastJson } from './forecastJson.ts';
import { forecastText } from './forecastText.ts';
import { parseFileCommand } from './parse.ts';
import { plainText } from './plainText.ts';
import { defaultSample, readAmount, readPercentiles, readSampled, sampledOptions, textOf } from './sampledOptions.ts';
import { sampleFile } from './sampleFile.ts';

export const forecastUsage = `drawdown forecast FILE [--paths N] [--seed S] [--percentiles 10,50,90] [--budget AMOUNT] [--json]
  What a scenario may cost: its demand is sampled N times (${defaultSample.paths} unless given), each path is billed by the rules, and the bill
  is told as mean and percentiles, by month and over the horizon, with the chances of Flex, of blocked work, of running out and, for
  --budget, of staying within an amount. The same seed (${defaultSample.seed} unless given) gives the same figures on any machine.`;

/** Forecasts the bill of a scenario. */
export const forecastCommand: Command = async (args, io) => {
  const options = { ...sampledOptions, percentiles: { type: 'string' }, budget: { type: 'string' } } as const;
  const { file, values } = parseFileCommand(args, options);
  const budget = textOf(values, 'budget');
  const wanted = {
    ...readSampled(values),
    percentiles: readPercentiles(textOf(values, 'percentiles') ?? '10,50,90'),
    budget: budget === undefined ? null : readAmount(budget, 'budget'),
  };
  const sampled = await sampleFile(file, io, (sampling, document) =>
    sampling.forecast({ ...wanted, ...document, forecastId: '' }),
  );
  if ('exit' in sampled) return sampled.exit;
  const { forecast } = sampled.value;
  if (!forecast) return exitCode.badInput;
  if (values['json']) io.stdout(`${JSON.stringify(forecastJson(forecast), null, 2)}\n`);
  else io.stdout(plainText(forecastText(forecast)));
  return exitCode.fine;
};
