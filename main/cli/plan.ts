import type { PlanGoal } from '../../shared/rpc/forecastViews.ts';
import { exitCode, UsageError, type Command } from './command.ts';
import { parseFileCommand, wholeNumber } from './parse.ts';
import { plainText } from './plainText.ts';
import { planJson } from './planJson.ts';
import { planText } from './planText.ts';
import {
  defaultSample,
  readAmount,
  readDate,
  readSampled,
  readShare,
  sampledOptions,
  textOf,
} from './sampledOptions.ts';
import { sampleFile } from './sampleFile.ts';

export const planUsage = `drawdown plan FILE --at DATE [--max Q] [--goal mean|p90|budget=AMOUNT,CHANCE] [--leftover SHARE]
    [--tranches DATE,…] [--capital RATE] [--paths N] [--seed S] [--json]
  How many prepaid credits to buy on DATE: the cost of every whole quantity up to Q (unless given: as many as can be of use) over the
  same N sampled paths (${defaultSample.paths}, seed ${defaultSample.seed}, unless given). The best one has the least mean, the least P90, or holds the budget with that
  chance. --tranches are the dates of further equal purchases. What is left over counts nothing unless --leftover gives the share of
  its price that it is worth; --capital is the cost of capital a year, such as 0.08.`;

const options = {
  ...sampledOptions,
  at: { type: 'string' },
  max: { type: 'string' },
  goal: { type: 'string' },
  leftover: { type: 'string' },
  tranches: { type: 'string' },
  capital: { type: 'string' },
} as const;

/** Plans a purchase of prepaid credits. */
export const planCommand: Command = async (args, io) => {
  const { file, values } = parseFileCommand(args, options);
  const wanted = readPlan((name) => textOf(values, name));
  const sample = readSampled(values);
  const sampled = await sampleFile(file, io, (sampling, document) =>
    sampling.plan({ ...wanted, ...sample, ...document, planId: '' }),
  );
  if ('exit' in sampled) return sampled.exit;
  const plan = sampled.value.kept?.view;
  if (!plan) return exitCode.badInput;
  if (values['json']) for (const piece of planJson(plan)) io.stdout(piece);
  else io.stdout(plainText(planText(plan)));
  return exitCode.fine;
};

type Option = Exclude<keyof typeof options, 'json'>;

function readPlan(option: (name: Option) => string | undefined) {
  const read = <T, U>(name: Option, reader: (text: string, name: string) => T, otherwise: U): T | U => {
    const text = option(name);
    return text === undefined ? otherwise : reader(text, name);
  };
  const at = read('at', readDate, null);
  if (at === null) throw new UsageError('--at gives the date of the purchase');
  return {
    at,
    max: read('max', readMaximum, null),
    goal: read('goal', readGoal, { kind: 'mean' as const }),
    leftover: read('leftover', readShare, 0),
    costOfCapital: read('capital', (text, name) => readShare(text, name, 10), 0),
    tranches: read('tranches', readDates, [] as string[]),
  };
}

function readMaximum(text: string, name: string): number {
  const max = wholeNumber(text, name, 0);
  if (max <= 9_007_199) return max;
  throw new UsageError(`--${name} takes at most 9007199 credits`);
}

function readDates(text: string, name: string): string[] {
  const dates = text.split(',').map((date) => readDate(date.trim(), name));
  if (dates.length <= 36) return dates;
  throw new UsageError(`--${name} takes at most 36 dates`);
}

function readGoal(text: string): PlanGoal {
  if (text === 'mean' || text === 'p90') return { kind: text };
  const [, amount, chance] = /^budget=([^,]*),([^,]*)$/.exec(text) ?? [];
  if (amount === undefined || chance === undefined) {
    throw new UsageError(`--goal takes mean, p90 or budget=AMOUNT,CHANCE, not "${text}"`);
  }
  const share = readShare(chance, 'goal');
  if (share === 0) throw new UsageError('--goal: the chance that the budget is held is above 0');
  return { kind: 'budget', amount: readAmount(amount, 'goal'), chance: share };
}
