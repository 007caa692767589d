import { formatScaled } from '../../../shared/base/decimal.ts';
import { ok, type Result } from '../../../shared/base/result.ts';
import { placesOf, valueText } from '../../../shared/planner/variants/solveFor.ts';
import type { RpcParams } from '../../../shared/rpc/table.ts';
import type { RpcError } from '../../../shared/rpc/views.ts';
import { minorAmount } from '../forecast/minorAmount.ts';
import { usageIds, type OpenVariant, type VariantsToOpen } from './openVariants.ts';

/** What is asked: which unknown, in which range, of which variants. */
export type SolveWanted = Omit<RpcParams<'variants.solve'>, 'job' | 'path' | 'text'> & VariantsToOpen;

/** Two variants, or one and an amount of money in minor units. */
export interface SolvedPair {
  readonly first: number;
  readonly second: number | null;
  readonly target: bigint | null;
}

/** Whose price it is: the one that was named, else the one held against the other, else the one that is to meet the target. */
export function pricedVariant({ variant, between, target }: SolveWanted): number | null {
  return variant ?? between?.[1] ?? target?.variant ?? null;
}

/** A value of the unknown in words: `1.25 times the usage`. */
export function valueWords(
  { unknown, of }: Pick<SolveWanted, 'unknown' | 'of'>,
  steps: number,
  currency: string,
): string {
  if (unknown === 'usage') return `${valueText(unknown, steps)} times the usage${of === null ? '' : ` of ${of}`}`;
  if (unknown === 'growth')
    return `${formatScaled(BigInt(steps), placesOf.growth - 2)} % more a month${of === null ? '' : ` of ${of}`}`;
  return `${valueText(unknown, steps)} ${currency} a ${unknown === 'flexPrice' ? 'Flex' : 'prepaid'} credit`;
}

/** Why it cannot be solved, before anything is priced. */
export function refusalOf(wanted: SolveWanted, variants: readonly OpenVariant[]): RpcError | null {
  const { unknown, range, between, target, variant, of } = wanted;
  const bad = (message: string): RpcError => ({ code: 'bad-input', message });
  const [least, most] = unknown === 'growth' ? [-1, 100] : [0, 1_000_000];
  if (!(range.from < range.until) || range.from < least || range.until > most)
    return bad(`The range has to go from a lesser to a greater value, between ${least} and ${most}.`);
  const named = [...(between ?? []), ...(target ? [target.variant] : []), ...(variant === null ? [] : [variant])];
  if (named.some((index) => index >= variants.length)) return bad(`There are ${variants.length} variants only.`);
  if (between && target) return bad('Name two variants, or one and an amount, not both.');
  if (between && between[0] === between[1]) return bad('A variant costs the same as itself: name two.');
  const unknownUsage = of !== null && variants.find(({ scenario }) => !usageIds(scenario).includes(of));
  if (unknownUsage) return bad(`There is no demand model or meter ${of} in ${unknownUsage.variant.name}.`);
  if (unknown === 'usage' || unknown === 'growth') return null;
  if (of !== null) return bad('A price is not that of a model or a meter.');
  const priced = pricedVariant(wanted);
  if (priced === null) return bad('Name the variant whose price is sought.');
  if (between && !between.includes(priced)) return bad('The price has to be that of one of the two variants.');
  const { scenario, variant: mine } = variants[priced]!;
  if (unknown === 'prepaidPrice' && !scenario.timeline.some((action) => action.do === 'buy-prepaid'))
    return bad(`${mine.name} buys no prepaid credits, so their price changes nothing.`);
  return null;
}

/** Which variants are held against what: those that were named, else all pairs; with a price, all of the one whose price it is. */
export function pairsOf(wanted: SolveWanted, variants: readonly OpenVariant[]): Result<SolvedPair[], RpcError> {
  const { between, target, unknown } = wanted;
  if (target) {
    const amount = minorAmount(target.amount, variants[0]!.expected.program);
    return amount.ok ? ok([{ first: target.variant, second: null, target: amount.value }]) : amount;
  }
  if (between) return ok([{ first: between[0], second: between[1], target: null }]);
  const priced = unknown === 'usage' || unknown === 'growth' ? null : pricedVariant(wanted);
  const all = variants.flatMap((_, first) =>
    variants.slice(first + 1).map((_other, next) => ({ first, second: first + 1 + next, target: null })),
  );
  return ok(all.filter(({ first, second }) => priced === null || first === priced || second === priced));
}
