import * as nodePath from 'node:path';
import type { Result } from '../../shared/base/result.ts';
import type { HistoryRoom } from '../../shared/rpc/views.ts';
import type { Ports } from '../platform/ports.ts';
import { attempt, refuse, storeErrorOf, systemCode } from './attempt.ts';
import { openHistory, type HistoryPlace } from './history.ts';
import { lstatOrNull, makeFolder } from './locate.ts';
import { takeLock, type Lock } from './lock.ts';
import { createQueue } from './queue.ts';
import { describeHolder, describeStoreError, type LockHolder, type StoreError } from './storeError.ts';
import { sweepLeftovers } from './sweep.ts';
import { removeQuietly, writeAll } from './tempFile.ts';
import { newerUnsaved } from './unsavedWork.ts';
import type { Workspace } from './workspaceTypes.ts';

/** How to open a workspace. */
export interface OpenWorkspaceOptions {
  /** `read` takes no lock and writes nothing. */
  readonly access?: 'write' | 'read';
  /** The user decided to take the lock from a process that may still run. */
  readonly takeOver?: boolean;
  /** Told of each entry of the history for which little room is left. */
  readonly onHistoryNearFull?: (room: HistoryRoom) => void;
}

/** Opens a folder. Where it cannot be written to, or another process holds it, it is opened read-only with the reason. */
export function openWorkspace(
  folder: string,
  ports: Ports,
  options: OpenWorkspaceOptions = {},
): Promise<Result<Workspace, StoreError>> {
  return attempt(folder, async () => {
    const real = await ports.fs.realpath(nodePath.resolve(folder));
    if (!(await ports.fs.stat(real)).isDirectory()) refuse('not-a-folder', folder, 'a file');
    const access =
      options.access === 'read' ? readOnly('it was opened for reading only') : await ask(ports, real, options);
    const leftovers = access.lock ? await sweepLeftovers(ports, real) : [];
    const file = nodePath.join(real, '.drawdown', 'history.ndjson');
    const onNearFull = options.onHistoryNearFull ?? (() => undefined);
    return workspaceOf(ports, real, { ...access, leftovers }, { file, onNearFull });
  });
}

interface Access {
  readonly lock: Lock | null;
  readonly readOnly: string | null;
  readonly lockedBy: LockHolder | null;
}

function readOnly(reason: string, lockedBy: LockHolder | null = null): Access {
  return { lock: null, readOnly: reason, lockedBy };
}

/** Takes the lock where the folder allows it. Whatever stands against it becomes the reason to open read-only. */
async function ask(ports: Ports, folder: string, { takeOver = false }: OpenWorkspaceOptions): Promise<Access> {
  try {
    const newer = await newerUnsaved({ ports, folder });
    if (newer !== null) return readOnly(newer);
    const own = await ownFolder(ports, folder);
    const outcome = await takeLock(ports, nodePath.join(own, 'lock'), takeOver);
    if ('lock' in outcome) return { lock: outcome.lock, readOnly: null, lockedBy: null };
    return readOnly(`it is open in another Drawdown (${describeHolder(outcome.holder)})`, outcome.holder);
  } catch (error) {
    return readOnly(reasonOf(storeErrorOf(error, folder)));
  }
}

function reasonOf(error: StoreError): string {
  if (error.code === 'read-only') return `the disk is read-only (${error.cause})`;
  if (error.code === 'denied') return `the system does not allow writing there (${error.cause})`;
  return describeStoreError(error);
}

/** `.drawdown`, a real folder of the workspace: never one that a link puts elsewhere. */
async function ownFolder(ports: Ports, folder: string): Promise<string> {
  const own = nodePath.join(folder, '.drawdown');
  const found = await lstatOrNull(ports.fs, own);
  if (found && !found.isDirectory()) refuse('not-a-folder', own, 'a link or file is in its place');
  if (!found) {
    await makeFolder(ports.fs, own);
    await writeIgnoreList(ports, own);
  }
  return own;
}

/** People keep workspaces in git; locks and backups do not belong there, the history does. */
async function writeIgnoreList(ports: Ports, own: string): Promise<void> {
  const file = nodePath.join(own, '.gitignore');
  const open = await ports.fs.open(file, 'wx', 0o600).catch((error: unknown) => {
    // Another process began the folder at the same time.
    if (systemCode(error) === 'EEXIST') return null;
    throw error;
  });
  if (!open) return;
  try {
    await writeAll(open, new TextEncoder().encode('lock*\nbackups/\n*.tmp\n'), file);
  } catch (error) {
    await removeQuietly(ports.fs, file);
    throw error;
  } finally {
    await open.close();
  }
}

function workspaceOf(
  ports: Ports,
  folder: string,
  { lock, readOnly: reason, lockedBy, leftovers }: Access & Pick<Workspace, 'leftovers'>,
  history: Pick<HistoryPlace, 'file' | 'onNearFull'>,
): Workspace {
  let open = true;
  const inOrder = createQueue();
  const checkWritable = async () => {
    if (!open) refuse('read-only', folder, 'the workspace is closed');
    if (!lock) refuse('read-only', folder, reason ?? 'it was opened for reading only');
    if (!(await lstatOrNull(ports.fs, folder))) refuse('missing', folder, 'the folder is gone');
    await lock.check();
  };
  return {
    folder,
    name: nodePath.basename(folder),
    readOnly: reason,
    lockedBy,
    leftovers,
    ports,
    history: openHistory(ports, { ...history, checkWritable, inOrder }),
    inOrder,
    checkWritable,
    close: async () => {
      // Saves that were asked for before are finished first.
      await inOrder(async () => {
        open = false;
      });
      await lock?.release();
    },
  };
}
