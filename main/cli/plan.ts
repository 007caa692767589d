import { ok, type Result } from '../../shared/base/result.ts';
import type { PlanGoal, QuantityView } from '../../shared/rpc/forecastViews.ts';
import type { RpcError } from '../../shared/rpc/views.ts';
import type { PlanMade, Sampling } from '../host/forecast/sampling.ts';
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
    [--tranches DATE,…] [--capital RATE] [--quantity Q] [--paths N] [--seed S] [--json]
  How many prepaid credits to buy on DATE: the cost of every whole quantity up to Q (unless given: as many as can be of use) over the
  same N sampled paths (${defaultSample.paths}, seed ${defaultSample.seed}, unless given). The best one has the least mean, the least P90, or holds the budget with that
  chance. --tranches are the dates of further equal purchases. What is left over counts nothing unless --leftover gives the share of
  its price that it is worth; --capital is the cost of capital a year, such as 0.08. Regret against the best in hindsight, cash by
  month and the day to top up by are told of the best quantity, or of --quantity.`;

const options = {
  ...sampledOptions,
  at: { type: 'string' },
  max: { type: 'string' },
  goal: { type: 'string' },
  leftover: { type: 'string' },
  tranches: { type: 'string' },
  capital: { type: 'string' },
  quantity: { type: 'string' },
} as const;

/** Plans a purchase of prepaid credits. */
export const planCommand: Command = async (args, io) => {
  const { file, values } = parseFileCommand(args, options);
  const wanted = readPlan((name) => textOf(values, name));
  const named = textOf(values, 'quantity');
  const quantity = named === undefined ? null : readCredits(named, 'quantity');
  const sample = readSampled(values);
  const sampled = await sampleFile(file, io, async (sampling, document) => {
    const made = await sampling.plan({ ...wanted, ...sample, ...document, planId: '' });
    return made.ok ? lookAt(sampling, made.value, quantity) : made;
  });
  if ('exit' in sampled) return sampled.exit;
  const { kept, chosen } = sampled.value;
  if (!kept) return exitCode.badInput;
  if (values['json']) for (const piece of planJson(kept.view, chosen)) io.stdout(piece);
  else io.stdout(plainText(planText(kept.view, chosen)));
  return exitCode.fine;
};

type LookedAt = PlanMade & { readonly chosen: QuantityView | null };

/** The plan with the quantity that was named in full, else with its best one. */
async function lookAt(sampling: Sampling, made: PlanMade, named: number | null): Promise<Result<LookedAt, RpcError>> {
  const quantity = named ?? made.kept?.view.best?.quantity ?? null;
  if (!made.kept || quantity === null) return ok({ ...made, chosen: null });
  const looked = await sampling.quantity(made.kept, quantity);
  return looked.ok ? ok({ ...made, chosen: looked.value }) : looked;
}

type Option = Exclude<keyof typeof options, 'json' | 'quantity'>;

function readPlan(option: (name: Option) => string | undefined) {
  const read = <T, U>(name: Option, reader: (text: string, name: string) => T, otherwise: U): T | U => {
    const text = option(name);
    return text === undefined ? otherwise : reader(text, name);
  };
  const at = read('at', readDate, null);
  if (at === null) throw new UsageError('--at gives the date of the purchase');
  return {
    at,
    max: read('max', readCredits, null),
    goal: read('goal', readGoal, { kind: 'mean' as const }),
    leftover: read('leftover', readShare, 0),
    costOfCapital: read('capital', (text, name) => readShare(text, name, 10), 0),
    tranches: read('tranches', readDates, [] as string[]),
  };
}

function readCredits(text: string, name: string): number {
  const credits = wholeNumber(text, name, 0);
  if (credits <= 9_007_199) return credits;
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
