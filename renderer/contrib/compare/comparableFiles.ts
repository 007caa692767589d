import type { FileNode } from '../../../shared/rpc/views.ts';

/** The files of a workspace that can be compared by key: scenarios by their bills, ledgers, and rows as CSV or NDJSON. */
export function comparableFiles(files: readonly FileNode[]): readonly FileNode[] {
  return files.flatMap((file) => {
    if (file.kind === 'folder') return comparableFiles(file.children ?? []);
    return isKeyed(file.path) ? [file] : [];
  });
}

export function isKeyed(path: string): boolean {
  return path.endsWith('.scenario.json') || isRows(path);
}

/** A ledger or a file of rows: their lines as text say little. */
export function isRows(path: string): boolean {
  return /\.(ledger|csv|ndjson|jsonl)$/i.test(path);
}
