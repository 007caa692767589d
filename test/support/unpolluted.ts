import assert from 'node:assert/strict';
import { afterAll } from 'vitest';

// After each file of tests: nothing that was read left its mark on what every object inherits (F27, S40).
afterAll(() => {
  assert.deepEqual(Object.keys(Object.prototype), []);
  assert.deepEqual(Object.keys(Array.prototype), []);
});
