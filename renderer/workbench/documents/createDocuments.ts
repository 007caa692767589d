import { createStore } from 'zustand/vanilla';
import { assert } from '../../../shared/base/assert.ts';
import type { RpcCall } from '../../../shared/rpc/table.ts';
import type { DocumentView } from '../../../shared/rpc/views.ts';
import type { Documents, DocumentsState, OpenDocument } from '../../platform/documents.ts';
import { edited, redone, synced, undone } from './history.ts';

/** What to do when the file on disk is no longer the one that was read. */
export type ConflictChoice = 'overwrite' | 'reload' | null;

interface Needs {
  readonly rpc: RpcCall;
  nowMs(): number;
  /** Why nothing can be saved in this workspace, or null. */
  workspaceReadOnly(): string | null;
  askConflict(path: string, onDisk: DocumentView | null): Promise<ConflictChoice>;
  /** The file is in place, but a crash of the machine could still lose it. */
  warnNotDurable(path: string): void;
}

/** The documents with what only the workbench does to them. */
export interface DocumentsStore extends Documents {
  /** Brings unsaved work back; `sha256` is the version on disk that it came from, so that a save tells a conflict. */
  restore(path: string, text: string, sha256: string | null): Promise<void>;
  /** Reads unchanged documents again after their files changed on disk. */
  refresh(paths: readonly string[]): Promise<void>;
}

export function createDocuments(needs: Needs): DocumentsStore {
  const store = createStore<DocumentsState>(() => ({ byPath: {}, failures: {} }));
  const reading = new Map<string, Promise<OpenDocument>>();
  const get = (path: string): OpenDocument | null => store.getState().byPath[path] ?? null;

  function put(document: OpenDocument): OpenDocument {
    store.setState(({ byPath }) => ({ byPath: { ...byPath, [document.path]: document } }));
    return document;
  }

  function change(path: string, how: (document: OpenDocument) => OpenDocument): void {
    const document = get(path);
    if (document && document.readOnly === null) put(how(document));
  }

  function fail(path: string, error: unknown): never {
    const text = error instanceof Error ? error.message : String(error);
    store.setState(({ failures }) => ({ failures: { ...failures, [path]: text } }));
    throw error;
  }

  async function read(path: string): Promise<OpenDocument> {
    try {
      const view = await needs.rpc('document.read', { path });
      store.setState(({ failures: { [path]: _gone, ...failures } }) => ({ failures }));
      return get(path) ?? put(opened(view, needs.workspaceReadOnly()));
    } catch (error) {
      return fail(path, error);
    } finally {
      reading.delete(path);
    }
  }

  function open(path: string): Promise<OpenDocument> {
    const document = get(path);
    if (document) return Promise.resolve(document);
    const begun = reading.get(path) ?? read(path);
    if (!reading.has(path) && !get(path)) reading.set(path, begun);
    return begun;
  }

  async function reload(path: string): Promise<void> {
    const view = await needs.rpc('document.read', { path });
    const document = get(path);
    assert(document !== null, 'only an open document is read again');
    put(reloaded(document, view, needs.nowMs()));
  }

  async function save(path: string, expected?: string | null): Promise<boolean> {
    const document = get(path);
    if (!document || document.saving) return false;
    const { text } = document;
    put({ ...document, saving: true });
    try {
      const from = expected === undefined ? document.sha256 : expected;
      const outcome = await needs.rpc('document.save', { path, text, expected: from });
      const now = put({ ...(get(path) ?? document), saving: false });
      if (outcome.saved) {
        put(synced(now, text, outcome.sha256));
        if (!outcome.durable) needs.warnNotDurable(path);
        return true;
      }
      return await settle(path, outcome.conflict);
    } finally {
      const now = get(path);
      if (now?.saving) put({ ...now, saving: false });
    }
  }

  async function settle(path: string, conflict: DocumentView | null): Promise<boolean> {
    const choice = await needs.askConflict(path, conflict);
    if (choice === 'overwrite') return save(path, conflict?.sha256 ?? null);
    const document = get(path);
    if (choice === 'reload' && conflict && document) put(reloaded(document, conflict, needs.nowMs()));
    return false;
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
    save: (path) => save(path),
    revert: reload,
    async restore(path, text, sha256) {
      const document = await open(path).catch(() => null);
      const base = document ?? { ...created(path, text), sha256 };
      put({ ...edited(base, text, { label: 'Restore', merge: null, timeMs: needs.nowMs() }), sha256 });
    },
    async refresh(paths) {
      const clean = paths.filter((path) => get(path)?.dirty === false && !get(path)?.saving);
      await Promise.all(clean.map((path) => reload(path).catch(() => undefined)));
    },
    close(path) {
      store.setState(({ byPath: { [path]: _closed, ...byPath } }) => ({ byPath }));
    },
  };
}

const fresh = { undo: [], redo: [], saving: false, version: 1 } as const;

function opened({ path, text, sha256, readOnly }: DocumentView, workspaceReadOnly: string | null): OpenDocument {
  const reason = workspaceReadOnly ?? (readOnly ? 'The file is read-only.' : null);
  return { ...fresh, path, text, savedText: text, sha256, dirty: false, readOnly: reason };
}

function created(path: string, text: string): OpenDocument {
  return { ...fresh, path, text, savedText: null, sha256: null, dirty: true, readOnly: null };
}

/** Reading again is a step of undo too, so that it loses nothing. */
function reloaded(document: OpenDocument, { text, sha256 }: DocumentView, timeMs: number): OpenDocument {
  const next = text === document.text ? document : edited(document, text, { label: 'Reload', merge: null, timeMs });
  return synced(next, text, sha256);
}
