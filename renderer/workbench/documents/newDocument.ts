import type { DocumentView } from '../../../shared/rpc/views.ts';
import type { OpenDocument } from '../../platform/documents.ts';
import { edited, synced } from './history.ts';

const fresh = { undo: [], redo: [], saving: false, version: 1 } as const;

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
