import * as nodePath from 'node:path';
import type { Ports } from '../platform/ports.ts';
import { lstatOrNull } from './locate.ts';
import { keptOutside } from './keptOutside.ts';
import { readTempName, removeFolderQuietly, removeQuietly } from './tempFile.ts';
import { walk } from './walk.ts';

/**
 * Removes what earlier runs left unfinished: only under a name of ours, of a process that is gone, where the file that it was
 * to replace is whole, or never was. Gives what it left alone, relative to the folder.
 */
export async function sweepLeftovers(ports: Ports, folder: string): Promise<string[]> {
  const own = nodePath.join(folder, '.drawdown');
  await sweepLocks(ports, own);
  const inOwn = await sweepUnder(ports, own);
  for (const kept of keptOutside(ports, folder)) if (await lstatOrNull(ports.fs, kept)) await sweepUnder(ports, kept);
  return [...(await sweepUnder(ports, folder)), ...inOwn.map((path) => `.drawdown/${path}`)];
}

async function sweepUnder(ports: Ports, folder: string): Promise<string[]> {
  const left: string[] = [];
  for (const entry of await walk(ports.fs, folder, { hidden: true })) {
    const temp = readTempName(entry.name);
    if (!temp) continue;
    const absolute = nodePath.join(folder, entry.path);
    if (isGone(ports, temp.pid) && (await targetIsWhole(ports, absolute, temp.target))) {
      await (entry.isFolder ? removeFolderQuietly(ports.fs, absolute) : removeQuietly(ports.fs, absolute));
      ports.log.note('leftover-removed', { path: absolute });
    } else {
      left.push(entry.path);
    }
  }
  return left;
}

const lockAttempt = /^lock\.[0-9a-f]{32}(\.aside)?$/;
const attemptMs = 60_000;

/** Locks that were never put in place; one younger than a minute may belong to a process that is starting. */
async function sweepLocks({ fs, clock }: Ports, own: string): Promise<void> {
  for (const { name } of await fs.readFolder(own)) {
    if (!lockAttempt.test(name)) continue;
    const absolute = nodePath.join(own, name);
    const stat = await lstatOrNull(fs, absolute);
    if (stat && clock.now() - stat.mtimeMs > attemptMs) await removeQuietly(fs, absolute);
  }
}

/** We hold the lock, so that a process of this machine that is gone, or is us, is not at work on it. */
function isGone(ports: Ports, pid: number): boolean {
  const { self } = ports.processes;
  return pid !== self.pid && ports.processes.isGone({ ...self, pid, started: '' });
}

async function targetIsWhole(ports: Ports, temp: string, target: string): Promise<boolean> {
  const found = await lstatOrNull(ports.fs, nodePath.join(nodePath.dirname(temp), target));
  return found === null || found.isDirectory() || found.size > 0;
}
