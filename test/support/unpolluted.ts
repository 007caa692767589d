import { afterAll, expect } from 'vitest';

// After each file of tests: nothing that was read left its mark on what every object inherits (F27, S40).
afterAll(() => {
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(Object.keys(Array.prototype)).toEqual([]);
});
