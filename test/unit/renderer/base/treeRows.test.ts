import { describe, expect, it } from 'vitest';
import { rowByLetter, treeRows } from '../../../../renderer/base/treeRows.ts';

const nodes = [
  { id: 'usage', title: 'usage', children: [{ id: 'usage/feb.csv', title: 'feb.csv' }] },
  { id: 'acme.json', title: 'acme.json' },
  { id: 'Uplift.json', title: 'Uplift.json' },
];

describe('a tree', () => {
  it('shows what is in its open branches alone, with level and position', () => {
    expect(treeRows(nodes, new Set()).map((row) => row.node.id)).toEqual(['usage', 'acme.json', 'Uplift.json']);
    const inside = treeRows(nodes, new Set(['usage']))[1];
    expect(inside).toMatchObject({ level: 2, parent: 'usage', index: 1, count: 1 });
  });

  it('goes to the next row that begins with a letter, and round again', () => {
    const rows = treeRows(nodes, new Set());
    expect(rowByLetter(rows, 0, 'u')?.node.id).toBe('Uplift.json');
    expect(rowByLetter(rows, 2, 'U')?.node.id).toBe('usage');
    expect(rowByLetter(rows, 0, 'x')).toBeUndefined();
  });
});
