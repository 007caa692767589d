import { readDecimal } from '../../shared/base/decimal.ts';
import { parseLocalDate } from '../../shared/calendar/instant.ts';
import { UsageError } from './command.ts';
import { readSeed, wholeNumber } from './parse.ts';

/** Where nothing else is asked for. Printed with every answer. */
export const defaultSample = { paths: 10_000, seed: 1 } as const;

/** The options of every command that samples demand. */
export const sampledOptions = {
  paths: { type: 'string' },
  seed: { type: 'string' },
  json: { type: 'boolean' },
} as const;

type Values = Readonly<Record<string, string | boolean | undefined>>;

/** How many paths are sampled, and with which seed. */
export function readSampled(values: Values): { readonly paths: number; readonly seed: number } {
  const paths = textOf(values, 'paths');
  const seed = textOf(values, 'seed');
  return {
    paths: paths === undefined ? defaultSample.paths : wholeNumber(paths, 'paths', 1),
    seed: seed === undefined ? defaultSample.seed : readSeed(seed),
  };
}

export function textOf(values: Values, name: string): string | undefined {
  const value = values[name];
  return typeof value === 'string' ? value : undefined;
}

/** An amount of money as it was given: its currency is known later. */
export function readAmount(text: string, name: string): string {
  if (/^\d{1,15}(\.\d{1,4})?$/.test(text)) return text;
  throw new UsageError(`--${name} takes an amount of money, not "${text}"`);
}

/** A local date from an option's text. */
export function readDate(text: string, name: string): string {
  if (parseLocalDate(text) !== null) return text;
  throw new UsageError(`--${name} takes a date such as 2026-07-01, not "${text}"`);
}

/** A share from 0 to `greatest`. */
export function readShare(text: string, name: string, greatest = 1): number {
  const read = readDecimal(text);
  const share = read ? Number(text) : NaN;
  if (share >= 0 && share <= greatest) return share;
  throw new UsageError(`--${name} takes a number from 0 to ${greatest}, not "${text}"`);
}

/** Percentages above 0, up to 100, as they were written; each once, ascending. */
export function readPercentiles(text: string): number[] {
  const read = text.split(',').map((part) => (/^\d{1,3}(\.\d{1,3})?$/.test(part.trim()) ? Number(part) : NaN));
  if (read.length > 20) throw new UsageError('--percentiles takes at most 20 of them');
  if (read.every((percent) => percent > 0 && percent <= 100)) return [...new Set(read)].sort((a, b) => a - b);
  throw new UsageError(`--percentiles takes numbers above 0, up to 100, such as 10,50,90, not "${text}"`);
}
