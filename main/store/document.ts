import type { Result } from '../../shared/base/result.ts';
import type { DocumentView, SaveOutcome } from '../../shared/rpc/views.ts';
import { sha256Bytes } from '../platform/sha256.ts';
import { attempt } from './attempt.ts';
import { keepBackup } from './backups.ts';
import { decodeText } from './decodeText.ts';
import { durableWrite } from './durableWrite.ts';
import { documentLimit } from './limits.ts';
import { locate, locateForWriting, type Located } from './locate.ts';
import { readBytes } from './readBytes.ts';
import { StoreFailure, type StoreError } from './storeError.ts';
import type { Workspace } from './workspaceTypes.ts';

/** A text to save over the version that `expected` names; null: there must be none yet. */
export interface DocumentToSave {
  readonly path: string;
  readonly text: string;
  readonly expected: string | null;
}

/** Reads a document: UTF-8, of bounded size, an ordinary file inside the workspace. */
export function readDocument(workspace: Workspace, path: string): Promise<Result<DocumentView, StoreError>> {
  return attempt(path, () => readText(workspace, path));
}

async function readText(workspace: Workspace, path: string): Promise<DocumentView> {
  const { absolute } = await locate(workspace, path);
  const bytes = await readBytes(workspace.ports.fs, { absolute, shown: path }, documentLimit);
  const text = decodeText(bytes, path);
  return { path, text, sha256: sha256Bytes(bytes), readOnly: workspace.readOnly !== null };
}

/** Saves a document where the version on disk still is the expected one; else tells the version that is there. */
export function saveDocument(workspace: Workspace, save: DocumentToSave): Promise<Result<SaveOutcome, StoreError>> {
  const { path, expected } = save;
  return saveBytes(workspace, { path, expected, bytes: async () => bytesOf(save) });
}

/** The bytes of a document to save over the version that `expected` names; they are asked for when the save has its turn. */
export interface BytesToSave extends Pick<DocumentToSave, 'path' | 'expected'> {
  bytes(): Promise<Uint8Array>;
}

/** Saves the bytes of a document as `saveDocument` does its text. */
export function saveBytes(workspace: Workspace, save: BytesToSave): Promise<Result<SaveOutcome, StoreError>> {
  return attempt(save.path, () =>
    workspace.inOrder(async () => {
      await workspace.checkWritable();
      try {
        return await replace(workspace, save);
      } catch (error) {
        if (!isConflict(error)) throw error;
        return { saved: false, conflict: await versionOnDisk(workspace, save.path) };
      }
    }),
  );
}

/** The bytes of a text. Throws a refusal where no UTF-8 can hold it, or where it is too large for a document. */
export function bytesOf({ path, text }: Pick<DocumentToSave, 'path' | 'text'>): Uint8Array {
  const half = text.search(/\p{Surrogate}/u);
  if (half !== -1) {
    const cause = 'half a surrogate pair';
    throw new StoreFailure({ code: 'encoding', path, cause, encoding: 'not UTF-8', offset: half });
  }
  const bytes = new TextEncoder().encode(text);
  if (bytes.length > documentLimit) {
    throw new StoreFailure({ code: 'too-large', path, cause: 'size', bytes: bytes.length, limit: documentLimit });
  }
  return bytes;
}

async function replace(workspace: Workspace, { path, expected, ...save }: BytesToSave): Promise<SaveOutcome> {
  const bytes = await save.bytes();
  const { absolute } = await locateForWriting(workspace, path);
  const written = await durableWrite(workspace.ports, {
    absolute,
    shown: path,
    bytes,
    expected,
    limit: documentLimit,
    keepOld: () => keepOld(workspace, { shown: path, absolute, stat: null }),
    checkWritable: workspace.checkWritable,
  });
  return { saved: true, ...written };
}

async function keepOld({ ports, folder }: Workspace, { absolute, shown }: Located): Promise<void> {
  await keepBackup(ports, folder, shown, await readBytes(ports.fs, { absolute, shown }, documentLimit));
}

function isConflict(error: unknown): boolean {
  return error instanceof StoreFailure && (error.error.code === 'changed-on-disk' || error.error.code === 'exists');
}

/** Null where the file is gone: the user may save it anew. One that is no text any more is shown as far as it can be. */
async function versionOnDisk(workspace: Workspace, path: string): Promise<DocumentView | null> {
  const found = await attempt(path, async () => {
    const { absolute } = await locate(workspace, path);
    const bytes = await readBytes(workspace.ports.fs, { absolute, shown: path }, documentLimit);
    return {
      path,
      text: new TextDecoder().decode(bytes),
      sha256: sha256Bytes(bytes),
      readOnly: workspace.readOnly !== null,
    };
  });
  if (found.ok) return found.value;
  if (found.error.code === 'missing') return null;
  throw new StoreFailure(found.error);
}
