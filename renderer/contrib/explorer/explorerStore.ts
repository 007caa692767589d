import { createStore } from 'zustand/vanilla';
import type { FileNode, WorkspaceView } from '../../../shared/rpc/views.ts';
import { chooseAmong, chooseOne, nothingChosen } from '../../base/treeChoice.ts';
import type { TreeChoice } from '../../base/treeChoice.ts';
import type { FileStep } from './fileStep.ts';
import { parentOf } from './paths.ts';

/** Something that was done to files, and what undoes it. */
export interface DoneStep {
  readonly label: string;
  readonly back: FileStep;
}

/** Files that are being copied in. */
export interface CopyingIn {
  readonly name: string;
  readonly at: number;
  readonly of: number;
  cancel(): void;
}

export interface ExplorerState {
  readonly open: ReadonlySet<string>;
  readonly choice: TreeChoice;
  /** What Paste puts down, and whether it is taken away from where it was. */
  readonly clip: { readonly paths: readonly string[]; readonly cut: boolean } | null;
  readonly undo: readonly DoneStep[];
  readonly redo: readonly DoneStep[];
  readonly copying: CopyingIn | null;
}

const first: ExplorerState = {
  open: new Set(),
  choice: nothingChosen,
  clip: null,
  undo: [],
  redo: [],
  copying: null,
};

export const explorerStore = createStore<ExplorerState>(() => first);

/** Another folder: its first level is open, and nothing is chosen. */
export function beginExplorer(view: WorkspaceView | null): void {
  explorerStore.setState({ ...first, open: new Set((view?.files ?? []).map((file) => file.path)) });
}

export function toggleFolder(path: string): void {
  explorerStore.setState(({ open }) => {
    const next = new Set(open);
    if (!next.delete(path)) next.add(path);
    return { open: next };
  });
}

/** Chooses a file and opens the folders around it. */
export function showFile(path: string): void {
  explorerStore.setState(({ open }) => {
    const next = new Set(open);
    for (let folder = parentOf(path); folder !== ''; folder = parentOf(folder)) next.add(folder);
    return { open: next, choice: chooseOne(path) };
  });
}

/** Forgets what is no longer there. */
export function followFiles(files: readonly FileNode[]): void {
  const there = new Set(allPaths(files));
  explorerStore.setState(({ choice }) => ({ choice: chooseAmong(choice, (path) => there.has(path)) }));
}

function allPaths(files: readonly FileNode[]): readonly string[] {
  return files.flatMap((file) => [file.path, ...allPaths(file.children ?? [])]);
}
