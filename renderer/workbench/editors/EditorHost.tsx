import { lazy, Suspense } from 'react';
import type { ComponentType, LazyExoticComponent } from 'react';
import { useStore } from 'zustand';
import { EmptyState } from '../../base/EmptyState.tsx';
import { Spinner } from '../../base/Spinner.tsx';
import { parseAddress } from '../../platform/address.ts';
import type { EditorKind, EditorProps } from '../../platform/editor.ts';
import { useShell } from '../useShell.ts';

const components = new WeakMap<EditorKind, LazyExoticComponent<ComponentType<EditorProps>>>();

/** The component of a kind, loaded when first needed. */
function componentOf(kind: EditorKind) {
  const known = components.get(kind);
  if (known) return known;
  const component = lazy(async () => ({ default: await kind.load() }));
  components.set(kind, component);
  return component;
}

/** Draws the editor of an address. */
export function EditorHost({ uri, active }: { readonly uri: string; readonly active: boolean }) {
  const { editors } = useShell();
  const reveal = useStore(editors.reveals, (reveals) => reveals[uri] ?? null);
  const kind = editors.kindOf(uri);
  if (!kind) return <EmptyState icon="question" title="No editor opens this" text={uri} />;
  const Editor = componentOf(kind);
  return (
    <Suspense fallback={<Spinner label="Opening" />}>
      <Editor uri={uri} path={parseAddress(uri).path} active={active} reveal={reveal} />
    </Suspense>
  );
}
