import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { generatedCsv, heapGrowth } from '../../support/flatMemory.ts';

setFlagsFromString('--expose-gc');
globalThis.gc = runInNewContext('gc') as typeof globalThis.gc;

it('a file of 10 MB is imported in the memory of a small one', async () => {
  const source = generatedCsv(10_000_000);
  const { growth, rows } = await heapGrowth(source);
  expect(rows).toBe(source.rows);
  expect(growth).toBeLessThan(4_000_000);
});
