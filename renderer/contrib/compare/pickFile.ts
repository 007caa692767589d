import type { FileNode } from '../../../shared/rpc/views.ts';
import { fileIcon } from '../../base/fileIcon.ts';
import type { Workbench } from '../../platform/workbench.ts';

interface FileQuestion {
  readonly title: string;
  readonly placeholder: string;
  /** The file to compare with: others of its sort come first. */
  readonly like?: string;
  fits(file: FileNode): boolean;
}

/** Asks for a file of the folder. */
export function pickFile({ dialogs, workspace }: Workbench, { title, placeholder, like = '', fits }: FileQuestion) {
  const far = ({ path }: FileNode): number => Number(sortOf(path) !== sortOf(like));
  const files = flat(workspace.store.getState()?.files ?? [])
    .filter(fits)
    .toSorted((a, b) => far(a) - far(b));
  const items = files.map(({ path, kind }) => ({ id: path, title: path, icon: fileIcon(kind), value: path }));
  return dialogs.pick({ title, placeholder, items });
}

function flat(files: readonly FileNode[]): readonly FileNode[] {
  return files.flatMap((file) => (file.kind === 'folder' ? flat(file.children ?? []) : [file]));
}

/** What follows the name: `.scenario.json`. */
function sortOf(path: string): string {
  return /[^/.]+(\.[^/]*)$/.exec(path)?.[1] ?? '';
}
