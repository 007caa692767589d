import * as nodePath from 'node:path';
import type { Result } from '../../shared/base/result.ts';
import type { Ports } from '../platform/ports.ts';
import { sha256Bytes, sha256Text } from '../platform/sha256.ts';
import { attempt, systemCode } from './attempt.ts';
import { decodeText } from './decodeText.ts';
import { backupsFolder } from './keptOutside.ts';
import { documentLimit } from './limits.ts';
import { lstatOrNull, makeFolder, syncFolder } from './locate.ts';
import { readBytes } from './readBytes.ts';
import { StoreFailure, type StoreError } from './storeError.ts';
import { removeQuietly, writeTemp } from './tempFile.ts';
import type { Workspace } from './workspaceTypes.ts';

/** One kept version of a document, newest with the greatest `number`. */
export interface Backup {
  readonly number: number;
  /** Instant in UTC. */
  readonly at: string;
  readonly sha256: string;
  readonly absolute: string;
}

/** The rings of one document: in the workspace, and outside it for when the folder is lost. */
export function backupFolders(ports: Ports, folder: string, path: string): readonly [string, string] {
  const ring = `${nodePath.posix.basename(path).slice(0, 80)}-${sha256Text(path).slice(0, 12)}`;
  return [nodePath.join(folder, '.drawdown', 'backups', ring), nodePath.join(backupsFolder(ports, folder), ring)];
}

/** Keeps a version in both rings. One of them is enough; where neither can be written, the save stops. */
export async function keepBackup(ports: Ports, folder: string, path: string, bytes: Uint8Array): Promise<void> {
  const failures: unknown[] = [];
  const rings = backupFolders(ports, folder, path);
  for (const ring of rings) {
    try {
      await keepIn(ports, ring, bytes);
    } catch (error) {
      if (systemCode(error) === null && !(error instanceof StoreFailure)) throw error;
      ports.log.note('backup-failed', { path: ring });
      failures.push(error);
    }
  }
  if (failures.length === rings.length) throw failures[0];
}

async function keepIn(ports: Ports, ring: string, bytes: Uint8Array): Promise<void> {
  if (!(await lstatOrNull(ports.fs, ring))) await makeFolder(ports.fs, ring);
  const kept = await backupsIn(ports, ring);
  const sha256 = sha256Bytes(bytes);
  if (kept[0]?.sha256 !== sha256) {
    const target = nodePath.join(ring, backupName((kept[0]?.number ?? 0) + 1, ports.clock.now(), sha256));
    const temp = await writeTemp(ports, { target, shown: target, mode: 0o600 }, [bytes]);
    await ports.fs.rename(temp.absolute, target);
    if (!(await syncFolder(ports.fs, ring))) ports.log.note('folder-not-synced', { path: ring });
  }
  await prune(ports, ring);
}

function backupName(number: number, at: number, sha256: string): string {
  const stamp = new Date(at).toISOString().replaceAll(':', '-');
  return `${String(number).padStart(6, '0')}_${stamp}_${sha256}.bak`;
}

const backupNames = /^(\d{6,})_(\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}\.\d{3}Z)_([0-9a-f]{64})\.bak$/;

/** Kept versions in a ring, newest first: by number, since clocks jump. */
export async function backupsIn(ports: Ports, ring: string): Promise<Backup[]> {
  if (!(await lstatOrNull(ports.fs, ring))) return [];
  const backups: Backup[] = [];
  for (const { name } of await ports.fs.readFolder(ring)) {
    const [, number, stamp = '', sha256 = ''] = backupNames.exec(name) ?? [];
    if (number === undefined) continue;
    const at = stamp.replace(/T(\d\d)-(\d\d)-/, 'T$1:$2:');
    backups.push({ number: Number(number), at, sha256, absolute: nodePath.join(ring, name) });
  }
  return backups.sort((left, right) => right.number - left.number);
}

const newestKept = 3;
const mostKept = 10;

/** Which of these, newest first, the ring keeps: the three newest, and the newest of each day, ten at most. */
export function backupsToKeep(newestFirst: readonly Backup[]): Backup[] {
  const days = new Set<string>();
  return newestFirst
    .filter((backup, index) => {
      const day = backup.at.slice(0, 10);
      const firstOfDay = !days.has(day);
      days.add(day);
      return index < newestKept || firstOfDay;
    })
    .slice(0, mostKept);
}

async function prune(ports: Ports, ring: string): Promise<void> {
  const backups = await backupsIn(ports, ring);
  const keep = new Set(backupsToKeep(backups));
  if (keep.size === backups.length) return;
  const valid = await newestValid(ports, backups);
  if (valid) keep.add(valid);
  for (const backup of backups) if (!keep.has(backup)) await removeQuietly(ports.fs, backup.absolute);
}

/** The newest backup whose content still is what its name says: never pruned. */
async function newestValid(ports: Ports, newestFirst: readonly Backup[]): Promise<Backup | null> {
  for (const backup of newestFirst) {
    const file = { absolute: backup.absolute, shown: backup.absolute };
    if (sha256Bytes(await readBytes(ports.fs, file, documentLimit)) === backup.sha256) return backup;
  }
  return null;
}

/** Kept versions of a document, newest first, from the workspace or else from the app's own folder. */
export function listBackups(workspace: Workspace, path: string): Promise<Result<Backup[], StoreError>> {
  return attempt(path, async () => {
    const [inside, outside] = backupFolders(workspace.ports, workspace.folder, path);
    const near = await backupsIn(workspace.ports, inside);
    return near.length > 0 ? near : backupsIn(workspace.ports, outside);
  });
}

/** The text of a kept version; one that is not what its name says is refused. */
export function readBackup(workspace: Workspace, backup: Backup): Promise<Result<string, StoreError>> {
  const shown = nodePath.basename(backup.absolute);
  return attempt(shown, async () => decodeText(await backupBytes(workspace, backup), shown));
}

/** The bytes of a kept version. Throws a refusal where they are not what its name says. */
export async function backupBytes({ ports }: Workspace, { absolute, sha256 }: Backup): Promise<Uint8Array> {
  const shown = nodePath.basename(absolute);
  const bytes = await readBytes(ports.fs, { absolute, shown }, documentLimit);
  if (sha256Bytes(bytes) === sha256) return bytes;
  throw new StoreFailure({ code: 'damaged', path: shown, cause: 'its content is not what its name says' });
}
