import type { FileNode } from '../../../shared/rpc/views.ts';
import { filesBelow } from '../../platform/fileTree.ts';

/** The files of a workspace that can be compared by key: scenarios by their bills, ledgers, and rows as CSV or NDJSON. */
export function comparableFiles(files: readonly FileNode[]): readonly FileNode[] {
  return filesBelow(files).filter(({ path }) => isKeyed(path));
}

export function isKeyed(path: string): boolean {
  return path.endsWith('.scenario.json') || isRows(path);
}

/** A ledger or its rows in a file: their lines as text say little. Usage has no such rows. */
export function isRows(path: string): boolean {
  return path.endsWith('.ledger') || (/\.(csv|ndjson|jsonl)$/i.test(path) && !path.startsWith('usage/'));
}
