import { expect, it } from 'vitest';
import { groupFigure } from '../../../../../../renderer/contrib/bill/why/groupFigure.ts';

it('figures of reasons have their thousands grouped, and no date or fraction is touched', () => {
  expect(groupFigure('$4196.00')).toBe('$4,196.00');
  expect(groupFigure('-12345678.123456789 credits')).toBe('-12,345,678.123456789 credits');
  expect(groupFigure('0.123456789 credits')).toBe('0.123456789 credits');
  expect(groupFigure('until 2026-01-31')).toBe('until 2026-01-31');
});
