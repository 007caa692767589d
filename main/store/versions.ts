import type { Result } from '../../shared/base/result.ts';
import type { DamageView, SaveOutcome, VersionText, VersionView } from '../../shared/rpc/views.ts';
import { sha256Bytes } from '../platform/sha256.ts';
import { attempt, refuse } from './attempt.ts';
import { backupBytes, listBackups, type Backup } from './backups.ts';
import { saveBytes } from './document.ts';
import { documentLimit } from './limits.ts';
import { locate } from './locate.ts';
import { readBytes } from './readBytes.ts';
import { StoreFailure, type StoreError } from './storeError.ts';
import { textDamage } from './textDamage.ts';
import type { Workspace } from './workspaceTypes.ts';

/** A version of a document by its number in the ring of backups; null: the file as it is on disk. */
export interface VersionWanted {
  readonly path: string;
  readonly number: number | null;
}

/** The local history of a document: the versions that were kept before each save, newest first. */
export function listVersions(workspace: Workspace, path: string): Promise<Result<VersionView[], StoreError>> {
  return attempt(path, async () => {
    const views: VersionView[] = [];
    for (const backup of await backupsOf(workspace, path)) views.push(await viewOf(workspace, backup));
    return views;
  });
}

/** A version for people to look at: what is no text is shown all the same, with what is wrong with it. */
export function readVersion(workspace: Workspace, wanted: VersionWanted): Promise<Result<VersionText, StoreError>> {
  const { path, number } = wanted;
  return attempt(path, async () => {
    const bytes =
      number === null
        ? await bytesOnDisk(workspace, path)
        : await backupBytes(workspace, await find(workspace, path, number));
    // Not the reader of documents, which refuses bytes that are no text: this text is never saved.
    return { text: new TextDecoder().decode(bytes), sha256: sha256Bytes(bytes), damage: textDamage(path, bytes) };
  });
}

/** Puts a version in place of the one on disk that `expected` names, byte for byte; that one is kept as a version of its own. */
export function restoreVersion(
  workspace: Workspace,
  { path, number, expected }: { readonly path: string; readonly number: number; readonly expected: string | null },
): Promise<Result<SaveOutcome, StoreError>> {
  const bytes = async () => backupBytes(workspace, await find(workspace, path, number));
  return saveBytes(workspace, { path, expected, bytes });
}

/** What is wrong with the file of a document, and the newest version with which nothing is; null where it is well. Changes nothing. */
export function findDamage(workspace: Workspace, path: string): Promise<Result<DamageView | null, StoreError>> {
  return attempt(path, async () => {
    const damage = textDamage(path, await bytesOnDisk(workspace, path));
    return damage === null ? null : { damage, newest: await newestWell(workspace, path) };
  });
}

async function newestWell(workspace: Workspace, path: string): Promise<VersionView | null> {
  for (const backup of await backupsOf(workspace, path)) {
    if (await isWell(workspace, path, backup)) return viewOf(workspace, backup);
  }
  return null;
}

async function isWell(workspace: Workspace, path: string, backup: Backup): Promise<boolean> {
  try {
    return textDamage(path, await backupBytes(workspace, backup)) === null;
  } catch (error) {
    if (error instanceof StoreFailure) return false;
    throw error;
  }
}

async function bytesOnDisk(workspace: Workspace, path: string): Promise<Uint8Array> {
  const { absolute } = await locate(workspace, path);
  return readBytes(workspace.ports.fs, { absolute, shown: path }, documentLimit);
}

async function backupsOf(workspace: Workspace, path: string): Promise<readonly Backup[]> {
  const found = await listBackups(workspace, path);
  if (!found.ok) throw new StoreFailure(found.error);
  return found.value;
}

async function find(workspace: Workspace, path: string, number: number): Promise<Backup> {
  const found = (await backupsOf(workspace, path)).find((backup) => backup.number === number);
  return found ?? refuse('missing', `version ${number} of ${path}`, 'it is kept no longer');
}

async function viewOf({ ports }: Workspace, { number, at, sha256, absolute }: Backup): Promise<VersionView> {
  return { number, at, sha256, bytes: (await ports.fs.lstat(absolute)).size };
}
