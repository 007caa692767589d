import { describe, expect, it } from 'vitest';
import { readQuantity } from '../../../../../shared/interchange/importers/readQuantity.ts';

function read(text: string, decimalComma = false): string {
  const quantity = readQuantity(text, decimalComma);
  return quantity.ok ? quantity.value : `refused: ${quantity.error}`;
}

describe('a quantity (F28, F30)', () => {
  it.each([
    ['0', '0'],
    ['12', '12'],
    [' 12 ', '12'],
    ['0.10', '0.1'],
    ['1e3', '1000'],
    ['1E-3', '0.001'],
    ['9007199254740993', '9007199254740993'],
    ['0.1000000000000000055511151231257827', '0.1000000000000000055511151231257827'],
  ])('%j is %s', (text, value) => expect(read(text)).toBe(value));

  it.each([
    ['1234,56', '1234.56'],
    ['7', '7'],
  ])('with a decimal comma %j is %s', (text, value) => expect(read(text, true)).toBe(value));

  it.each([
    ['', /is empty/],
    ['-1', /is negative/],
    ['-0', /is negative/],
    ['0x10', /not a number/],
    ['NaN', /not a number/],
    ['Infinity', /not a number/],
    ['1e400', /not a number/],
    ['1'.repeat(400), /40 digits/],
    ['1,234.5', /separators of thousands/],
    ['1 234', /separators of thousands/],
    ['3,5', /decimal comma/],
    ['１２', /not a number/],
    ['(5)', /accountants/],
    ['5-', /accountants/],
    ['007', /begins with a zero/],
    ['12 images', /not a number/],
  ])('%j is refused', (text, reason) => expect(read(text)).toMatch(reason));

  it.each([
    ['1.234,56', /a point/],
    ['1,234,56', /not a number/],
  ])('with a decimal comma %j is refused', (text, reason) => expect(read(text, true)).toMatch(reason));
});
