import { describe, expect, it } from 'vitest';
import { fitGrid } from '../../../../../renderer/workbench/editors/fitGrid.ts';
import { emptyGrid } from '../../../../../renderer/workbench/editors/grid.ts';
import { openTab, splitGroup } from '../../../../../renderer/workbench/editors/gridChanges.ts';

const one = openTab(emptyGrid, 'scenario:a', { group: 'group-1', pinned: true });
const two = splitGroup(one, 'group-1', 'horizontal', 'group-2');
const three = splitGroup(two, 'group-2', 'vertical', 'group-3');

describe('groups of editors in little room', () => {
  it('are all drawn where each has enough', () => {
    expect(fitGrid(two, { width: 320, height: 80 })).toBe(two.root);
    expect(fitGrid(three, { width: 320, height: 160 })).toBe(three.root);
    expect(fitGrid(three, null)).toBe(three.root);
  });

  it('leave it to the one with the focus where the page is narrow or low', () => {
    expect(fitGrid(two, { width: 284, height: 400 })).toMatchObject({ id: two.active });
    expect(fitGrid({ ...three, active: 'group-1' }, { width: 800, height: 120 })).toMatchObject({ id: 'group-1' });
  });

  it('one alone is drawn however little room there is', () => {
    expect(fitGrid(one, { width: 50, height: 20 })).toMatchObject({ id: 'group-1' });
  });
});
