import * as nodePath from 'node:path';
import type { Fs } from '../platform/fs.ts';
import { systemCode } from './attempt.ts';
import { depthLimit, listLimit } from './limits.ts';

/** One name found under a folder. `path` is relative to it, with `/`. */
export interface Walked {
  readonly path: string;
  readonly name: string;
  readonly isFolder: boolean;
  readonly isLink: boolean;
  /** How many folders lead to it. */
  readonly depth: number;
}

const skipped: ReadonlySet<string> = new Set(['node_modules', '.git', '.drawdown']);

/** Everything under a folder, breadth first, links not followed, bounded in count and depth. */
export async function walk(fs: Fs, folder: string, { hidden }: { hidden: boolean }): Promise<Walked[]> {
  const found: Walked[] = [];
  const waiting = [''];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    for (const entry of await readFolder(fs, nodePath.join(folder, path), path === '')) {
      if (skipped.has(entry.name) || (!hidden && entry.name.startsWith('.'))) continue;
      if (found.length >= listLimit) return found;
      const here = path === '' ? entry.name : `${path}/${entry.name}`;
      const depth = here.split('/').length - 1;
      const isFolder = entry.isDirectory();
      if (!isFolder && !entry.isFile() && !entry.isSymbolicLink()) continue;
      found.push({ path: here, name: entry.name, isFolder, isLink: entry.isSymbolicLink(), depth });
      if (isFolder && depth < depthLimit && !entry.name.endsWith('.ledger') && !entry.name.startsWith('.'))
        waiting.push(here);
    }
  }
  return found;
}

/** A folder that vanished or is closed to us has nothing to list, but the workspace itself must be there. */
async function readFolder(fs: Fs, absolute: string, isRoot: boolean) {
  try {
    return await fs.readFolder(absolute);
  } catch (error) {
    if (isRoot || systemCode(error) === null) throw error;
    return [];
  }
}
