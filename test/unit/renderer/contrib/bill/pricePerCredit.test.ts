import { expect, it } from 'vitest';
import { pricePerCredit } from '../../../../../renderer/contrib/bill/pricePerCredit.ts';

it('the price of a credit used is exact to four decimals, and none where none was used', () => {
  expect(pricePerCredit('907.00', ['150', '0', '77.7'])).toBe('3.9833');
  expect(pricePerCredit('9007199254740993.00', ['0.000000001'])).toBe('9007199254740993000000000.0000');
  expect(pricePerCredit('299.00', ['0', '0', '0'])).toBeNull();
});
