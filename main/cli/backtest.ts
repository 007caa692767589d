import { backtest } from '../../shared/forecast/backtest/backtest.ts';
import { percentText } from '../../shared/forecast/fit/figureText.ts';
import type { BacktestView } from '../../shared/rpc/fitViews.ts';
import { backtestView, refusalView, unitOf } from '../host/forecast/fitOutcome.ts';
import { exitCode, type Command } from './command.ts';
import { fileHistory, historyOptions, partOf } from './fitFile.ts';
import { parseFileCommand, wholeNumber } from './parse.ts';
import { plainText, table } from './plainText.ts';

export const backtestUsage = `drawdown backtest FILE [--hold-out DAYS] [--paths N] [--seed S] [--meter ID | --credits] [--usage FILE]
    [--from DATE] [--until DATE] [--noise auto|lognormal|resampled|none] [--json]
  Holds out the last days of usage (90 unless said), forecasts them from the days before, and prints how many lie inside
  the 80 % band, and the error beside that of two plain rivals. FILE and what is looked at are as for drawdown fit.`;

const names: Readonly<Record<BacktestView['errors'][number]['id'], string>> = {
  model: 'fitted model',
  'last-month': 'last month repeated',
  'last-week': 'same weekday last week',
};

/** Judges a fitted model by the tail of its history. */
export const backtestCommand: Command = async (args, io) => {
  const options = {
    ...historyOptions,
    'hold-out': { type: 'string' },
    paths: { type: 'string' },
    seed: { type: 'string' },
  } as const;
  const { file, values } = parseFileCommand(args, options);
  const number = (name: string, otherwise: number, least: number): number =>
    typeof values[name] === 'string' ? wholeNumber(values[name], name, least) : otherwise;
  const holdOut = number('hold-out', 90, 1);
  const [paths, seed] = [number('paths', 1000, 100), number('seed', 1, 0)];
  const read = await fileHistory(file, values, io);
  if ('exit' in read) return read.exit;
  const tested = backtest(partOf(read), { holdOut, paths, seed, noise: read.noise });
  if (!tested.ok) {
    io.stderr(`${plainText(file)}: ${refusalView(tested.error).message}\n`);
    return exitCode.badInput;
  }
  const view = backtestView(tested.value, read.scenario ? unitOf(read.scenario, read.meter) : 'units');
  io.stdout(values['json'] ? `${JSON.stringify({ paths, seed, ...view }, null, 2)}\n` : backtestText(view));
  return exitCode.fine;
};

function backtestText({ statement, errors }: BacktestView): string {
  const share = (value: number | null): string => (value === null ? '–' : percentText(value));
  const rows = errors.map(({ id, off, bias }) => [names[id], share(off), share(bias)]);
  const sentences = statement.map(({ text }) => plainText(text)).join('\n');
  return `${sentences}\n\n${table([['forecast', 'off by day', 'off in sum'], ...rows], [1, 2])}`;
}
