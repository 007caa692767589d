import { expect, it } from 'vitest';
import { sizeText } from '../../../../../renderer/contrib/explorer/sizeText.ts';

it('says a size in the unit that fits', () => {
  expect([0, 999, 1000, 1_540_000, 2e9].map(sizeText)).toEqual(['0 B', '999 B', '1.0 kB', '1.5 MB', '2.0 GB']);
});
