import type { FileNode } from '../../../shared/rpc/views.ts';
import { findFile } from '../../platform/fileTree.ts';

/** The folder that a file lies in; empty for the workspace itself. */
export function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** A name in a folder of the workspace, or in the workspace itself. */
export function inFolder(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

export function isUnder(path: string, parent: string): boolean {
  return path === parent || path.startsWith(`${parent}/`);
}

/** Without those that lie in another one of them. */
export function topmost(paths: readonly string[]): readonly string[] {
  return paths.filter((path) => !paths.some((other) => other !== path && isUnder(path, other)));
}

/** The folder that something put on a path goes into: itself, or the one around a file. */
export function folderAt(files: readonly FileNode[], path: string): string {
  return path === '' || findFile(files, path)?.kind === 'folder' ? path : parentOf(path);
}

/** `a.json`, or `3 files`. */
export function named(paths: readonly string[]): string {
  return paths.length === 1 ? paths[0]! : `${paths.length} files`;
}

/** Up to eight of a list in words, and how many more there are. */
export function listed(items: readonly string[], mark = '; '): string {
  const more = items.length - 8;
  return items.slice(0, 8).join(mark) + (more > 0 ? `${mark}and ${more} more` : '');
}
