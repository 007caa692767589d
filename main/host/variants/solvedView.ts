import { formatScaled } from '../../../shared/base/decimal.ts';
import { formatMoney } from '../../../shared/base/money.ts';
import { ratio, roundHalfAway } from '../../../shared/base/ratio.ts';
import { ok, type Result } from '../../../shared/base/result.ts';
import type { Meeting, Side } from '../../../shared/planner/variants/meetings.ts';
import { placesOf, stepsOf, valueText } from '../../../shared/planner/variants/solveFor.ts';
import type { SolvedMeeting, SolvedPoint, SolvedView } from '../../../shared/rpc/variantViews.ts';
import type { RpcError } from '../../../shared/rpc/views.ts';
import type { OpenVariant } from './openVariants.ts';
import { pricedVariant, valueWords, type SolvedPair, type SolveWanted } from './solveWanted.ts';
import type { SummedBills } from './summedBills.ts';

interface Solved {
  readonly wanted: SolveWanted;
  readonly variants: readonly OpenVariant[];
  readonly bills: SummedBills;
  readonly looked: readonly number[];
  readonly solutions: readonly { readonly pair: SolvedPair; readonly meetings: readonly Meeting[] }[];
}

/** What was found, in figures and sentences. */
export async function solvedView(solved: Solved): Promise<Result<SolvedView, RpcError>> {
  const { wanted, variants, looked, solutions, bills } = solved;
  const { unknown, range, seed } = wanted;
  const indexes = [...variants.keys()];
  const points: SolvedPoint[] = [];
  for (const steps of looked) {
    const point = await pointAt(solved, indexes, steps);
    if (!point.ok) return point;
    points.push(point.value);
  }
  const meetings: SolvedMeeting[] = [];
  const unsolved: string[] = [];
  for (const { pair, meetings: found } of solutions) {
    if (found.length === 0) {
      const nowhere = await nowhereText(solved, pair);
      if (!nowhere.ok) return nowhere;
      unsolved.push(nowhere.value);
    }
    for (const meeting of found) {
      const view = await meetingView(solved, pair, meeting);
      if (!view.ok) return view;
      meetings.push(view.value);
    }
  }
  return ok({
    unknown,
    title: titleOf(solved),
    from: valueText(unknown, stepsOf(unknown, range.from)),
    until: valueText(unknown, stepsOf(unknown, range.until)),
    step: formatScaled(1n, placesOf[unknown]),
    looked: looked.length,
    measure: wanted.measure,
    paths: bills.count,
    seed,
    currency: variants[0]!.scenario.currency,
    variants: variants.map(({ variant }) => variant.name),
    points,
    meetings,
    unsolved,
  });
}

function titleOf({ wanted, variants }: Solved): string {
  const of = wanted.of === null ? '' : ` of ${wanted.of}`;
  if (wanted.unknown === 'usage') return `Usage${of}, as a multiple of what is expected`;
  if (wanted.unknown === 'growth') return `Further growth of usage${of} a month`;
  const priced = variants[pricedVariant(wanted) ?? 0]!.variant.name;
  return wanted.unknown === 'flexPrice'
    ? `Price of a credit of Flex, ${priced}`
    : `Price of a prepaid credit, ${priced}`;
}

async function pointAt(
  { wanted, variants, bills }: Solved,
  indexes: readonly number[],
  steps: number,
): Promise<Result<SolvedPoint, RpcError>> {
  const amounts: string[] = [];
  for (const index of indexes) {
    const sum = await bills.sumAt(index, steps);
    if (!sum.ok) return sum;
    const mean = roundHalfAway(ratio(sum.value, BigInt(bills.count)));
    amounts.push(formatMoney(mean, variants[index]!.expected.program.minorDigits));
  }
  return ok({ value: valueText(wanted.unknown, steps), amounts });
}

async function meetingView(
  solved: Solved,
  pair: SolvedPair,
  meeting: Meeting,
): Promise<Result<SolvedMeeting, RpcError>> {
  const { wanted } = solved;
  const { below, above, sideBelow, sideAbove } = meeting;
  const at = (steps: number) => pointAt(solved, pair.second === null ? [pair.first] : [pair.first, pair.second], steps);
  const [one, other] = [await at(below), await at(above)];
  if (!one.ok) return one;
  if (!other.ok) return other;
  const [from, until] = [sideBelow === 0 ? below : below + 1, sideAbove === 0 ? above : above - 1];
  const equal =
    from > until ? null : { from: valueText(wanted.unknown, from), until: valueText(wanted.unknown, until) };
  const sentence = sentenceOf(solved, pair, { ...meeting, equal: [from, until], at: [one.value, other.value] });
  return ok({
    first: pair.first,
    second: pair.second,
    below: one.value,
    above: other.value,
    sideBelow,
    sideAbove,
    equal,
    sentence,
  });
}

interface ToldMeeting extends Meeting {
  /** The values at which both cost the same; the first lies above the second where there is none. */
  readonly equal: readonly [number, number];
  readonly at: readonly [SolvedPoint, SolvedPoint];
}

function sentenceOf(
  solved: Solved,
  pair: SolvedPair,
  { below, above, sideBelow, sideAbove, equal, at }: ToldMeeting,
): string {
  const { wanted, variants } = solved;
  const words = (steps: number): string => valueWords(wanted, steps, variants[0]!.scenario.currency);
  const plain = (steps: number): string => plainText(wanted, steps);
  const name = variants[pair.first]!.variant.name;
  const rival = rivalOf(solved, pair);
  const [from, until] = equal;
  const where =
    from > until
      ? `${name} and ${rival} cross between ${plain(below)} and ${words(above)}`
      : from === until
        ? `${name} costs the same as ${rival} at ${words(from)}`
        : `${name} costs the same as ${rival} from ${plain(from)} to ${words(until)}`;
  const side = (steps: number, which: Side, point: SolvedPoint): string =>
    `at ${plain(steps)} ${name} costs ${which < 0 ? 'less' : 'more'} (${amounts(solved, pair, point)})`;
  const sides = [
    ...(sideBelow === 0 ? [] : [side(below, sideBelow, at[0])]),
    ...(sideAbove === 0 ? [] : [side(above, sideAbove, at[1])]),
  ];
  return `${where}: ${sides.join(', ')}.`;
}

/** A value without what it counts: the value after it says that. */
function plainText({ unknown }: SolveWanted, steps: number): string {
  return unknown === 'growth' ? `${formatScaled(BigInt(steps), placesOf.growth - 2)} %` : valueText(unknown, steps);
}

async function nowhereText(solved: Solved, pair: SolvedPair): Promise<Result<string, RpcError>> {
  const { wanted, variants, bills, looked } = solved;
  const first = looked[0]!;
  const sum = await bills.sumAt(pair.first, first);
  const other = pair.second === null ? ok(pair.target! * BigInt(bills.count)) : await bills.sumAt(pair.second, first);
  if (!sum.ok) return sum;
  if (!other.ok) return other;
  const side: Side = sum.value < other.value ? -1 : sum.value > other.value ? 1 : 0;
  const { currency } = variants[0]!.scenario;
  const range = `from ${plainText(wanted, first)} to ${valueWords(wanted, looked.at(-1)!, currency)}`;
  const name = variants[pair.first]!.variant.name;
  const everywhere = `at all ${looked.length} values looked at`;
  if (side === 0) return ok(`${name} costs the same as ${rivalOf(solved, pair)} ${everywhere}, ${range}.`);
  return ok(`No solution ${range}: ${name} costs ${standing(side, rivalOf(solved, pair))} ${everywhere}.`);
}

function rivalOf({ variants }: Solved, { second, target }: SolvedPair): string {
  if (second !== null) return variants[second]!.variant.name;
  const { minorDigits, currency } = variants[0]!.expected.program;
  return `${formatMoney(target!, minorDigits)} ${currency}`;
}

function standing(side: Side, rival: string): string {
  return side < 0 ? `less than ${rival}` : `more than ${rival}`;
}

function amounts({ variants }: Solved, { second }: SolvedPair, { amounts: both }: SolvedPoint): string {
  const { currency } = variants[0]!.scenario;
  if (second === null) return `${both[0]} ${currency}`;
  if (both[0] === both[1]) return `by less than is shown: both ${both[0]} ${currency}`;
  return `${both[0]} against ${both[1]} ${currency}`;
}
