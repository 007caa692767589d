import type { FileNode } from '../../shared/rpc/views.ts';

/** A file or folder of the workspace by its path, or null. */
export function findFile(files: readonly FileNode[], path: string): FileNode | null {
  for (const file of files) {
    if (file.path === path) return file;
    if (file.children && path.startsWith(`${file.path}/`)) return findFile(file.children, path);
  }
  return null;
}

/** What lies in a folder; all of the workspace's first level for the empty path. */
export function filesIn(files: readonly FileNode[], folder: string): readonly FileNode[] {
  return folder === '' ? files : (findFile(files, folder)?.children ?? []);
}

/** Every file, however deep, without the folders. */
export function filesBelow(files: readonly FileNode[]): readonly FileNode[] {
  return files.flatMap((file) => (file.kind === 'folder' ? filesBelow(file.children ?? []) : [file]));
}
