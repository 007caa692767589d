import { describe, expect, it } from 'vitest';
import { bytesOf } from '../../../../../../renderer/contrib/scenario/text/bytesOf.ts';

const files = [
  {
    path: 'usage',
    name: 'usage',
    kind: 'folder' as const,
    bytes: 0,
    children: [{ path: 'usage/jan.csv', name: 'jan.csv', kind: 'usage' as const, bytes: 7_000_000 }],
  },
];

describe('the size of a file of the workspace', () => {
  it('is found in its folders', () => {
    expect(bytesOf(files, 'usage/jan.csv')).toBe(7_000_000);
    expect(bytesOf(files, 'usage/feb.csv')).toBeNull();
  });
});
