import { emptyGrid, groupsOf } from '../editors/grid.ts';
import type { Grid, GridNode, TabState } from '../editors/grid.ts';
import { defaultLayout } from './layout.ts';
import type { Layout } from './layout.ts';

const format = 'drawdown-layout-1';

/** The layout as text for the host to keep. */
export function writeLayout(layout: Layout): string {
  return JSON.stringify({ format, ...layout });
}

/** The layout as kept; whatever is missing, damaged or of another version becomes as it is at first. */
export function readLayout(text: string | null): Layout {
  const json = record(parse(text));
  if (json.format !== format) return defaultLayout;
  const sideBar = record(json.sideBar);
  const panel = record(json.panel);
  return {
    sideBar: {
      visible: sideBar.visible !== false,
      container: word(sideBar.container) ?? defaultLayout.sideBar.container,
      width: size(sideBar.width, defaultLayout.sideBar.width),
      unfolded: list(sideBar.unfolded).filter((id) => typeof id === 'string'),
    },
    panel: {
      visible: panel.visible === true,
      view: word(panel.view) ?? defaultLayout.panel.view,
      height: size(panel.height, defaultLayout.panel.height),
    },
    grid: readGrid(record(json.grid)),
  };
}

function parse(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

function readGrid(json: Record<string, unknown>): Grid {
  const root = readNode(json.root);
  if (!root) return emptyGrid;
  const groups = groupsOf(root);
  const ids = new Set(groups.map((group) => group.id));
  if (ids.size !== groups.length) return emptyGrid;
  const active = word(json.active);
  return { root, active: active !== null && ids.has(active) ? active : groups[0]!.id };
}

function readNode(value: unknown): GridNode | null {
  const json = record(value);
  const id = word(json.id);
  if (id === null) return null;
  if (json.kind === 'group') {
    const tabs = list(json.tabs).flatMap(readTab);
    const front = tabs.find((tab) => tab.uri === json.front) ?? tabs[0];
    return { kind: 'group', id, tabs, front: front?.uri ?? null };
  }
  const children = list(json.children).flatMap((child) => readNode(child) ?? []);
  if (children.length < 2) return children[0] ?? null;
  const sizes = list(json.sizes).map((each) => size(each, 0));
  const orientation = json.orientation === 'vertical' ? 'vertical' : 'horizontal';
  const whole = sizes.length === children.length && Math.abs(sizes.reduce((sum, each) => sum + each, 0) - 100) < 1;
  return { kind: 'split', id, orientation, children, sizes: whole ? sizes : children.map(() => 100 / children.length) };
}

function readTab(value: unknown): TabState[] {
  const { uri, pinned } = record(value);
  return typeof uri === 'string' && /^[a-z]+:/.test(uri) ? [{ uri, pinned: pinned !== false }] : [];
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function word(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** A size as text says it again: -0 would become 0. */
function size(value: unknown, otherwise: number): number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value + 0 : otherwise;
}
