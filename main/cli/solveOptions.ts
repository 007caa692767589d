import type { SolveWanted } from '../host/variants/solveWanted.ts';
import { UsageError } from './command.ts';
import { readAmount } from './sampledOptions.ts';

/** The options of a comparison that solves for something. */
export const solveOptions = {
  solve: { type: 'string' },
  of: { type: 'string' },
  between: { type: 'string' },
  target: { type: 'string' },
  variant: { type: 'string' },
  range: { type: 'string' },
  measure: { type: 'string' },
} as const;

/** Each value looked at prices all paths anew, so fewer are taken unless told. */
export const solvePaths = 1000;

type Wanted = Pick<SolveWanted, 'unknown' | 'of' | 'between' | 'target' | 'variant' | 'range' | 'measure'>;

const unknowns: Readonly<Record<string, Wanted['unknown']>> = {
  workload: 'usage',
  usage: 'usage',
  growth: 'growth',
  price: 'flexPrice',
  'prepaid-price': 'prepaidPrice',
};

const ranges: Readonly<Record<Wanted['unknown'], Wanted['range']>> = {
  usage: { from: 0, until: 4 },
  growth: { from: -0.2, until: 0.3 },
  flexPrice: { from: 0, until: 20 },
  prepaidPrice: { from: 0, until: 20 },
};

/** What is asked, variants by their name or their number from 1. */
export function readSolve(
  option: (name: keyof typeof solveOptions) => string | undefined,
  names: readonly string[],
): Wanted {
  const solve = option('solve')!;
  const unknown = Object.hasOwn(unknowns, solve) ? unknowns[solve] : undefined;
  if (!unknown) throw new UsageError(`--solve takes workload, growth, price or prepaid-price, not "${solve}"`);
  const variant = option('variant');
  const target = option('target');
  const between = option('between');
  const measure = option('measure') ?? 'mean';
  if (measure !== 'mean' && measure !== 'expected')
    throw new UsageError(`--measure takes mean or expected, not "${measure}"`);
  if (target !== undefined && between !== undefined) throw new UsageError('--between and --target exclude each other');
  const index = variant === undefined ? null : variantOf(variant, names);
  return {
    unknown,
    of: option('of') ?? null,
    variant: index,
    between: between === undefined ? null : readBetween(between, names),
    target: target === undefined ? null : { variant: index ?? 0, amount: readAmount(target, 'target') },
    range: readRange(option('range')) ?? ranges[unknown],
    measure,
  };
}

function readRange(text: string | undefined): Wanted['range'] | null {
  if (text === undefined) return null;
  const [, from, until] = /^(-?\d{1,7}(?:\.\d{1,6})?),(-?\d{1,7}(?:\.\d{1,6})?)$/.exec(text) ?? [];
  const range = { from: Number(from), until: Number(until) };
  if (range.from < range.until && range.from >= -1) return range;
  throw new UsageError(`--range takes two numbers, the lesser first, such as 0.5,2, not "${text}"`);
}

/** A name may hold a comma: any comma may part the two. */
function readBetween(text: string, names: readonly string[]): [number, number] {
  const parts = text.split(',');
  for (let cut = 1; cut < parts.length; cut++) {
    const [first, second] = [parts.slice(0, cut), parts.slice(cut)].map((part) =>
      findVariant(part.join(',').trim(), names),
    );
    if (first! >= 0 && second! >= 0 && first !== second) return [first!, second!];
  }
  throw new UsageError(`--between takes two variants, such as 1,2, not "${text}"`);
}

function variantOf(text: string, names: readonly string[]): number {
  const found = findVariant(text, names);
  if (found >= 0) return found;
  throw new UsageError(`--variant takes the name or number of a variant, not "${text}"`);
}

function findVariant(text: string, names: readonly string[]): number {
  const named = names.indexOf(text);
  if (named >= 0) return named;
  const number = /^[1-9]$/.test(text) ? Number(text) - 1 : -1;
  return number < names.length ? number : -1;
}
