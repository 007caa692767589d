import type { RpcCall } from '../../../shared/rpc/table.ts';
import type { UndoStep, UnsavedWork } from '../../../shared/rpc/unsavedMethods.ts';
import type { OpenDocument } from '../../platform/documents.ts';

/** Most of a document's undo that is kept, in characters: the newest steps. */
const undoChars = 1_000_000;

/** What the host is to keep of a document: nothing where it is as on disk and nothing can be undone. */
export function workOf({ path, text, dirty, sha256, undo, redo }: OpenDocument): UnsavedWork | null {
  if (!dirty && undo.length === 0 && redo.length === 0) return null;
  return { path, text: dirty ? text : null, sha256, undo: newest(undo), redo: newest(redo) };
}

function newest(steps: readonly UndoStep[]): readonly UndoStep[] {
  let room = undoChars;
  const first = steps.findLastIndex(({ removed, inserted }) => (room -= removed.length + inserted.length) < 0);
  return steps.slice(first + 1);
}

type ByPath = Readonly<Record<string, OpenDocument>>;

/** Whether something changed that is kept: a document that was merely read has nothing to keep. */
export function workChanged(before: ByPath, now: ByPath): boolean {
  const left = Object.keys(before).some((path) => now[path] !== before[path]);
  return left || Object.values(now).some((document) => !(document.path in before) && workOf(document) !== null);
}

/** What differs between two states of a document as far as it is kept. */
function isKept(before: OpenDocument | undefined, now: OpenDocument): boolean {
  if (!before) return false;
  const { text, sha256, dirty, undo, redo } = now;
  return (
    before.text === text &&
    before.sha256 === sha256 &&
    before.dirty === dirty &&
    before.undo === undo &&
    before.redo === redo
  );
}

/** Keeps the unsaved work of documents with the host, each when it changed. */
export interface UnsavedKeeper {
  /** Brings what is kept up to date; every document is tried, and the first failure thrown. */
  keep(documents: readonly OpenDocument[]): Promise<void>;
  /** Begins anew, in another workspace. */
  reset(): void;
  /** The host keeps something of this document, which is open now. */
  adopt(path: string): void;
}

export function createUnsavedKeeper(rpc: RpcCall): UnsavedKeeper {
  const kept = new Map<string, OpenDocument | undefined>();

  async function keepOne(document: OpenDocument): Promise<void> {
    const { path } = document;
    if (kept.has(path) && isKept(kept.get(path), document)) return;
    const work = workOf(document);
    if (work) await rpc('unsaved.keep', work);
    else if (kept.has(path)) await rpc('unsaved.drop', { path });
    if (work) kept.set(path, document);
    else kept.delete(path);
  }

  async function dropClosed(open: ReadonlySet<string>): Promise<void> {
    for (const path of kept.keys()) {
      if (open.has(path)) continue;
      await rpc('unsaved.drop', { path });
      kept.delete(path);
    }
  }

  return {
    async keep(documents) {
      const failures: unknown[] = [];
      const noted = (work: Promise<void>) => work.catch((error: unknown) => void failures.push(error));
      for (const document of documents) await noted(keepOne(document));
      await noted(dropClosed(new Set(documents.map(({ path }) => path))));
      if (failures.length > 0) throw failures[0];
    },
    reset: () => kept.clear(),
    adopt: (path) => void kept.set(path, undefined),
  };
}
