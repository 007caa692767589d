import { createStore } from 'zustand/vanilla';
import type { DocumentsState, OpenDocument } from '../../platform/documents.ts';

/** The open documents by path, and how one is put in place of what it was. */
export type DocumentShelf = ReturnType<typeof createDocumentShelf>;

export function createDocumentShelf() {
  const store = createStore<DocumentsState>(() => ({ byPath: {}, failures: {} }));
  const get = (path: string): OpenDocument | null => store.getState().byPath[path] ?? null;

  function put(document: OpenDocument): OpenDocument {
    store.setState(({ byPath }) => ({ byPath: { ...byPath, [document.path]: document } }));
    return document;
  }

  return {
    store,
    get,
    put,
    /** Changes a document that is open and may be edited. */
    change(path: string, how: (document: OpenDocument) => OpenDocument): void {
      const document = get(path);
      if (document && document.readOnly === null) put(how(document));
    },
    remove(path: string): void {
      store.setState(({ byPath: { [path]: _removed, ...byPath } }) => ({ byPath }));
    },
    fail(path: string, error: unknown): void {
      const text = error instanceof Error ? error.message : String(error);
      store.setState(({ failures }) => ({ failures: { ...failures, [path]: text } }));
    },
    succeed(path: string): void {
      store.setState(({ failures: { [path]: _gone, ...failures } }) => ({ failures }));
    },
  };
}
