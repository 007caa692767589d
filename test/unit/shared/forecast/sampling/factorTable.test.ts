import { describe, expect, it } from 'vitest';
import {
  lognormalTable,
  logVarianceOf,
  resampledTable,
  tableSize,
} from '../../../../../shared/forecast/sampling/factorTable.ts';

const meanOf = (table: Float64Array): number => table.reduce((sum, factor) => sum + factor, 0) / table.length;
const cvOf = (table: Float64Array): number =>
  Math.sqrt(table.reduce((sum, factor) => sum + (factor - 1) ** 2, 0) / table.length);
const lognormal = (cv: number, zeroDays = 0): Float64Array =>
  lognormalTable({ logVariance: logVarianceOf(cv), zeroDays });

describe('factor tables', () => {
  it.each([0.01, 0.1, 0.4, 1, 3])('of a lognormal law with spread %d have a mean of 1', (cv) => {
    expect(Math.abs(meanOf(lognormal(cv)) - 1)).toBeLessThan(1e-13);
    expect(Math.abs(meanOf(lognormal(cv, 0.3)) - 1)).toBeLessThan(1e-13);
  });

  it('have the spread that was stated, but for the part that their strata hide', () => {
    expect(cvOf(lognormal(0.1)) / 0.1).toBeCloseTo(1, 4);
    expect(cvOf(lognormal(0.4)) / 0.4).toBeCloseTo(1, 4);
    expect(cvOf(lognormal(1))).toBeGreaterThan(0.999);
    expect(cvOf(lognormal(1))).toBeLessThan(1);
  });

  it('ascend, with the median that the law has', () => {
    const table = lognormal(0.4);
    expect(table).toEqual(table.slice().sort());
    expect(table[tableSize / 2]).toBeCloseTo(1 / Math.sqrt(1.16), 4);
  });

  it('hold a zero for every day without usage, and what the others have is greater for it', () => {
    const table = lognormal(0, 0.25);
    expect(table.filter((factor) => factor === 0)).toHaveLength(tableSize / 4);
    expect(table.at(-1)).toBeCloseTo(4 / 3, 11);
    const spread = lognormal(0.5, 0.25).filter((factor) => factor > 0);
    expect(meanOf(spread)).toBeCloseTo(4 / 3, 11);
    expect(cvOf(spread.map((factor) => factor * 0.75))).toBeCloseTo(0.5, 3);
  });

  it('of history hold its own factors by their mean, zeros among them', () => {
    const table = resampledTable([4, 0, 2, 2]);
    expect(meanOf(table)).toBeCloseTo(1, 12);
    expect([...new Set(table)]).toEqual([0, 1, 2]);
    expect(table.filter((factor) => factor === 0)).toHaveLength(tableSize / 4);
  });

  it('of a history with an odd number of days keep mean and spread', () => {
    const factors = [0.2, 0.9, 1.4, 1.1, 0.7, 3.1, 0.9];
    const mean = factors.reduce((sum, factor) => sum + factor) / 7;
    const cv = Math.sqrt(factors.reduce((sum, factor) => sum + (factor / mean - 1) ** 2, 0) / 7);
    const table = resampledTable(factors);
    expect(meanOf(table)).toBeCloseTo(1, 12);
    expect(cvOf(table)).toBeCloseTo(cv, 3);
  });
});
