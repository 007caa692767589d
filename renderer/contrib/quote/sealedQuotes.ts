import type { FileNode } from '../../../shared/rpc/views.ts';

/** Paths of the sealed quotes of a folder, the latest names first. */
export function sealedQuotes(files: readonly FileNode[]): readonly string[] {
  return pathsOf(files).sort((a, b) => (a < b ? 1 : -1));
}

function pathsOf(files: readonly FileNode[]): string[] {
  return files.flatMap(({ path, children }) => [
    ...(path.endsWith('.quote.json') ? [path] : []),
    ...pathsOf(children ?? []),
  ]);
}
