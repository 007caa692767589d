import * as nodePath from 'node:path';
import type { Result } from '../../shared/base/result.ts';
import type { TrashedItem } from '../../shared/rpc/views.ts';
import type { FolderEntry, Fs } from '../platform/fs.ts';
import { attempt, refuse, systemCode } from './attempt.ts';
import { pathParts } from './fileNames.ts';
import { locateForWriting, makeFolder } from './locate.ts';
import { findSelf, inTurn, move } from './moveFile.ts';
import type { StoreError } from './storeError.ts';
import type { Workspace } from './workspaceTypes.ts';

/** Moves a file or folder into the workspace's own trash, from which `restoreFile` brings it back. */
export function trashFile(
  workspace: Workspace,
  path: string,
): Promise<Result<{ readonly trashed: string }, StoreError>> {
  return inTurn(workspace, path, async () => {
    const found = await findSelf(workspace, path);
    const stamp = new Date(workspace.ports.clock.now()).toISOString().replaceAll(':', '-');
    const trashed = `${stamp}_${workspace.ports.randomId().slice(0, 8)}`;
    const folder = trashOf(workspace, trashed);
    await makeFolder(workspace.ports.fs, folder);
    await move(workspace, found, nodePath.join(folder, nodePath.basename(found.absolute)), path);
    return { trashed };
  });
}

/** Brings back what was trashed from this path, unless something else took its place. */
export function restoreFile(
  workspace: Workspace,
  { path, trashed }: { readonly path: string; readonly trashed: string },
): Promise<Result<{ readonly path: string }, StoreError>> {
  return inTurn(workspace, path, async () => {
    const name = pathParts(path).at(-1) ?? '';
    const absolute = nodePath.join(trashOf(workspace, trashed), name);
    const stat = await workspace.ports.fs.lstat(absolute);
    const target = await locateForWriting(workspace, path);
    if (target.stat) refuse('exists', path, 'something of that name is there');
    await move(workspace, { absolute, stat }, target.absolute, path);
    return { path };
  });
}

/** What lies in the trash, the newest first, with how much room it takes. */
export function listTrash(workspace: Workspace): Promise<Result<readonly TrashedItem[], StoreError>> {
  return attempt('the trash', async () => {
    const { fs } = workspace.ports;
    const items: TrashedItem[] = [];
    for (const folder of await entriesOf(fs, trashOf(workspace))) {
      if (!folder.isDirectory()) continue;
      const inside = trashOf(workspace, folder.name);
      const name = (await entriesOf(fs, inside))[0]?.name;
      if (name !== undefined) items.push({ trashed: folder.name, name, bytes: await bytesIn(fs, inside) });
    }
    return items.sort((a, b) => (a.trashed < b.trashed ? 1 : -1));
  });
}

/** Removes these for good; what was trashed since they were listed stays. Gives how many there were. */
export function emptyTrash(
  workspace: Workspace,
  trashed: readonly string[],
): Promise<Result<{ readonly removed: number }, StoreError>> {
  return inTurn(workspace, 'the trash', async () => {
    const { fs } = workspace.ports;
    const there = new Set((await entriesOf(fs, trashOf(workspace))).map(({ name }) => name));
    const gone = trashed.filter((each) => there.has(each));
    for (const each of gone) await fs.removeFolder(trashOf(workspace, each));
    return { removed: gone.length };
  });
}

function trashOf({ folder }: Workspace, ...trashed: readonly string[]): string {
  return nodePath.join(folder, '.drawdown', 'trash', ...trashed);
}

async function entriesOf(fs: Fs, folder: string): Promise<FolderEntry[]> {
  try {
    return await fs.readFolder(folder);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return [];
    throw error;
  }
}

/** Links count as nothing and are not followed. */
async function bytesIn(fs: Fs, folder: string): Promise<number> {
  let bytes = 0;
  for (const entry of await entriesOf(fs, folder)) {
    const absolute = nodePath.join(folder, entry.name);
    if (entry.isDirectory()) bytes += await bytesIn(fs, absolute);
    else if (entry.isFile()) bytes += (await fs.lstat(absolute)).size;
  }
  return bytes;
}
