import * as nodePath from 'node:path';
import type { Result } from '../../shared/base/result.ts';
import { attempt, refuse } from './attempt.ts';
import { namesToTry } from './fileNames.ts';
import { depthLimit, listLimit } from './limits.ts';
import { locate, locateForWriting, makeFolder, syncFolder } from './locate.ts';
import { move } from './moveFile.ts';
import { writeNew } from './newFile.ts';
import { readChunks } from './readBytes.ts';
import type { StoreError } from './storeError.ts';
import { removeFolderQuietly, tempPath, writeTemp } from './tempFile.ts';
import type { Workspace } from './workspaceTypes.ts';

interface Copy {
  readonly path: string;
  readonly to: string;
}

/** Copies a file, or a folder with what is in it, to a path or the next free `PATH-2`; whole or not at all. */
export function copyFile(workspace: Workspace, copy: Copy): Promise<Result<{ readonly path: string }, StoreError>> {
  return attempt(copy.path, async () => {
    const { absolute, stat } = await locate(workspace, copy.path);
    if (stat.isDirectory()) return copyFolder(workspace, copy, absolute);
    const chunks = readChunks(workspace.ports.fs, { absolute, shown: copy.path });
    return { path: (await writeNew(workspace, { path: copy.to, chunks })).path };
  });
}

async function copyFolder(workspace: Workspace, { path, to }: Copy, from: string) {
  if (to.startsWith(`${path}/`)) refuse('bad-name', to, 'it is inside the folder that is copied');
  const { ports } = workspace;
  await workspace.checkWritable();
  const temp = tempPath((await locateForWriting(workspace, to)).absolute, ports);
  await makeFolder(ports.fs, temp);
  try {
    const tally = { left: listLimit };
    await copyInto(workspace, { from, into: temp, shown: path, depth: 0 }, tally);
    return await publish(workspace, temp, to);
  } catch (error) {
    await removeFolderQuietly(ports.fs, temp);
    throw error;
  }
}

interface Level {
  readonly from: string;
  readonly into: string;
  readonly shown: string;
  readonly depth: number;
}

/** Hidden names and links are left out, as they are from the list of files. */
async function copyInto(workspace: Workspace, level: Level, tally: { left: number }): Promise<void> {
  const { ports } = workspace;
  const { fs } = ports;
  for (const entry of await fs.readFolder(level.from)) {
    if (entry.name.startsWith('.') || !(entry.isFile() || entry.isDirectory())) continue;
    if (--tally.left < 0 || level.depth >= depthLimit) refuse('io', level.shown, 'it holds too much to be copied');
    const shown = `${level.shown}/${entry.name}`;
    const [from, into] = [nodePath.join(level.from, entry.name), nodePath.join(level.into, entry.name)];
    if (entry.isDirectory()) {
      await makeFolder(fs, into);
      await copyInto(workspace, { from, into, shown, depth: level.depth + 1 }, tally);
    } else {
      const chunks = readChunks(fs, { absolute: from, shown });
      const temp = await writeTemp(ports, { target: into, shown, mode: 0o600 }, chunks);
      await fs.rename(temp.absolute, into);
    }
  }
  await syncFolder(fs, level.into);
}

async function publish(workspace: Workspace, temp: string, to: string): Promise<{ readonly path: string }> {
  const stat = await workspace.ports.fs.lstat(temp);
  return workspace.inOrder(async () => {
    for (const path of namesToTry(to)) {
      const target = await locateForWriting(workspace, path);
      if (target.stat) continue;
      await move(workspace, { absolute: temp, stat }, target.absolute, path);
      return { path };
    }
    return refuse('exists', to, 'every numbered name is taken');
  });
}
