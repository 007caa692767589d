import { expect, it } from 'vitest';
import { mayOverflow } from '../../../../../renderer/base/grid/mayOverflow.ts';

it('a text is cut off only where its widest letters would not fit', () => {
  expect(mayOverflow('training', { kind: 'text', widthPx: 124 })).toBe(false);
  expect(mayOverflow('WWWWWWWWWW', { kind: 'text', widthPx: 124 })).toBe(true);
  expect(mayOverflow('1,234,567.25', { kind: 'number', widthPx: 124 })).toBe(false);
  expect(mayOverflow('1,234,567.123456789', { kind: 'number', widthPx: 124 })).toBe(true);
  expect(mayOverflow('2026-01-01 05:00:00', { kind: 'instant', widthPx: 180 })).toBe(false);
});

it('letters whose width is not known are cut off', () => {
  expect(mayOverflow('﷽', { kind: 'text', widthPx: 400 })).toBe(true);
});
