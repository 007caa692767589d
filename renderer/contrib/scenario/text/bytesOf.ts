import type { FileNode } from '../../../../shared/rpc/views.ts';

/** The largest file that the text editor opens. */
export const mostBytes = 5_000_000;

/** The size of a file of the workspace, or null where it is not listed. */
export function bytesOf(files: readonly FileNode[], path: string): number | null {
  for (const file of files) {
    if (file.path === path) return file.bytes;
    const inside = file.children ? bytesOf(file.children, path) : null;
    if (inside !== null) return inside;
  }
  return null;
}
