import type { FileNode } from '../../../shared/rpc/views.ts';

/** The files of a workspace that can be compared: scenarios, ledgers, and rows as CSV or NDJSON. */
export function comparableFiles(files: readonly FileNode[]): readonly FileNode[] {
  return files.flatMap((file) => {
    if (file.kind === 'folder') return comparableFiles(file.children ?? []);
    return isComparable(file) ? [file] : [];
  });
}

function isComparable({ kind, path }: FileNode): boolean {
  return kind === 'scenario' || kind === 'ledger' || /\.(csv|ndjson|jsonl)$/i.test(path);
}
