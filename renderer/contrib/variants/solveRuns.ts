import type { RpcParams } from '../../../shared/rpc/table.ts';
import type { SolvedView } from '../../../shared/rpc/variantViews.ts';
import { liveRunsOf } from '../../workbench/live/useLive.ts';

type Unknown = RpcParams<'variants.solve'>['unknown'];

/** What is to be solved for, as typed. Variants by index. */
export interface SolveChoice {
  readonly unknown: Unknown;
  readonly goal: 'meet' | 'target';
  /** Null: all pairs. */
  readonly pair: readonly [number, number] | null;
  /** Whose price it is, or who is to cost the amount. */
  readonly variant: number;
  readonly amount: string;
  readonly from: string;
  readonly until: string;
  readonly measure: 'mean' | 'expected';
}

export const ranges: Readonly<Record<Unknown, { readonly from: string; readonly until: string }>> = {
  usage: { from: '0', until: '2' },
  growth: { from: '-10', until: '20' },
  flexPrice: { from: '0', until: '10' },
  prepaidPrice: { from: '0', until: '10' },
};

/** Each value looked at prices all paths anew: as many as tell a mean to a few tenths of a per cent. */
const paths = 500;
const roughPaths = 50;

/** The range as asked, growth in per cent; null where it is none. */
export function readRange({ unknown, from, until }: SolveChoice): { from: number; until: number } | null {
  const read = (text: string) => (/^-?\d{1,7}(\.\d{1,6})?$/.test(text.trim()) ? Number(text) : Number.NaN);
  const scale = unknown === 'growth' ? 100 : 1;
  const range = { from: read(from) / scale, until: read(until) / scale };
  return range.from < range.until ? range : null;
}

/** Amounts as the table of methods takes them. */
export function isAmount(text: string): boolean {
  return /^\d{1,15}(\.\d{1,4})?$/.test(text.trim().replaceAll(',', ''));
}

/** What would have to be true, following its comparison. */
export const solveRuns = liveRunsOf<SolveChoice, SolvedView>({
  name: 'solve',
  first: {
    unknown: 'usage',
    goal: 'meet',
    pair: null,
    variant: 1,
    amount: '',
    ...ranges.usage,
    measure: 'mean',
  },
  isSmall: ({ measure }) => measure === 'expected',
  ask(rpc, { job, path, text, choice, rough }) {
    const { unknown, goal, pair, variant, measure } = choice;
    const range = readRange(choice);
    const isPrice = unknown === 'flexPrice' || unknown === 'prepaidPrice';
    if (range === null || (goal === 'target' && !isAmount(choice.amount))) return null;
    const amount = choice.amount.trim().replaceAll(',', '');
    return rpc('variants.solve', {
      job,
      path,
      text,
      paths: rough ? roughPaths : paths,
      seed: 1,
      unknown,
      of: null,
      variant: isPrice ? variant : null,
      between: goal === 'meet' && pair ? [pair[0], pair[1]] : null,
      target: goal === 'target' ? { variant, amount } : null,
      range,
      measure,
    }).then(({ solved, diagnostics }) => ({ answer: solved, diagnostics }));
  },
});
