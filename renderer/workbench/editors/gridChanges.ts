import { activeGroup, groupsOf, mapGroups } from './grid.ts';
import type { Grid, GridNode, GroupState, TabState } from './grid.ts';

/** Opens an address in a group, or brings it to the front there. A preview takes the place of the preview before. */
export function openTab(grid: Grid, uri: string, { group, pinned }: { group: string; pinned: boolean }): Grid {
  return mapGroups(grid, (each) => (each.id === group ? withTab(each, { uri, pinned }) : each));
}

function withTab(group: GroupState, tab: TabState): GroupState {
  if (group.tabs.some((each) => each.uri === tab.uri)) {
    const tabs = group.tabs.map((each) => (each.uri === tab.uri && tab.pinned ? tab : each));
    return { ...group, tabs, front: tab.uri };
  }
  const at = group.tabs.findIndex((each) => each.uri === group.front) + 1;
  const tabs = group.tabs.toSpliced(at, 0, tab).filter((each) => each === tab || tab.pinned || each.pinned);
  return { ...group, tabs, front: tab.uri };
}

/** Makes a preview stay. */
export function pinTab(grid: Grid, group: string, uri: string): Grid {
  const pin = (tab: TabState): TabState => (tab.uri === uri ? { ...tab, pinned: true } : tab);
  return mapGroups(grid, (each) => (each.id === group ? { ...each, tabs: each.tabs.map(pin) } : each));
}

/** Closes an address in one group. The tab after it, or else before it, comes to the front; an empty group goes. */
export function closeTab(grid: Grid, group: string, uri: string): Grid {
  return mapGroups(grid, (each) => (each.id === group ? withoutTab(each, uri) : each));
}

/** Closes an address in every group. */
export function closeUri(grid: Grid, uri: string): Grid {
  return mapGroups(grid, (each) => (each.tabs.some((tab) => tab.uri === uri) ? withoutTab(each, uri) : each));
}

function withoutTab(group: GroupState, uri: string): GroupState | null {
  const at = group.tabs.findIndex((tab) => tab.uri === uri);
  const tabs = group.tabs.toSpliced(at, at < 0 ? 0 : 1);
  if (tabs.length === 0) return null;
  return { ...group, tabs, front: group.front === uri ? tabs[Math.min(at, tabs.length - 1)]!.uri : group.front };
}

/** Moves a tab to a place in a group, its own or another. */
export function moveTab(grid: Grid, from: string, uri: string, to: { group: string; index: number }): Grid {
  const tab = groupsOf(grid.root)
    .find((each) => each.id === from)
    ?.tabs.find((each) => each.uri === uri);
  if (!tab) return grid;
  const moved = mapGroups(grid, (each) => {
    if (each.id === to.group) {
      const rest = each.tabs.filter((other) => other.uri !== uri);
      return { ...each, tabs: rest.toSpliced(to.index, 0, { ...tab, pinned: true }), front: uri };
    }
    return each.id === from ? withoutTab(each, uri) : each;
  });
  return { ...moved, active: to.group };
}

/** Makes an empty group beside another one; the new one gets the focus. */
export function splitGroup(grid: Grid, group: string, orientation: 'horizontal' | 'vertical', id: string): Grid {
  const added: GroupState = { kind: 'group', id, tabs: [], front: null };
  return { root: splitNode(grid.root, group, orientation, added), active: id };
}

function splitNode(node: GridNode, group: string, orientation: 'horizontal' | 'vertical', added: GroupState): GridNode {
  if (node.kind === 'group') {
    if (node.id !== group) return node;
    return { kind: 'split', id: `split-${added.id}`, orientation, children: [node, added], sizes: [50, 50] };
  }
  const at = node.children.findIndex((child) => child.kind === 'group' && child.id === group);
  if (at < 0 || node.orientation !== orientation)
    return { ...node, children: node.children.map((child) => splitNode(child, group, orientation, added)) };
  const half = (node.sizes[at] ?? 0) / 2;
  return {
    ...node,
    children: node.children.toSpliced(at + 1, 0, added),
    sizes: node.sizes.toSpliced(at, 1, half, half),
  };
}

/** Keeps the sizes that the user gave to a split. */
export function resizeSplit(grid: Grid, split: string, sizes: readonly number[]): Grid {
  const resize = (node: GridNode): GridNode => {
    if (node.kind === 'group') return node;
    if (node.id === split && sizes.length === node.children.length) return { ...node, sizes };
    return { ...node, children: node.children.map(resize) };
  };
  return { ...grid, root: resize(grid.root) };
}

/** The group after the active one in reading order, or null where it is the last. */
export function nextGroup(grid: Grid): GroupState | null {
  const groups = groupsOf(grid.root);
  return groups[groups.indexOf(activeGroup(grid)) + 1] ?? null;
}

/** Puts another address in the place of one. */
export function replaceUri(grid: Grid, uri: string, by: string): Grid {
  return mapGroups(grid, (group) => {
    if (group.tabs.every((tab) => tab.uri !== uri)) return group;
    if (group.tabs.some((tab) => tab.uri === by)) return withoutTab({ ...group, front: by }, uri);
    const tabs = group.tabs.map((tab) => (tab.uri === uri ? { ...tab, uri: by } : tab));
    return { ...group, tabs, front: group.front === uri ? by : group.front };
  });
}
