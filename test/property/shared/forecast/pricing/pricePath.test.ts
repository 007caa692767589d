import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarMonths } from '../../../../../shared/calendar/month.ts';
import { runProgram } from '../../../../../shared/engine/run.ts';
import { columnsOfRun } from '../../../../../shared/forecast/pricing/columnsOfRun.ts';
import { pricePath } from '../../../../../shared/forecast/pricing/pricePath.ts';
import { pathColumns, pathFault } from '../../../../../shared/forecast/pathColumns.ts';
import { demandBySlot, sampledCases, termsFor, withSample } from '../../../../support/sampledPrograms.ts';
import { outcomeOf, programs } from '../../../../support/programs.ts';

describe('the price of a path', () => {
  it('is what the engine bills for the same demand', () => {
    fc.assert(
      fc.property(sampledCases, ({ program, sample }) => {
        const terms = termsFor(program);
        const found = pathColumns(2, terms.months);
        pricePath(terms, demandBySlot(terms, sample), found, 1);
        const run = runProgram(withSample(program, sample));
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
      { numRuns: 800 },
    );
  });

  it('stays when segments are cut at more instants', () => {
    fc.assert(
      fc.property(sampledCases, fc.array(fc.double({ min: 0, max: 1, noNaN: true })), ({ program, sample }, shares) => {
        const { start, end } = program;
        const [plain, cut] = [[], shares.map((share) => Math.floor(start + share * (end - start)))].map((cuts) => {
          const terms = termsFor(program, cuts);
          const out = pathColumns(1, terms.months);
          pricePath(terms, demandBySlot(terms, sample), out, 0);
          return out;
        });
        expect(cut).toEqual(plain);
      }),
    );
  });

  it('cuts a horizon into days that no month and no change divides further', () => {
    fc.assert(
      fc.property(programs, (program) => {
        const terms = termsFor(program);
        const { zone, start, end } = program;
        expect(terms.months).toBe(calendarMonths({ from: start, until: end }, zone).length);
        for (let slot = 0; slot < terms.slots; slot++) {
          const [from, until] = [terms.slotFrom[slot]!, terms.slotFrom[slot + 1]!];
          const day = (at: number): number => Math.floor(zone.toLocal(at) / 86_400_000) * 86_400_000;
          expect([day(from), day(Math.max(from, until - 1))]).toEqual([terms.slotDay[slot], terms.slotDay[slot]]);
        }
      }),
    );
  });

  it('counts usage that is not sampled in the day that it falls on', () => {
    fc.assert(
      fc.property(programs, (program) => {
        const terms = termsFor(program);
        const { usage } = outcomeOf(program).program;
        const days = new Map<number, number>();
        usage.at.forEach((at, row) => {
          const day = Math.floor(program.zone.toLocal(at) / 86_400_000) * 86_400_000;
          days.set(day, (days.get(day) ?? 0) + usage.demand[row]!);
        });
        const found = new Map<number, number>();
        terms.fixed.forEach((demand, slot) => {
          const day = terms.slotDay[slot]!;
          found.set(day, (found.get(day) ?? 0) + demand);
        });
        for (const [day, demand] of days) expect(found.get(day)).toBe(demand);
        for (const [day, demand] of found) expect(demand).toBe(days.get(day) ?? 0);
      }),
    );
  });
});
