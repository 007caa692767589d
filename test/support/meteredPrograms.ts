import type fc from 'fast-check';
import { ratio, type Ratio } from '../../shared/base/ratio.ts';
import { usageFlag, type MeterTerms, type Program, type RateTerms } from '../../shared/engine/program.ts';
import { runProgram } from '../../shared/engine/run.ts';
import { nanosOf, ratePrice } from '../../shared/scenario/rateDemand.ts';
import { programs } from './programs.ts';

const zero: Ratio = ratio(0n);

function rateFrom(from: number, unitsPerCredit: bigint): RateTerms {
  const creditsPerUnit = ratio(1n, unitsPerCredit);
  return { from, creditsPerUnit, minimum: zero, plus: zero, text: `1 credit per ${unitsPerCredit} units` };
}

/** One meter whose rate changes in the middle of the horizon, and one whose rate stays. */
function metersOf({ start, end }: Program): MeterTerms[] {
  const middle = Math.floor((start + end) / 2);
  return [
    { id: 'training', unit: 'minute', rates: [rateFrom(0, 7n), rateFrom(middle, 3n)] },
    { id: 'image', unit: 'image', rates: [rateFrom(0, 11n)] },
  ];
}

/** What the usage of a program asks for where each event has the rate that is in force at a time. */
export function demandAt({ usage, meters }: Program, timeOf: (at: number, rates: readonly RateTerms[]) => number) {
  return usage.demand.map((stated, row) => {
    const rates = meters[usage.meter[row]!]?.rates;
    if (!rates || (usage.flags[row]! & usageFlag.free) !== 0) return stated;
    const at = timeOf(usage.at[row]!, rates);
    const rate = rates.findLast(({ from }) => from <= at)!;
    return nanosOf(ratePrice(rate), usage.quantity[row]!, usage.quantityScale[row]!, 1);
  });
}

/** The program with most of its usage metered: every third event still states credits. */
function metered(program: Program): Program {
  const { usage } = program;
  const meter = Int32Array.from({ length: usage.count }, (_, row) => (row % 3) - 1);
  const quantity = usage.demand.map((nanos, row) => (meter[row]! < 0 ? 0 : 1 + (Math.floor(nanos / 1e7) % 2000)));
  const quantityScale = Uint8Array.from(meter, (index) => (index < 0 ? 0 : 1));
  const made = { ...program, meters: metersOf(program), usage: { ...usage, meter, quantity, quantityScale } };
  return { ...made, usage: { ...made.usage, demand: demandAt(made, (at) => at) } };
}

/** Random programs over all the rules whose usage is metered. */
export const meteredPrograms: fc.Arbitrary<Program> = programs.map(metered).filter((program) => runProgram(program).ok);
