import type { LeftAside } from '../../../shared/rpc/searchViews.ts';
import type { FileNode } from '../../../shared/rpc/views.ts';
import { mostBytes, type SearchPart } from '../../workers/searchFile.ts';

const noText = /\.(db|sqlite|pdf|zip|gz|xlsx|png|jpe?g|gif|ico|woff2?)$/i;

/** The files of a workspace that are searched, in the order of their paths, and those that are not. */
export function searchableFiles(
  files: readonly FileNode[],
  unsaved: readonly { readonly path: string; readonly text: string }[],
): { readonly parts: readonly SearchPart[]; readonly leftAside: readonly LeftAside[] } {
  const texts = new Map(unsaved.map(({ path, text }) => [path, text]));
  const parts: SearchPart[] = [];
  const leftAside: LeftAside[] = [];
  for (const { path, kind, bytes } of flat(files)) {
    const text = texts.get(path) ?? null;
    if (kind === 'ledger') leftAside.push({ path, reason: 'a ledger: its rows are found in its own editor' });
    else if (noText.test(path)) leftAside.push({ path, reason: 'no text' });
    else if (bytes > mostBytes) leftAside.push({ path, reason: `larger than ${mostBytes / 1e6} MB` });
    else parts.push({ path, text });
  }
  return { parts, leftAside };
}

function flat(files: readonly FileNode[]): readonly FileNode[] {
  return files.flatMap((file) => (file.kind === 'folder' ? flat(file.children ?? []) : [file]));
}
