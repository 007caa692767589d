import fc from 'fast-check';
import type { Program, UsageColumns, UsageSource } from '../../shared/engine/program.ts';
import { slotAt, type PathTerms } from '../../shared/forecast/pricing/pathTerms.ts';
import { termsOfRun } from '../../shared/forecast/pricing/termsOfRun.ts';
import { outcomeOf, programs, usageColumns } from './programs.ts';

const nano = 1_000_000_000;

/** Demand that a path samples beside the program's own usage. */
export interface Sampled {
  readonly at: number;
  readonly demand: number;
}

/** Where a sample lies: at a share of the horizon, or at the time of a listed event. */
const places = fc.oneof(
  fc.record({ share: fc.double({ min: 0, max: 0.999, noNaN: true }) }),
  fc.record({ event: fc.nat({ max: 40 }) }),
);
const samples = fc.array(fc.tuple(places, fc.integer({ min: 0, max: 60 * nano })), { maxLength: 40 });

/** Random programs, with demand that one path samples. */
export const sampledCases = fc
  .tuple(programs, samples)
  .map(([program, drafts]) => ({ program, sample: drafts.map((draft) => sampled(program, draft)) }));

/** Demand that one path of a program samples. */
export function samplesOf(program: Program): fc.Arbitrary<Sampled[]> {
  return samples.map((drafts) => drafts.map((draft) => sampled(program, draft)));
}

function sampled(
  { start, end, usage }: Program,
  [place, demand]: readonly [{ share: number } | { event: number }, number],
): Sampled {
  const at = 'share' in place ? Math.floor(start + place.share * (end - start)) : usage.at[place.event];
  return { at: at ?? start, demand };
}

/** The program with a path's sample as the usage of a model, which at any instant comes after what is listed. @rule R3 */
export function withSample(program: Program, sample: readonly Sampled[]): Program {
  const { usage } = program;
  const listed = Array.from({ length: usage.count }, (_, row) => ({
    at: usage.at[row]!,
    demand: usage.demand[row]!,
    flags: usage.flags[row]!,
  }));
  const columns = usageColumns([...listed, ...sample.map((each) => ({ ...each, flags: 0 }))]);
  const source = Int32Array.from(columns.position, (position) => (position < usage.count ? 0 : 1));
  const sources: UsageSource[] = [{ kind: 'events' }, { kind: 'model', index: 0, id: 'sampled' }];
  return { ...program, usage: { ...columns, source } satisfies UsageColumns, sources };
}

/** The terms of all paths of a program: its own usage is the same on each. */
export function termsFor(program: Program, cuts: readonly number[] = []): PathTerms {
  const result = termsOfRun(outcomeOf(program), { isRandom: ({ kind }) => kind === 'model', cuts });
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

/** A path's demand by slot: its sample, and what is the same on every path. */
export function demandBySlot(terms: PathTerms, sample: readonly Sampled[]): Float64Array {
  const demand = terms.fixed.slice();
  for (const { at, demand: credits } of sample) demand[slotAt(terms, at)]! += credits;
  return demand;
}
