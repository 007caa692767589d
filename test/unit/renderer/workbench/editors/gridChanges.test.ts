import { describe, expect, it } from 'vitest';
import { activeUri, emptyGrid, groupsOf, openUris } from '../../../../../renderer/workbench/editors/grid.ts';
import type { Grid } from '../../../../../renderer/workbench/editors/grid.ts';
import {
  closeTab,
  closeUri,
  moveTab,
  nextGroup,
  openTab,
  replaceUri,
  resizeSplit,
  splitGroup,
} from '../../../../../renderer/workbench/editors/gridChanges.ts';

function open(grid: Grid, uri: string, { group = grid.active, pinned = true } = {}): Grid {
  return openTab(grid, uri, { group, pinned });
}

/** The grid in short: tabs of each group, the front one with a star. */
function shown(grid: Grid): string[] {
  return groupsOf(grid.root).map((group) =>
    group.tabs.map((tab) => `${tab.uri}${tab.uri === group.front ? '*' : ''}`).join(' '),
  );
}

const abc = ['a:', 'b:', 'c:'].reduce((grid, uri) => open(grid, uri), emptyGrid);

describe('editors in groups', () => {
  it('a new tab opens after the one in front, and comes to the front', () => {
    expect(shown(abc)).toEqual(['a: b: c:*']);
    expect(shown(open(open(abc, 'a:'), 'd:'))).toEqual(['a: d:* b: c:']);
    expect(openUris(open(abc, 'a:'))).toEqual(['a:', 'b:', 'c:']);
  });

  it('a preview takes the place of the preview before, until it is pinned', () => {
    const preview = open(abc, 'p:', { pinned: false });
    expect(shown(open(preview, 'q:', { pinned: false }))).toEqual(['a: b: c: q:*']);
    const pinned = open(preview, 'p:');
    expect(shown(open(pinned, 'q:', { pinned: false }))).toEqual(['a: b: c: p: q:*']);
  });

  it('closing the tab in front shows its right neighbour, else its left one', () => {
    expect(shown(closeTab(open(abc, 'b:'), 'group-1', 'b:'))).toEqual(['a: c:*']);
    expect(shown(closeTab(abc, 'group-1', 'c:'))).toEqual(['a: b:*']);
    expect(shown(closeTab(abc, 'group-1', 'a:'))).toEqual(['b: c:*']);
  });

  it('the last group stays when its last tab goes, another one goes with it', () => {
    const one = open(emptyGrid, 'a:');
    expect(closeUri(one, 'a:')).toEqual(emptyGrid);
    const two = open(splitGroup(one, 'group-1', 'horizontal', 'group-2'), 'b:');
    expect(shown(closeUri(two, 'b:'))).toEqual(['a:*']);
    expect(closeUri(two, 'b:')).toMatchObject({ root: { kind: 'group' }, active: 'group-1' });
  });

  it('a split along the same direction shares the space of the group that was split', () => {
    const two = open(splitGroup(abc, 'group-1', 'horizontal', 'group-2'), 'd:');
    const three = open(splitGroup(two, 'group-2', 'horizontal', 'group-3'), 'e:');
    expect(three.root).toMatchObject({ kind: 'split', orientation: 'horizontal', sizes: [50, 25, 25] });
    expect(nextGroup({ ...three, active: 'group-1' })?.id).toBe('group-2');
    expect(nextGroup({ ...three, active: 'group-3' })).toBeNull();
  });

  it('a split across another direction nests, and dissolves when one side goes', () => {
    const two = open(splitGroup(abc, 'group-1', 'horizontal', 'group-2'), 'd:');
    const nested = open(splitGroup(two, 'group-2', 'vertical', 'group-3'), 'e:');
    expect(shown(nested)).toEqual(['a: b: c:*', 'd:*', 'e:*']);
    const back = closeUri(nested, 'e:');
    expect(back.root).toMatchObject({ kind: 'split', children: [{ id: 'group-1' }, { id: 'group-2' }] });
  });

  it('tabs move within a group and between groups, and are pinned by it', () => {
    expect(shown(moveTab(abc, 'group-1', 'c:', { group: 'group-1', index: 0 }))).toEqual(['c:* a: b:']);
    const two = open(splitGroup(abc, 'group-1', 'horizontal', 'group-2'), 'd:', { pinned: false });
    const moved = moveTab(two, 'group-2', 'd:', { group: 'group-1', index: 1 });
    expect(shown(moved)).toEqual(['a: d:* b: c:']);
    expect(activeUri(moved)).toBe('d:');
    expect(groupsOf(moved.root)[0]!.tabs[1]).toEqual({ uri: 'd:', pinned: true });
  });

  it('an address can be replaced everywhere, without doubling one that is there', () => {
    expect(shown(replaceUri(abc, 'c:', 'z:'))).toEqual(['a: b: z:*']);
    expect(shown(replaceUri(abc, 'c:', 'a:'))).toEqual(['a:* b:']);
  });

  it('keeps sizes only where there is one for each side', () => {
    const two = splitGroup(abc, 'group-1', 'horizontal', 'group-2');
    const { id } = two.root;
    expect(resizeSplit(two, id, [70, 30]).root).toMatchObject({ sizes: [70, 30] });
    expect(resizeSplit(two, id, [70, 20, 10]).root).toMatchObject({ sizes: [50, 50] });
  });
});
