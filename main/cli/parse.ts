import { parseArgs, type ParseArgsConfig } from 'node:util';
import { maximumSeed } from '../../shared/base/prng.ts';
import { UsageError } from './command.ts';

type Options = NonNullable<ParseArgsConfig['options']>;
type Values = Readonly<Record<string, string | boolean | undefined>>;

/** Reads a command's options and its one file; whatever else is there is refused. */
export function parseFileCommand(args: string[], options: Options): { readonly file: string; readonly values: Values } {
  const { values, positionals } = parseArguments(args, options);
  const [file, ...rest] = positionals;
  if (file === undefined) throw new UsageError('name a file');
  if (rest.length > 0) throw new UsageError(`one file at a time, not also "${rest[0]}"`);
  return { file, values };
}

/** Reads a command's options and whatever it names beside them. */
export function parseArguments(
  args: string[],
  options: Options,
): { readonly positionals: readonly string[]; readonly values: Values } {
  try {
    const { positionals, values } = parseArgs({ args, options, allowPositionals: true, strict: true });
    return { positionals, values: values as Values };
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** A whole number of at least `least` from an option's text. */
export function wholeNumber(text: string, name: string, least: number): number {
  if (!/^\d{1,9}$/.test(text) || Number(text) < least) {
    throw new UsageError(`--${name} takes a whole number from ${least}, not "${text}"`);
  }
  return Number(text);
}

/** A seed from an option's text. */
export function readSeed(text: string): number {
  const seed = /^\d{1,16}$/.test(text) ? Number(text) : NaN;
  if (seed <= maximumSeed) return seed;
  throw new UsageError(`--seed takes a whole number from 0 to ${maximumSeed}, not "${text}"`);
}
