import type { FileNode } from '../../shared/rpc/views.ts';

const icons: Readonly<Record<FileNode['kind'], string>> = {
  folder: 'folder',
  scenario: 'graph-line',
  ledger: 'book',
  usage: 'pulse',
  file: 'file',
};

/** The codicon of a file by its kind. */
export function fileIcon(kind: FileNode['kind']): string {
  return icons[kind];
}
