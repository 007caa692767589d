import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareDecimals } from '../../../../../shared/base/rows/compareDecimals.ts';
import { keyColumn } from '../../../../../shared/base/rows/rowOrder.ts';
import { stableOrder } from '../../../../../shared/base/rows/stableOrder.ts';

function finish<T>(steps: Generator<number, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

const decimals = fc
  .record({ units: fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }), places: fc.integer({ min: 0, max: 12 }) })
  .map(({ units, places }) => {
    const digits = (units < 0n ? -units : units).toString().padStart(places + 1, '0');
    const whole = digits.slice(0, digits.length - places);
    return `${units < 0n ? '-' : ''}${whole}${places > 0 ? `.${digits.slice(-places)}` : ''}`;
  });

/** The value at 12 places, by no arithmetic of ours. */
function exact(text: string): bigint {
  const [whole = '', fraction = ''] = text.replace('-', '').split('.');
  const units = BigInt(whole + fraction.padEnd(12, '0'));
  return text.startsWith('-') ? -units : units;
}

const sign = (value: number | bigint): number => (value > 0 ? 1 : value < 0 ? -1 : 0);

describe('the order of rows', () => {
  it('of figures is that of their exact values, however near they are', () => {
    fc.assert(
      fc.property(decimals, fc.bigInt({ min: -2n, max: 2n }), (text, step) => {
        const units = exact(text) + step;
        const digits = (units < 0n ? -units : units).toString().padStart(13, '0');
        const near = `${units < 0n ? '-' : ''}${digits.slice(0, -12)}.${digits.slice(-12)}`;
        expect(sign(compareDecimals(text, near))).toBe(sign(exact(text) - exact(near)));
      }),
    );
  });

  it('is stable, and that of a plain sort', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 3000 }), (values) => {
        const index = Uint32Array.from(values.keys());
        const sorted = finish(stableOrder(index, (left, right) => values[left]! - values[right]!));
        const plain = [...values.keys()].sort((left, right) => values[left]! - values[right]! || left - right);
        expect([...sorted]).toEqual(plain);
      }),
    );
  });

  it('of a column of figures is exact, with empty cells last, up and down', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(decimals, fc.constant('')), { maxLength: 60 }), fc.boolean(), (cells, falling) => {
        const column = keyColumn('number', falling);
        for (const cell of cells) column.add(cell);
        const keys = finish(column.keys());
        for (const [left, a] of cells.entries()) {
          for (const [right, b] of cells.entries()) {
            const wanted =
              a === '' || b === ''
                ? Number(a === '') - Number(b === '')
                : sign(exact(a) - exact(b)) * (falling ? -1 : 1);
            expect(sign(keys[left]! - keys[right]!) - wanted).toBe(0);
          }
        }
      }),
    );
  });

  it('of text counts numbers in it, case aside', () => {
    const cells = ['row 10', 'Row 9', 'row 100000000000', 'row 99999999999', '', 'alpha', 'row 010'];
    const column = keyColumn('text', false);
    for (const cell of cells) column.add(cell);
    const keys = finish(column.keys());
    const order = [...cells.keys()].sort((left, right) => keys[left]! - keys[right]!);
    expect(order.map((place) => cells[place])).toEqual([
      'alpha',
      'Row 9',
      'row 010',
      'row 10',
      'row 99999999999',
      'row 100000000000',
      '',
    ]);
  });
});
