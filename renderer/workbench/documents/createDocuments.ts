import type { UnsavedWork } from '../../../shared/rpc/unsavedMethods.ts';
import type { Documents, OpenDocument } from '../../platform/documents.ts';
import { createDocumentShelf } from './documentShelf.ts';
import { edited, redone, undone } from './history.ts';
import { created, opened, reloaded, restored } from './newDocument.ts';
import { saveDocument } from './saveDocument.ts';
import type { SaveNeeds } from './saveDocument.ts';

interface Needs extends SaveNeeds {
  nowMs(): number;
  /** Why nothing can be saved in this workspace, or null. */
  workspaceReadOnly(): string | null;
}

/** The documents with what only the workbench does to them. */
export interface DocumentsStore extends Documents {
  /** Brings back what was kept of a document: its text where that was not saved, and its undo. */
  restore(work: UnsavedWork): Promise<void>;
  /** Reads unchanged documents again after their files changed on disk. */
  refresh(paths: readonly string[]): Promise<void>;
}

export function createDocuments(needs: Needs): DocumentsStore {
  const shelf = createDocumentShelf();
  const { store, get, put, change } = shelf;
  const reading = new Map<string, Promise<OpenDocument>>();

  async function read(path: string): Promise<OpenDocument> {
    try {
      const view = await needs.rpc('document.read', { path });
      shelf.succeed(path);
      return get(path) ?? put(opened(view, needs.workspaceReadOnly()));
    } catch (error) {
      shelf.fail(path, error);
      throw error;
    } finally {
      reading.delete(path);
    }
  }

  function open(path: string): Promise<OpenDocument> {
    const document = get(path);
    if (document) return Promise.resolve(document);
    const begun = reading.get(path) ?? read(path);
    reading.set(path, begun);
    return begun;
  }

  /** Reads a document again; what is done to it meanwhile stays, and a save then tells the conflict. */
  async function reloadClean(path: string): Promise<void> {
    const before = get(path);
    if (!before || before.dirty || before.saving) return;
    const view = await needs.rpc('document.read', { path });
    if (get(path) === before && view.sha256 !== before.sha256) put(reloaded(before, view, needs.nowMs()));
  }

  async function reload(path: string): Promise<void> {
    const view = await needs.rpc('document.read', { path });
    const document = get(path);
    if (document) put(reloaded(document, view, needs.nowMs()));
  }

  return {
    store,
    get,
    open,
    create: (path, text) => void put(created(path, text)),
    edit(path, text, label, merge) {
      if (get(path)?.text === text) return;
      change(path, (document) => edited(document, text, { label, merge: merge ?? null, timeMs: needs.nowMs() }));
    },
    undo: (path) => change(path, undone),
    redo: (path) => change(path, redone),
    save: (path, over = get(path) ?? { sha256: null }) => saveDocument(shelf, needs, { path, expected: over.sha256 }),
    revert: reload,
    async restore(work) {
      const onDisk = await open(work.path).catch(() => null);
      shelf.succeed(work.path);
      const document = restored(onDisk, work);
      if (document) put(document);
    },
    async refresh(paths) {
      await Promise.all(paths.map((path) => reloadClean(path).catch(() => undefined)));
    },
    close: shelf.remove,
  };
}
