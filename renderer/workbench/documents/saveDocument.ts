import type { RpcCall } from '../../../shared/rpc/table.ts';
import type { DocumentView } from '../../../shared/rpc/views.ts';
import type { DocumentShelf } from './documentShelf.ts';
import { synced } from './history.ts';

/** What to do when the file on disk is no longer the one that was read. */
export type ConflictChoice = 'overwrite' | null;

export interface SaveNeeds {
  readonly rpc: RpcCall;
  askConflict(path: string, onDisk: DocumentView | null): Promise<ConflictChoice>;
  /** The file is in place, but a crash of the machine could still lose it. */
  warnNotDurable(path: string): void;
}

/** Saves over the version on disk that is `expected`; asks where another one is there. False: not saved. */
export async function saveDocument(
  shelf: DocumentShelf,
  needs: SaveNeeds,
  { path, expected }: { readonly path: string; readonly expected: string | null },
): Promise<boolean> {
  const document = shelf.get(path);
  if (!document || document.saving) return false;
  const { text } = document;
  shelf.put({ ...document, saving: true });
  try {
    const outcome = await needs.rpc('document.save', { path, text, expected });
    const now = shelf.put({ ...(shelf.get(path) ?? document), saving: false });
    if (!outcome.saved) return await settle(shelf, needs, { path, onDisk: outcome.conflict });
    shelf.put({ ...synced(now, text, outcome.sha256), durable: outcome.durable });
    if (!outcome.durable) needs.warnNotDurable(path);
    return true;
  } finally {
    const now = shelf.get(path);
    if (now?.saving) shelf.put({ ...now, saving: false });
  }
}

async function settle(
  shelf: DocumentShelf,
  needs: SaveNeeds,
  { path, onDisk }: { readonly path: string; readonly onDisk: DocumentView | null },
): Promise<boolean> {
  const choice = await needs.askConflict(path, onDisk);
  if (choice === 'overwrite') return saveDocument(shelf, needs, { path, expected: onDisk?.sha256 ?? null });
  return false;
}
