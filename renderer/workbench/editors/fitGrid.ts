import { activeGroup } from './grid.ts';
import type { Grid, GridNode } from './grid.ts';

/** Width and height in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The least that a group of editors is drawn in. */
export const leastGroup: Size = { width: 160, height: 80 };

/** What is drawn of the groups: all, or where there is no room for them the one with the focus alone, so that nothing is cut off. */
export function fitGrid(grid: Grid, room: Size | null): GridNode {
  if (room === null) return grid.root;
  const { width, height } = leastSize(grid.root);
  return width <= room.width && height <= room.height ? grid.root : activeGroup(grid);
}

function leastSize(node: GridNode): Size {
  if (node.kind === 'group') return leastGroup;
  const sizes = node.children.map(leastSize);
  const [widths, heights] = [sizes.map(({ width }) => width), sizes.map(({ height }) => height)];
  return node.orientation === 'horizontal'
    ? { width: sum(widths), height: Math.max(...heights) }
    : { width: Math.max(...widths), height: sum(heights) };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
