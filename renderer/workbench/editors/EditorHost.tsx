import { useStore } from 'zustand';
import { EmptyState } from '../../base/EmptyState.tsx';
import { parseAddress } from '../../platform/address.ts';
import { useShell } from '../useShell.ts';

/** Draws the editor of an address. */
export function EditorHost({ uri, active }: { readonly uri: string; readonly active: boolean }) {
  const { editors, editorParts } = useShell();
  const reveal = useStore(editors.reveals, (reveals) => reveals[uri] ?? null);
  const { scheme, path } = parseAddress(uri);
  const Editor = editorParts[scheme]?.Part;
  if (!Editor) return <EmptyState icon="question" title="No editor opens this" text={uri} />;
  return <Editor uri={uri} path={path} active={active} reveal={reveal} />;
}
