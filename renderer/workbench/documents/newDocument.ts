import type { DocumentView } from '../../../shared/rpc/views.ts';
import type { UnsavedWork } from '../../../shared/rpc/unsavedMethods.ts';
import type { OpenDocument } from '../../platform/documents.ts';
import { edited, synced } from './history.ts';

const fresh = { undo: [], redo: [], saving: false, durable: true, version: 1 } as const;

/** A document as read from disk. */
export function opened({ path, text, sha256, readOnly }: DocumentView, workspaceReadOnly: string | null): OpenDocument {
  const reason = workspaceReadOnly ?? (readOnly ? 'The file is read-only.' : null);
  return { ...fresh, path, text, savedText: text, sha256, dirty: false, readOnly: reason };
}

/** A document that is not on disk. */
export function created(path: string, text: string): OpenDocument {
  return { ...fresh, path, text, savedText: null, sha256: null, dirty: true, readOnly: null };
}

/** A document read again. That is a step of undo too, so that it loses nothing. */
export function reloaded(document: OpenDocument, { text, sha256 }: DocumentView, timeMs: number): OpenDocument {
  const next = text === document.text ? document : edited(document, text, { label: 'Reload', merge: null, timeMs });
  return synced(next, text, sha256);
}

/**
 * The document with its unsaved text and its undo, over what is on disk now. It keeps naming the version that the text came
 * from, so that a save tells a conflict. Null: there is nothing to bring back, or what was undone is of another version.
 */
export function restored(
  onDisk: OpenDocument | null,
  { path, text, sha256, undo, redo }: UnsavedWork,
): OpenDocument | null {
  if (text === null) return onDisk?.sha256 === sha256 ? { ...onDisk, undo, redo } : null;
  const base = onDisk ?? created(path, text);
  const dirty = text !== base.savedText;
  return { ...base, text, undo, redo, dirty, sha256: dirty ? sha256 : base.sha256, version: base.version + 1 };
}
