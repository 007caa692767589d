import type { FileNode } from '../../../shared/rpc/views.ts';
import { fileIcon } from '../../base/fileIcon.ts';
import { filesBelow } from '../../platform/fileTree.ts';
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
  const files = filesBelow(workspace.store.getState()?.files ?? [])
    .filter(fits)
    .toSorted((a, b) => far(a) - far(b));
  const items = files.map(({ path, kind }) => ({ id: path, title: path, icon: fileIcon(kind), value: path }));
  return dialogs.pick({ title, placeholder, items });
}

/** What follows the name: `.scenario.json`. */
function sortOf(path: string): string {
  return /[^/.]+(\.[^/]*)$/.exec(path)?.[1] ?? '';
}
