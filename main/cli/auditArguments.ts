import { parseArgs } from 'node:util';
import { readDecimal } from '../../shared/base/decimal.ts';
import type { Thresholds } from '../../shared/audit/materiality.ts';
import { UsageError } from './command.ts';
import { readSeed, wholeNumber } from './parse.ts';

const options = {
  terms: { type: 'string' },
  usage: { type: 'string' },
  ledger: { type: 'string' },
  invoices: { type: 'string' },
  map: { type: 'string' },
  head: { type: 'string' },
  search: { type: 'string' },
  json: { type: 'boolean' },
  materiality: { type: 'string' },
  tolerance: { type: 'string' },
  trivial: { type: 'string' },
  sample: { type: 'string' },
  seed: { type: 'string' },
  evidence: { type: 'string' },
  report: { type: 'string' },
} as const;

/** An audit as it was asked for. */
export type AuditArguments = ReturnType<typeof readArguments>;

/** What an audit is asked for. Throws `UsageError`. */
export function readArguments(args: string[]) {
  const values = parsed(args);
  const { terms, usage, ledger, invoices, map, head, search, json, evidence, report } = values;
  if (terms === undefined) throw new UsageError('--terms names the scenario with the terms');
  if (ledger === undefined && invoices === undefined) throw new UsageError('give --ledger, or --invoices, or both');
  if (ledger === undefined && usage === undefined) throw new UsageError('--usage is needed where there is no --ledger');
  if (head !== undefined && !/^[0-9a-fA-F]{64}$/.test(head)) throw new UsageError('--head takes 64 hexadecimal digits');
  if (search !== undefined && !/^\d{1,5}$/.test(search)) throw new UsageError('--search takes whole seconds');
  const searchMs = 1000 * Number(search ?? 60);
  if (evidence === '') throw new UsageError('--evidence takes the name of a file');
  if (report === '') throw new UsageError('--report takes the name of a file');
  const isPacked = evidence !== undefined || report !== undefined;
  const extras = readExtras(values);
  return {
    terms,
    usage,
    ledger,
    invoices,
    map,
    evidence,
    report,
    searchMs,
    head: head?.toLowerCase() ?? null,
    json: json ?? false,
    extras,
    isPacked,
    /** Whether the rows are looked at once the audit is made. */
    keepRows: isPacked || extras.sample !== null,
    options: repeated.flatMap((name) => (values[name] === undefined ? [] : [`--${name}`, values[name]])),
  };
}

/** What has to be given again to make the same audit of the files in a pack. */
const repeated = ['head', 'search', 'materiality', 'tolerance', 'trivial', 'sample'] as const;

/** Small enough to be typed in again. */
function makeSeed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0]! % 1_000_000_000;
}

function parsed(args: string[]) {
  try {
    return parseArgs({ args, options, strict: true }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

type Values = Readonly<Partial<Record<'materiality' | 'tolerance' | 'trivial' | 'sample' | 'seed' | 'ledger', string>>>;

/** What an auditor lets pass and draws, as given. Amounts are not read yet: their currency is in the terms. */
export interface AskedExtras {
  readonly amounts: Readonly<Record<keyof Thresholds, string | null>>;
  readonly sample: { readonly size: number; readonly seed: number } | null;
}

/** The option of each threshold. */
export const thresholdOptions = { overall: 'materiality', tolerance: 'tolerance', trivial: 'trivial' } as const;

function readExtras(values: Values): AskedExtras {
  const amount = (threshold: keyof Thresholds): string | null => {
    const text = values[thresholdOptions[threshold]];
    if (text === undefined) return null;
    const read = readDecimal(text);
    if (!read || read.num < 0n)
      throw new UsageError(`--${thresholdOptions[threshold]} takes an amount of money, not "${text}"`);
    return text;
  };
  const amounts = { overall: amount('overall'), tolerance: amount('tolerance'), trivial: amount('trivial') };
  return { amounts, sample: readSample(values) };
}

/** Without a seed one is made, to be printed. */
function readSample({ sample, seed, ledger }: Values): AskedExtras['sample'] {
  if (sample === undefined) {
    if (seed !== undefined) throw new UsageError('--seed is for --sample');
    return null;
  }
  if (ledger === undefined) throw new UsageError('--sample draws rows of a ledger: give --ledger');
  const size = wholeNumber(sample, 'sample', 1);
  if (size > mostSampled) throw new UsageError(`--sample draws at most ${mostSampled} rows`);
  return { size, seed: seed === undefined ? makeSeed() : readSeed(seed) };
}

const mostSampled = 10_000;
