import { expect, it } from 'vitest';
import { variantMarks } from '../../../../renderer/charts/variantMarks.ts';

it('lines of variants are told apart by their dashes as by their colours', () => {
  expect(new Set(variantMarks.map(({ dash }) => dash)).size).toBe(variantMarks.length);
  expect(new Set(variantMarks.map(({ colour }) => colour)).size).toBe(variantMarks.length);
});
