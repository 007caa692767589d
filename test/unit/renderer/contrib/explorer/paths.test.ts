import { describe, expect, it } from 'vitest';
import { folderAt, inFolder, listed, topmost } from '../../../../../renderer/contrib/explorer/paths.ts';

const files = [
  {
    path: 'usage',
    name: 'usage',
    kind: 'folder' as const,
    bytes: 0,
    children: [{ path: 'usage/feb.csv', name: 'feb.csv', kind: 'usage' as const, bytes: 3 }],
  },
  { path: 'a.ledger', name: 'a.ledger', kind: 'ledger' as const, bytes: 3 },
];

describe('paths of files', () => {
  it('that lie in another one of them go with it', () => {
    expect(topmost(['usage', 'usage/feb.csv', 'usage-2'])).toEqual(['usage', 'usage-2']);
  });

  it('lead to the folder that new files go into', () => {
    expect(folderAt(files, 'usage')).toBe('usage');
    expect(folderAt(files, 'usage/feb.csv')).toBe('usage');
    expect(folderAt(files, 'a.ledger')).toBe('');
    expect(inFolder('', 'a.csv')).toBe('a.csv');
    expect(inFolder('usage', 'a.csv')).toBe('usage/a.csv');
  });

  it('are listed up to eight, with how many more there are', () => {
    expect(listed(['a', 'b'])).toBe('a; b');
    expect(listed('abcdefghij'.split(''))).toBe('a; b; c; d; e; f; g; h; and 2 more');
  });
});
