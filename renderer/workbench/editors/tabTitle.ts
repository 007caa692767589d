import { parseAddress } from '../../platform/address.ts';
import type { EditorKind } from '../../platform/editor.ts';

/** The words on a tab: its title, and what tells it from another tab of the same title in the workbench. */
export interface TabTitle {
  readonly title: string;
  readonly detail: string | null;
}

export function tabTitle(uri: string, kind: EditorKind | null, others: readonly string[]): TabTitle {
  const { path } = parseAddress(uri);
  const title = kind?.title?.(path) ?? fileName(path);
  const twin = others.some((other) => other !== uri && fileName(parseAddress(other).path) === fileName(path));
  const detail = kind?.label ?? (twin && path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : null);
  return { title, detail };
}

function fileName(path: string): string {
  return path.split(/[/:]/).at(-1) ?? path;
}
