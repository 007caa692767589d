import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarMonths } from '../../../../../shared/calendar/month.ts';
import type { Program } from '../../../../../shared/engine/program.ts';
import { runProgram } from '../../../../../shared/engine/run.ts';
import { columnsOfRun } from '../../../../../shared/forecast/pricing/columnsOfRun.ts';
import { slotAt, type PathTerms } from '../../../../../shared/forecast/pricing/pathTerms.ts';
import { pricePath } from '../../../../../shared/forecast/pricing/pricePath.ts';
import { termsOfRun } from '../../../../../shared/forecast/pricing/termsOfRun.ts';
import { pathColumns, pathFault, type PathColumns } from '../../../../../shared/forecast/pathColumns.ts';
import { outcomeOf, programs, usageColumns } from '../../../../support/programs.ts';

const nano = 1_000_000_000;

/** A program whose usage may be split freely, and other demand at other times of its horizon. */
const cases = fc.record({
  program: programs.map(divisible),
  demand: fc.array(fc.tuple(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.integer({ min: 0, max: 60 * nano })), {
    maxLength: 40,
  }),
});

function divisible(program: Program): Program {
  return { ...program, usage: { ...program.usage, flags: new Uint8Array(program.usage.count) } };
}

function withDemand(program: Program, demand: readonly (readonly [number, number])[]): Program {
  const { start, end } = program;
  const drafts = demand.map(([share, credits]) => ({
    at: Math.floor(start + share * (end - start)),
    demand: credits,
    flags: 0,
  }));
  return { ...program, usage: usageColumns(drafts) };
}

function termsFor(program: Program, cuts: readonly number[] = []): PathTerms {
  // Any usage gives the same steps: none is the least likely to be refused.
  const result = termsOfRun(outcomeOf({ ...program, usage: usageColumns([]) }), { isRandom: () => true, cuts });
  if (!result.ok) throw new Error(result.error);
  return result.value;
}

function bySlot(terms: PathTerms, { usage }: Program): Float64Array {
  const demand = new Float64Array(terms.slots);
  usage.at.forEach((at, row) => (demand[slotAt(terms, at)]! += usage.demand[row]!));
  return demand;
}

function priced(terms: PathTerms, program: Program): PathColumns {
  const out = pathColumns(2, terms.months);
  pricePath(terms, bySlot(terms, program), out, 1);
  return out;
}

describe('the price of a path', () => {
  it('is what the engine bills for the same demand', () => {
    fc.assert(
      fc.property(cases, ({ program, demand }) => {
        const terms = termsFor(program);
        const path = withDemand(program, demand);
        const found = priced(terms, path);
        const run = runProgram(path);
        if (!run.ok) {
          expect(run.error.map(({ code }) => code)).toContain('below-zero');
          expect(found.fault[1]).toBe(pathFault.belowZero);
          return;
        }
        const expected = pathColumns(2, terms.months);
        columnsOfRun(run.value, expected, 1);
        expect(found).toEqual(expected);
        const invoiced = run.value.invoices.reduce((sum, { total }) => sum + total, 0n);
        expect(BigInt(found.total[1]!)).toBe(invoiced);
      }),
      { numRuns: 2_000 },
    );
  });

  it('stays when segments are cut at more instants', () => {
    fc.assert(
      fc.property(cases, fc.array(fc.double({ min: 0, max: 1, noNaN: true })), ({ program, demand }, shares) => {
        const { start, end } = program;
        const cuts = shares.map((share) => Math.floor(start + share * (end - start)));
        const path = withDemand(program, demand);
        expect(priced(termsFor(program, cuts), path)).toEqual(priced(termsFor(program), path));
      }),
    );
  });

  it('cuts a horizon into days that no month and no change divides further', () => {
    fc.assert(
      fc.property(programs.map(divisible), (program) => {
        const terms = termsFor(program);
        const { zone, start, end } = program;
        expect(terms.months).toBe(calendarMonths({ from: start, until: end }, zone).length);
        for (let slot = 0; slot < terms.slots; slot++) {
          const [from, until] = [terms.slotFrom[slot]!, terms.slotFrom[slot + 1]!];
          const day = (at: number): number => Math.floor(zone.toLocal(at) / 86_400_000) * 86_400_000;
          expect([day(from), day(until - 1), from < until]).toEqual([terms.slotDay[slot], terms.slotDay[slot], true]);
        }
      }),
    );
  });
});
