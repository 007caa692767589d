import type { StoreApi } from 'zustand/vanilla';
import type { Layout } from '../layout/layout.ts';
import { activeUri, groupsOf, openUris } from './grid.ts';
import type { Grid } from './grid.ts';
import { openTab } from './gridChanges.ts';

const most = 100;

/** Where the user has been, and what was closed. */
export interface Trail {
  /** Goes to the editor before (-1) or after (1); false where there is none. */
  go(step: 1 | -1): boolean;
  /** Opens what was closed last and still is; false where there is nothing. */
  reopen(): boolean;
  /** Begins anew at the editor in front: another folder has other files. */
  clear(): void;
}

/** Follows the editor in front. Going back makes no new step; a new step drops those that were gone back from. */
export function createTrail(layout: StoreApi<Layout>): Trail {
  let visited: readonly string[] = [];
  let at = -1;
  let closed: readonly { readonly uri: string; readonly group: string }[] = [];
  let going = false;
  layout.subscribe(({ grid }, before) => {
    if (grid === before.grid) return;
    closed = [...closed, ...closedBetween(before.grid, grid)].slice(-most);
    const uri = activeUri(grid);
    if (going || uri === null || uri === visited[at]) return;
    visited = [...visited.slice(0, at + 1), uri].slice(-most);
    at = visited.length - 1;
  });
  const open = (uri: string, group: string): void =>
    layout.setState(({ grid }) => {
      const groups = groupsOf(grid.root);
      const holder = groups.find((each) => each.tabs.some((tab) => tab.uri === uri));
      const id = (holder ?? groups.find((each) => each.id === group))?.id ?? grid.active;
      return { grid: { ...openTab(grid, uri, { group: id, pinned: true }), active: id } };
    });
  return {
    go(step) {
      const uri = visited[at + step];
      if (uri === undefined) return false;
      at += step;
      going = true;
      open(uri, '');
      going = false;
      return true;
    },
    reopen() {
      const still = new Set(openUris(layout.getState().grid));
      const last = closed.findLast(({ uri }) => !still.has(uri));
      if (!last) return false;
      closed = closed.filter(({ uri }) => uri !== last.uri);
      open(last.uri, last.group);
      return true;
    },
    clear() {
      const uri = activeUri(layout.getState().grid);
      visited = uri === null ? [] : [uri];
      at = visited.length - 1;
      closed = [];
    },
  };
}

function closedBetween(before: Grid, after: Grid): readonly { readonly uri: string; readonly group: string }[] {
  const still = new Set(openUris(after));
  // A preview that another one took the place of was not closed by the user.
  return groupsOf(before.root).flatMap(({ id, tabs }) =>
    tabs.filter(({ uri, pinned }) => pinned && !still.has(uri)).map(({ uri }) => ({ uri, group: id })),
  );
}
