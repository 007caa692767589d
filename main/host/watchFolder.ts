import { readdirSync, watch, type FSWatcher } from 'node:fs';
import { join, posix } from 'node:path';

/** A running watch on a folder and the folders in it. */
export interface FolderWatch {
  close(): void;
}

const quietMs = 120;
const mostFolders = 256;
const mostPaths = 500;

/**
 * Tells of changed paths, relative with `/`, once it has been quiet for a moment. One plain watch a folder: Node's own
 * recursive watch throws out of nowhere on Linux when a folder vanishes while it looks. Names that begin with a dot are ours or
 * another tool's, and are passed over. Where watching fails nothing is told: a save compares anyway.
 */
export function watchFolder(root: string, tell: (paths: readonly string[]) => void): FolderWatch {
  const watchers = new Map<string, FSWatcher>();
  const changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  const flush = () => {
    const paths = [...changed];
    changed.clear();
    follow();
    tell(paths);
  };
  const note = (folder: string, name: string | null) => {
    if (name?.startsWith('.')) return;
    if (changed.size < mostPaths) changed.add(name === null ? folder : posix.join(folder, name));
    clearTimeout(timer);
    timer = setTimeout(flush, quietMs).unref();
  };
  const follow = () => {
    const folders = new Set(foldersOf(root));
    for (const [folder, watcher] of watchers) if (!folders.has(folder)) drop(folder, watcher);
    for (const folder of folders) if (!watchers.has(folder)) begin(folder);
  };
  const drop = (folder: string, watcher: FSWatcher) => {
    watcher.close();
    watchers.delete(folder);
  };
  const begin = (folder: string) => {
    try {
      const watcher = watch(join(root, folder), { persistent: false }, (_kind, name) => note(folder, name));
      watcher.on('error', () => drop(folder, watcher));
      watchers.set(folder, watcher);
    } catch {
      // Gone already, or the system's watches are used up.
    }
  };
  follow();
  return {
    close() {
      clearTimeout(timer);
      for (const [folder, watcher] of watchers) drop(folder, watcher);
    },
  };
}

/** The folder itself (empty path) and the folders in it, breadth first, links left out. */
function foldersOf(root: string): readonly string[] {
  const found = [''];
  for (let index = 0; index < found.length && found.length < mostFolders; index++) {
    for (const name of subfolders(join(root, found[index]!))) found.push(posix.join(found[index]!, name));
  }
  return found.slice(0, mostFolders);
}

function subfolders(folder: string): readonly string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules')
      .map((entry) => entry.name);
  } catch {
    return [];
  }
}
