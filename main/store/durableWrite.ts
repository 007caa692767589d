import * as nodePath from 'node:path';
import type { Ports } from '../platform/ports.ts';
import { sha256Bytes } from '../platform/sha256.ts';
import { systemCode } from './attempt.ts';
import { lstatOrNull, syncFolder } from './locate.ts';
import { readBytes } from './readBytes.ts';
import { renameWithRetry } from './rename.ts';
import { StoreFailure } from './storeError.ts';
import { removeQuietly, writeTemp, type TempFile } from './tempFile.ts';

/** A file to replace as a whole. */
export interface DurableWrite {
  /** The real file, links resolved. */
  readonly absolute: string;
  readonly shown: string;
  readonly bytes: Uint8Array;
  /** SHA-256 of the version that this one follows; null where there must be none yet. */
  readonly expected: string | null;
  /** Largest file that is read to compare. */
  readonly limit: number;
  /** Keeps the old version, before it is replaced. */
  readonly keepOld?: () => Promise<void>;
  /** The last look before the file is replaced: throws where this process may no longer write. */
  readonly checkWritable?: () => Promise<void>;
}

/** What is on disk after a write. `durable` is false where the file is in place but its folder could not be synced. */
export interface Written {
  readonly sha256: string;
  readonly durable: boolean;
}

/** Replaces a file so that, whatever fails, either the old or the new version is there, whole. */
export async function durableWrite(ports: Ports, write: DurableWrite): Promise<Written> {
  const { absolute, shown } = write;
  await checkExpected(ports, write);
  const mode = ((await lstatOrNull(ports.fs, absolute))?.mode ?? 0o600) & 0o777;
  const temp = await writeTemp(ports, { target: absolute, shown, mode }, [write.bytes]);
  try {
    if (write.expected !== null) await write.keepOld?.();
    await write.checkWritable?.();
    await checkExpected(ports, write);
    if (write.expected === null) await publishNew(ports, temp, absolute, shown);
    else await renameWithRetry(ports, temp.absolute, absolute, shown);
  } catch (error) {
    await removeQuietly(ports.fs, temp.absolute);
    throw error;
  }
  return { sha256: temp.sha256, durable: await confirm(ports, absolute) };
}

/** Gives a finished file its name, and never another file's. */
export async function publishNew(ports: Ports, temp: TempFile, absolute: string, shown: string): Promise<void> {
  try {
    await ports.fs.link(temp.absolute, absolute);
  } catch (error) {
    if (!cannotLink.has(systemCode(error) ?? '')) throw error;
    if (await lstatOrNull(ports.fs, absolute)) throw new StoreFailure({ code: 'exists', path: shown, cause: 'EEXIST' });
    return renameWithRetry(ports, temp.absolute, absolute, shown);
  }
  await removeQuietly(ports.fs, temp.absolute);
}

/** What disks without hard links answer. */
const cannotLink: ReadonlySet<string> = new Set([
  'EPERM',
  'ENOTSUP',
  'EOPNOTSUPP',
  'ENOSYS',
  'EMLINK',
  'EXDEV',
  'EINVAL',
]);

/** Syncs the folder of a file that is in place, and says whether that is confirmed. */
export async function confirm(ports: Ports, absolute: string): Promise<boolean> {
  const durable = await syncFolder(ports.fs, nodePath.dirname(absolute));
  if (!durable) ports.log.note('folder-not-synced', { path: absolute });
  return durable;
}

async function checkExpected(ports: Ports, { absolute, shown, expected, limit }: DurableWrite): Promise<void> {
  const actual = await sha256Of(ports, absolute, shown, limit);
  if (actual === expected) return;
  throw new StoreFailure({ code: 'changed-on-disk', path: shown, cause: 'another version is on disk', sha256: actual });
}

async function sha256Of(ports: Ports, absolute: string, shown: string, limit: number): Promise<string | null> {
  if (!(await lstatOrNull(ports.fs, absolute))) return null;
  return sha256Bytes(await readBytes(ports.fs, { absolute, shown }, limit));
}
