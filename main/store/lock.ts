import { z } from 'zod';
import * as nodePath from 'node:path';
import type { Ports } from '../platform/ports.ts';
import type { ProcessMark } from '../platform/processes.ts';
import { refuse, systemCode } from './attempt.ts';
import { lstatOrNull } from './locate.ts';
import { readBytes } from './readBytes.ts';
import { StoreFailure, type LockHolder } from './storeError.ts';
import { removeQuietly, writeAll } from './tempFile.ts';

/** The right to write in a workspace. */
export interface Lock {
  /** Throws a refusal where another process has taken it. */
  check(): Promise<void>;
  release(): Promise<void>;
}

/** What came of asking for the lock. */
export type LockOutcome = { readonly lock: Lock } | { readonly holder: LockHolder };

const content = z.object({
  pid: z.int(),
  host: z.string(),
  machine: z.string(),
  space: z.string(),
  boot: z.string(),
  started: z.string(),
  lockedAt: z.number(),
  token: z.string(),
});
type Content = z.infer<typeof content>;

const heartbeatMs = 10_000;
const maximumTries = 3;
const lockLimit = 10_000;

/**
 * Takes the lock file of a folder. One that is there is only taken over where its process is provably gone (same machine, no
 * such process) or `takeOver` says that the user decided so; age alone proves nothing.
 */
export async function takeLock(ports: Ports, file: string, takeOver: boolean): Promise<LockOutcome> {
  for (let tries = 1; ; tries++) {
    const token = await create(ports, file);
    if (token !== null) return { lock: heldLock(ports, file, token) };
    const found = await readLock(ports, file);
    if (found && !takeOver && !isGone(ports, found.content)) return { holder: found.holder };
    if (tries === maximumTries) refuse('busy', file, 'the lock changes hands');
    if (found) await setAside(ports, file, found.content);
  }
}

async function create(ports: Ports, file: string): Promise<string | null> {
  const token = ports.randomId();
  const mine: Content = { ...ports.processes.self, lockedAt: ports.clock.now(), token };
  // Written beside and linked in: nobody ever reads half a lock.
  const whole = `${file}.${token}`;
  const open = await ports.fs.open(whole, 'wx', 0o600);
  try {
    await writeAll(open, new TextEncoder().encode(`${JSON.stringify(mine)}\n`), file);
    // Synced: a power cut that left an empty lock would leave a folder that nobody may write to.
    await open.sync();
  } finally {
    await open.close();
  }
  try {
    await ports.fs.link(whole, file);
    return token;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return null;
    if (await lstatOrNull(ports.fs, file)) return null;
    return await renameInto(ports, whole, file, token);
  } finally {
    await removeQuietly(ports.fs, whole);
  }
}

/** Longer than two processes need between their look at the place and their rename. */
const settleMs = 200;

/**
 * For disks without hard links: whole at once, though not exclusive. Of two that put theirs in place at the same time the last
 * one stays, which each sees when it looks again.
 */
async function renameInto(ports: Ports, whole: string, file: string, token: string): Promise<string | null> {
  await ports.fs.rename(whole, file);
  await ports.wait(settleMs);
  return (await readContent(ports, file))?.token === token ? token : null;
}

interface FoundLock {
  /** Null where the file is not a lock of ours. */
  readonly content: Content | null;
  readonly holder: LockHolder;
}

async function readLock(ports: Ports, file: string): Promise<FoundLock | null> {
  const stat = await lstatOrNull(ports.fs, file);
  if (!stat) return null;
  const found = await readContent(ports, file);
  const { pid = 0, host = 'unknown', lockedAt = stat.mtimeMs } = found ?? {};
  return { content: found, holder: { pid, host, lockedAt, seenAt: stat.mtimeMs } };
}

async function readContent(ports: Ports, file: string): Promise<Content | null> {
  try {
    const bytes = await readBytes(ports.fs, { absolute: file, shown: file }, lockLimit);
    const parsed = content.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
    return parsed.success ? parsed.data : null;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof StoreFailure || systemCode(error) === 'ENOENT') return null;
    throw error;
  }
}

function isGone(ports: Ports, found: Content | null): boolean {
  return found !== null && ports.processes.isGone(found satisfies ProcessMark);
}

/** Moves a dead lock away. If it proves to be another's fresh one, that one is put back. */
async function setAside(ports: Ports, file: string, expected: Content | null): Promise<void> {
  const aside = nodePath.join(nodePath.dirname(file), `lock.${ports.randomId()}.aside`);
  try {
    await ports.fs.rename(file, aside);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return;
    throw error;
  }
  const moved = await readContent(ports, aside);
  if (expected && moved && moved.token !== expected.token) await ports.fs.link(aside, file).catch(() => undefined);
  await removeQuietly(ports.fs, aside);
}

function heldLock(ports: Ports, file: string, token: string): Lock {
  const isMine = async () => (await readContent(ports, file))?.token === token;
  const heartbeat = setInterval(() => {
    isMine()
      .then((mine) => (mine ? ports.fs.touch(file, ports.clock.now()) : undefined))
      .catch(() => ports.log.note('lock-not-touched'));
  }, heartbeatMs);
  heartbeat.unref();
  return {
    async check() {
      if (await isMine()) return;
      const found = await readLock(ports, file);
      if (!found) refuse('read-only', file, 'the lock file is gone: open the folder again');
      throw new StoreFailure({ code: 'locked', path: file, cause: 'taken over', holder: found.holder });
    },
    async release() {
      clearInterval(heartbeat);
      if (await isMine()) await removeQuietly(ports.fs, file);
    },
  };
}
