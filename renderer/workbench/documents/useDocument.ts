import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { OpenDocument } from '../../platform/documents.ts';
import { useWorkbench } from '../../platform/useWorkbench.ts';

/** The document, opened where it is not; null while it is read, a text where it cannot be. */
export function useDocument(path: string): OpenDocument | null | { readonly failure: string } {
  const { documents } = useWorkbench();
  const document = useStore(documents.store, (state) => state.byPath[path] ?? null);
  const failure = useStore(documents.store, (state) => state.failures[path] ?? null);
  useEffect(() => {
    documents.open(path).catch(() => undefined);
  }, [documents, path]);
  if (document) return document;
  return failure === null ? null : { failure };
}
