/** An open editor. A tab that is not pinned is a preview: the next preview takes its place. */
export interface TabState {
  readonly uri: string;
  readonly pinned: boolean;
}

/** Editors in tabs, one of them in front. */
export interface GroupState {
  readonly kind: 'group';
  readonly id: string;
  readonly tabs: readonly TabState[];
  /** The tab in front; null only where there are none. */
  readonly front: string | null;
}

/** Groups side by side (`horizontal`) or above one another. Sizes are percentages, one a child. */
export interface SplitState {
  readonly kind: 'split';
  readonly id: string;
  readonly orientation: 'horizontal' | 'vertical';
  readonly children: readonly GridNode[];
  readonly sizes: readonly number[];
}

export type GridNode = GroupState | SplitState;

/** All editors: a tree of splits with groups as leaves, and the group that has the focus. Never empty: at least one group. */
export interface Grid {
  readonly root: GridNode;
  readonly active: string;
}

export const emptyGrid: Grid = { root: { kind: 'group', id: 'group-1', tabs: [], front: null }, active: 'group-1' };

/** The groups in reading order. */
export function groupsOf(node: GridNode): readonly GroupState[] {
  return node.kind === 'group' ? [node] : node.children.flatMap(groupsOf);
}

/** The group that has the focus. */
export function activeGroup(grid: Grid): GroupState {
  const groups = groupsOf(grid.root);
  return groups.find((group) => group.id === grid.active) ?? groups[0]!;
}

/** The address in front in the active group. */
export function activeUri(grid: Grid): string | null {
  return activeGroup(grid).front;
}

/** All open addresses, each once. */
export function openUris(grid: Grid): readonly string[] {
  return [...new Set(groupsOf(grid.root).flatMap((group) => group.tabs.map((tab) => tab.uri)))];
}

/** Changes the groups one by one; a group that becomes null goes, and splits with one child dissolve. */
export function mapGroups(grid: Grid, change: (group: GroupState) => GroupState | null): Grid {
  const root = mapNode(grid.root, change) ?? { ...emptyGrid.root };
  const groups = groupsOf(root);
  const active = groups.some((group) => group.id === grid.active) ? grid.active : groups[0]!.id;
  return { root, active };
}

function mapNode(node: GridNode, change: (group: GroupState) => GroupState | null): GridNode | null {
  if (node.kind === 'group') return change(node);
  const kept = node.children
    .map((child, at) => ({ node: mapNode(child, change), size: node.sizes[at] ?? 0 }))
    .filter((child): child is { node: GridNode; size: number } => child.node !== null);
  if (kept.length <= 1) return kept[0]?.node ?? null;
  const total = kept.reduce((sum, child) => sum + child.size, 0);
  const sizes = kept.map((child) => (total > 0 ? (child.size / total) * 100 : 100 / kept.length));
  return { ...node, children: kept.map((child) => child.node), sizes };
}
