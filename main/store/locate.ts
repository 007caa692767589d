import * as nodePath from 'node:path';
import type { FileStat, Fs } from '../platform/fs.ts';
import { refuse, systemCode } from './attempt.ts';
import { checkNewName, pathParts } from './fileNames.ts';

/** Where a path of the workspace really is. */
export interface Located {
  /** As the user knows it, relative to the workspace. */
  readonly shown: string;
  /** The real file, links resolved, inside the workspace. */
  readonly absolute: string;
  /** Null where nothing is there yet. */
  readonly stat: FileStat | null;
}

/** The part of a workspace that paths need. */
export interface Root {
  readonly folder: string;
  readonly ports: { readonly fs: Fs };
}

/** Resolves a path for reading: it must be there, inside the workspace, links included. */
export async function locate(root: Root, path: string): Promise<Located & { stat: FileStat }> {
  const wanted = nodePath.join(root.folder, ...pathParts(path));
  const absolute = await root.ports.fs.realpath(wanted);
  checkInside(root.folder, absolute, path);
  return { shown: path, absolute, stat: await root.ports.fs.lstat(absolute) };
}

/** Resolves a path for writing; folders on the way are made. A link keeps being one: its target is what gets written. */
export async function locateForWriting(root: Root, path: string): Promise<Located> {
  const { fs } = root.ports;
  const parts = pathParts(path);
  if (parts.some((part) => part.startsWith('.'))) refuse('bad-name', path, 'names that begin with a dot are hidden');
  const name = parts.pop() ?? '';
  const folder = await makeFolders(root, parts, path);
  const wanted = nodePath.join(folder, name);
  const found = await lstatOrNull(fs, wanted);
  if (!found) checkNewName(name, path);
  if (!found?.isSymbolicLink()) return { shown: path, absolute: wanted, stat: found };
  const absolute = await fs.realpath(wanted);
  checkInside(root.folder, absolute, path);
  return { shown: path, absolute, stat: await fs.lstat(absolute) };
}

/** Makes the folders of a path one by one, never through a link that leads out. */
async function makeFolders(root: Root, parts: readonly string[], shown: string): Promise<string> {
  const { fs } = root.ports;
  if (!(await lstatOrNull(fs, root.folder))) refuse('missing', root.folder, 'the folder is gone');
  let folder = root.folder;
  for (const part of parts) {
    const next = nodePath.join(folder, part);
    const found = await lstatOrNull(fs, next);
    if (!found) {
      checkNewName(part, shown);
      await makeFolder(fs, next);
    }
    folder = found?.isSymbolicLink() ? await fs.realpath(next) : next;
    checkInside(root.folder, folder, shown);
    if (!(await fs.lstat(folder)).isDirectory()) refuse('not-a-folder', shown, 'a file is in the way');
  }
  return folder;
}

/** Makes a folder, private to the user, with those that it is in where they are missing; each name is synced. */
export async function makeFolder(fs: Fs, folder: string): Promise<void> {
  const parent = nodePath.dirname(folder);
  if (parent !== folder && !(await lstatOrNull(fs, parent))) await makeFolder(fs, parent);
  await fs.mkdir(folder, 0o700);
  await syncFolder(fs, parent);
}

/** Syncs a folder, so that names in it survive a power cut; false where that failed. Windows has no such call: NTFS keeps a journal. */
export async function syncFolder(fs: Fs, folder: string): Promise<boolean> {
  if (process.platform === 'win32') return true;
  try {
    const open = await fs.open(folder, 'r');
    try {
      await open.sync();
    } finally {
      await open.close();
    }
    return true;
  } catch (error) {
    if (systemCode(error) === null) throw error;
    return false;
  }
}

/** What is at a path, links not followed, or null where nothing is. */
export async function lstatOrNull(fs: Fs, absolute: string): Promise<FileStat | null> {
  try {
    return await fs.lstat(absolute);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null;
    throw error;
  }
}

/** Refuses a real path that is not inside the folder. */
export function checkInside(folder: string, absolute: string, shown: string): void {
  const relative = nodePath.relative(folder, absolute);
  if (relative === '..' || relative.startsWith(`..${nodePath.sep}`) || nodePath.isAbsolute(relative)) {
    refuse('outside', shown, 'a link leads out of the workspace');
  }
}
