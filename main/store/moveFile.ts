import * as nodePath from 'node:path';
import type { Result } from '../../shared/base/result.ts';
import type { FileStat } from '../platform/fs.ts';
import { attempt, refuse } from './attempt.ts';
import { pathParts } from './fileNames.ts';
import { locate, locateForWriting, lstatOrNull, makeFolder, syncFolder } from './locate.ts';
import { renameWithRetry } from './rename.ts';
import type { StoreError } from './storeError.ts';
import type { Workspace } from './workspaceTypes.ts';

/** A file or folder itself, a link not followed. */
export interface Found {
  readonly absolute: string;
  readonly stat: FileStat;
}

/** Gives a file or folder another path of the workspace, never one that is taken. */
export function moveFile(
  workspace: Workspace,
  { path, to }: { readonly path: string; readonly to: string },
): Promise<Result<{ readonly path: string }, StoreError>> {
  return inTurn(workspace, path, async () => {
    const found = await findSelf(workspace, path);
    if (to === path || to.startsWith(`${path}/`)) refuse('bad-name', to, 'it is the same, or inside itself');
    const target = await locateForWriting(workspace, to);
    if (target.stat) refuse('exists', to, 'something of that name is there');
    await move(workspace, found, target.absolute, to);
    return { path: to };
  });
}

/** Makes an empty folder, where nothing of that name is. */
export function newFolder(workspace: Workspace, path: string): Promise<Result<{ readonly path: string }, StoreError>> {
  return inTurn(workspace, path, async () => {
    const { absolute, stat } = await locateForWriting(workspace, path);
    if (stat) refuse('exists', path, 'something of that name is there');
    await makeFolder(workspace.ports.fs, absolute);
    return { path };
  });
}

/** Does one piece of work on the files after those before it, where this process may write. */
export function inTurn<T>(workspace: Workspace, path: string, work: () => Promise<T>): Promise<Result<T, StoreError>> {
  return attempt(path, () =>
    workspace.inOrder(async () => {
      await workspace.checkWritable();
      return work();
    }),
  );
}

/** Finds a file or folder that is not hidden. */
export async function findSelf(workspace: Workspace, path: string): Promise<Found> {
  const parts = pathParts(path);
  if (parts.some((part) => part.startsWith('.'))) refuse('bad-name', path, 'names that begin with a dot are hidden');
  const name = parts.pop() ?? '';
  const parent = parts.length === 0 ? workspace.folder : (await locate(workspace, parts.join('/'))).absolute;
  const absolute = nodePath.join(parent, name);
  const stat = await lstatOrNull(workspace.ports.fs, absolute);
  if (!stat) refuse('missing', path, 'it is gone');
  return { absolute, stat };
}

/** A file gets its new name by a link, which never replaces another one; folders and links by a rename. */
export async function move({ ports }: Workspace, { absolute, stat }: Found, to: string, shown: string): Promise<void> {
  const linked =
    stat.isFile() &&
    (await ports.fs.link(absolute, to).then(
      () => true,
      () => false,
    ));
  if (linked) await ports.fs.unlink(absolute);
  else if (await lstatOrNull(ports.fs, to)) refuse('exists', shown, 'something of that name is there');
  else await renameWithRetry(ports, absolute, to, shown);
  await syncFolder(ports.fs, nodePath.dirname(to));
  await syncFolder(ports.fs, nodePath.dirname(absolute));
}
