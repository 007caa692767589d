import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { DecimalSums } from '../../../../../shared/base/rows/decimalSums.ts';

function sumOf(...cells: readonly string[]): string {
  const sums = new DecimalSums();
  for (const cell of cells) sums.add(0, cell);
  return sums.sum(0);
}

describe('a sum of decimals', () => {
  it('is exact where doubles are not', () => {
    expect(sumOf('0.1', '0.2')).toBe('0.3');
    expect(sumOf(...Array<string>(10).fill('0.000000001'))).toBe('0.00000001');
    expect(sumOf('9007199254740993', '0.5')).toBe('9007199254740993.5');
    expect(sumOf('1000000', '0.0000000000001', '-1000000')).toBe('0.0000000000001');
  });

  it('stays exact beyond what one safe integer of billionths holds', () => {
    expect(sumOf(...Array<string>(4000).fill('999999.999999999'))).toBe('3999999999.999996');
  });

  it('passes over cells that are no figures, and is empty where there is none', () => {
    expect(sumOf('1.50', '', 'n/a', '2')).toBe('3.5');
    expect(sumOf('', 'n/a')).toBe('');
    expect(sumOf('1', '-1')).toBe('0');
  });

  it('is kept for each of many groups', () => {
    const sums = new DecimalSums();
    for (let row = 0; row < 1000; row++) sums.add(row % 100, `${row}.25`);
    expect(sums.sum(7)).toBe('4572.5');
    expect(sums.sum(99)).toBe('5492.5');
    expect(sums.sum(100)).toBe('');
  });

  it('is that of whole units, whatever the order and the sizes', () => {
    const figure = fc.tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.integer({ min: 0, max: 12 }));
    fc.assert(
      fc.property(fc.array(figure, { minLength: 1 }), (figures) => {
        const units = figures.reduce((sum, [unit, places]) => sum + unit * 10n ** BigInt(12 - places), 0n);
        const sum = sumOf(...figures.map(([unit, places]) => textOf(unit, places)));
        expect(unitsOf(sum)).toBe(units);
      }),
    );
  });
});

function textOf(unit: bigint, places: number): string {
  const digits = (unit < 0n ? -unit : unit).toString().padStart(places + 1, '0');
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return unit < 0n ? `-${text}` : text;
}

function unitsOf(sum: string): bigint {
  const [whole = '', fraction = ''] = sum.split('.');
  return BigInt(`${whole}${fraction.padEnd(12, '0')}`);
}
