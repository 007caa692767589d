import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { Settings } from '../../../shared/rpc/views.ts';
import type { EditorKind, Editors, OpenOptions, Reveal } from '../../platform/editor.ts';
import { parseAddress } from '../../platform/address.ts';
import type { Layout } from '../layout/layout.ts';
import { activeGroup, activeUri, groupsOf, openUris } from './grid.ts';
import type { Grid } from './grid.ts';
import { closeTab, closeUri, nextGroup, openTab, replaceUri, splitGroup } from './gridChanges.ts';

interface Needs {
  readonly layout: StoreApi<Layout>;
  readonly kinds: readonly EditorKind[];
  /** Whether the last editor of this document may go: asks for unsaved work. */
  mayDrop(documentPath: string): Promise<boolean>;
  kindOfFile(path: string): string;
  settings(): Pick<Settings, 'previewTabs' | 'openBillBeside'>;
}

/** What the editor area does beyond what features may ask of it. */
export interface EditorArea extends Editors {
  readonly reveals: StoreApi<Readonly<Record<string, Reveal>>>;
  /** Address of an editor that was opened with the focus and does not have it yet. */
  readonly focusAsked: StoreApi<string | null>;
  /** Where each editor is in its document, as a JSON path. */
  readonly places: StoreApi<Readonly<Record<string, string>>>;
  change(how: (grid: Grid) => Grid): void;
  /** Closes a tab of one group; other groups keep theirs. */
  closeIn(group: string, uri: string): Promise<boolean>;
  split(orientation: 'horizontal' | 'vertical'): void;
  kindOf(uri: string): EditorKind | null;
  /** Path of the document that the editor edits, or null. */
  documentOf(uri: string): string | null;
}

export function createEditors({ layout, kinds, mayDrop, kindOfFile, settings }: Needs): EditorArea {
  const reveals = createStore<Readonly<Record<string, Reveal>>>(() => ({}));
  const focusAsked = createStore<string | null>(() => null);
  const places = createStore<Readonly<Record<string, string>>>(() => ({}));
  let serial = 0;
  const grid = (): Grid => layout.getState().grid;
  const change = (how: (grid: Grid) => Grid): void => layout.setState((state) => ({ grid: how(state.grid) }));
  const kindOf = (uri: string): EditorKind | null =>
    kinds.find((kind) => kind.scheme === parseAddress(uri).scheme) ?? null;
  const documentOf = (uri: string): string | null => kindOf(uri)?.document?.(parseAddress(uri).path) ?? null;

  function open(uri: string, asked: OpenOptions = {}): void {
    const options = settings().previewTabs ? asked : { ...asked, pinned: true };
    if (options.reveal) reveals.setState({ [uri]: { ...options.reveal, serial: ++serial } });
    change((before) => (options.side ? openBeside(before, uri, options) : openHere(before, uri, options)));
    if (options.focus) focusAsked.setState(uri, true);
  }

  async function closeIn(group: string, uri: string): Promise<boolean> {
    const elsewhere = groupsOf(grid().root).some(
      (each) => each.id !== group && each.tabs.some((tab) => tab.uri === uri),
    );
    if (!elsewhere && !(await mayClose(uri))) return false;
    change((before) => closeTab(before, group, uri));
    return true;
  }

  async function mayClose(uri: string): Promise<boolean> {
    const path = documentOf(uri);
    const shared = openUris(grid()).some((other) => other !== uri && documentOf(other) === path);
    return path === null || shared || mayDrop(path);
  }

  return {
    reveals,
    focusAsked,
    places,
    tellPlace: (uri, path) => places.getState()[uri] === path || places.setState({ [uri]: path }),
    change,
    kindOf,
    documentOf,
    open,
    closeIn,
    openFile(path, options) {
      const scheme = kindOfFile(path);
      open(`${scheme}:${path}`, options);
      if (scheme === 'scenario' && !options?.side && settings().openBillBeside)
        open(`bill:${path}`, { side: true, pinned: options?.pinned });
    },
    async close(uri) {
      if (!(await mayClose(uri))) return false;
      change((before) => closeUri(before, uri));
      return true;
    },
    split: (orientation) => change((before) => splitWithFront(before, orientation)),
    active: () => activeUri(grid()),
    all: () => openUris(grid()),
    replace: (uri, by) => change((before) => replaceUri(before, uri, by)),
  };
}

function openHere(grid: Grid, uri: string, { pinned = true }: OpenOptions): Grid {
  const inFront = groupsOf(grid.root).find((group) => group.front === uri);
  const group = activeGroup(grid).tabs.some((tab) => tab.uri === uri)
    ? activeGroup(grid)
    : (inFront ?? activeGroup(grid));
  return { ...openTab(grid, uri, { group: group.id, pinned }), active: group.id };
}

function openBeside(grid: Grid, uri: string, { pinned = true, focus = false }: OpenOptions): Grid {
  const holder = groupsOf(grid.root).find((group) => group.tabs.some((tab) => tab.uri === uri));
  const target = holder ?? nextGroup(grid) ?? null;
  const ready = target ? grid : splitGroup(grid, grid.active, 'horizontal', freshId(grid));
  const group = target?.id ?? ready.active;
  const opened = openTab(ready, uri, { group, pinned });
  return { ...opened, active: focus ? group : grid.active };
}

function splitWithFront(grid: Grid, orientation: 'horizontal' | 'vertical'): Grid {
  const { id, front } = activeGroup(grid);
  if (front === null) return grid;
  const group = freshId(grid);
  return openTab(splitGroup(grid, id, orientation, group), front, { group, pinned: true });
}

function freshId(grid: Grid): string {
  const numbers = groupsOf(grid.root).map((group) => Number(/\d+$/.exec(group.id)?.[0] ?? 0));
  return `group-${Math.max(0, ...numbers) + 1}`;
}
