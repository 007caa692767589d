import type { FileNode } from '../../../shared/rpc/views.ts';
import { findFile } from '../../platform/fileTree.ts';
import type { Workbench } from '../../platform/workbench.ts';
import { explorerStore } from './explorerStore.ts';
import { folderAt, topmost } from './paths.ts';

/** Where the explorer's keys hold. */
export const inTree = 'focusView == explorer && !inputFocus && !modal';

/** The files that a command is about: all that are chosen, or the one that its menu was opened on. */
export function targets(workbench: Workbench, args: unknown): readonly string[] {
  const { choice } = explorerStore.getState();
  const named = target(workbench, args);
  if (named === null || named === '') return [];
  return choice.chosen.has(named) ? topmost([...choice.chosen]) : [named];
}

/** The one file that a command is about; empty for the workspace itself. */
export function target({ context }: Workbench, args: unknown): string | null {
  if (typeof args === 'object' && args !== null && 'path' in args) return String(args.path);
  const path = context.get('explorerPath');
  return typeof path === 'string' && path !== '' ? path : null;
}

/** The folder that new files of a command go into. */
export function targetFolder(workbench: Workbench, args: unknown): string {
  return folderAt(filesOf(workbench), target(workbench, args) ?? '');
}

export function filesOf({ workspace }: Workbench): readonly FileNode[] {
  return workspace.store.getState()?.files ?? [];
}

/** What conditions of the explorer's menu and keys may ask about a file and what is chosen with it. */
export function factsAbout(files: readonly FileNode[], path: string, chosen: ReadonlySet<string>) {
  const count = path === '' ? 0 : chosen.has(path) ? chosen.size : 1;
  const fileKind = path === '' ? 'folder' : (findFile(files, path)?.kind ?? 'file');
  const two = count === 2 && canCompare(files, chosen);
  return { fileKind, explorerPath: path, explorerCount: String(count), explorerTwo: two };
}

/** Whether exactly two files, no folders, are chosen. */
export function canCompare(files: readonly FileNode[], chosen: ReadonlySet<string>): boolean {
  return chosen.size === 2 && [...chosen].every((path) => findFile(files, path)?.kind !== 'folder');
}
