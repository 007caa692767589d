import type { FileNode } from '../../../../shared/rpc/views.ts';
import { findFile } from '../../../platform/fileTree.ts';

/** The largest file that the text editor opens. */
export const mostBytes = 5_000_000;

/** The size of a file of the workspace, or null where it is not listed. */
export function bytesOf(files: readonly FileNode[], path: string): number | null {
  return findFile(files, path)?.bytes ?? null;
}
