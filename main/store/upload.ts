import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import * as nodePath from 'node:path';
import type { Result } from '../../shared/base/result.ts';
import type { Ports } from '../platform/ports.ts';
import { attempt } from './attempt.ts';
import { lstatOrNull, makeFolder } from './locate.ts';
import { createQueue } from './queue.ts';
import { readChunks } from './readBytes.ts';
import type { StoreError } from './storeError.ts';
import { removeQuietly, writeAll } from './tempFile.ts';

/**
 * A file that arrives in pieces, in the app's own folder, until it is imported. It may hold API keys, which must never lie
 * on disk: the bytes there are encrypted with a key that only this process has.
 */
export interface Upload {
  /** The name that the user knows it by; never a path. */
  readonly name: string;
  readonly absolute: string;
  /** Bytes taken so far. */
  bytes(): number;
  append(bytes: Uint8Array): Promise<Result<number, StoreError>>;
  /** The bytes as they came. Each piece is only valid until the next is asked for. */
  chunks(): AsyncIterable<Uint8Array>;
  /** Ends the taking; the file stays. */
  close(): Promise<void>;
  /** Removes it. */
  remove(): Promise<void>;
}

const keptMs = 24 * 3_600_000;

/** Begins an upload; those of a day ago that nobody finished are removed. */
export function createUpload(ports: Ports, name: string): Promise<Result<Upload, StoreError>> {
  return attempt(name, async () => {
    const folder = nodePath.join(ports.appFolder, 'uploads');
    if (!(await lstatOrNull(ports.fs, folder))) await makeFolder(ports.fs, folder);
    await removeOld(ports, folder);
    const absolute = nodePath.join(folder, ports.randomId());
    const file = await ports.fs.open(absolute, 'wx', 0o600);
    const inOrder = createQueue();
    const seal = makeSeal();
    let taken = 0;
    let open = true;
    const close = async () => {
      if (open) await file.close();
      open = false;
    };
    return {
      name,
      absolute,
      bytes: () => taken,
      append: (bytes) =>
        attempt(name, () =>
          inOrder(async () => {
            await writeAll(file, seal.close(bytes), name);
            taken += bytes.length;
            return taken;
          }),
        ),
      chunks: () => seal.open(readChunks(ports.fs, { absolute, shown: name })),
      close: () => inOrder(close),
      remove: () =>
        inOrder(async () => {
          await close();
          await removeQuietly(ports.fs, absolute);
        }),
    };
  });
}

async function removeOld({ fs, clock }: Ports, folder: string): Promise<void> {
  for (const { name } of await fs.readFolder(folder)) {
    const absolute = nodePath.join(folder, name);
    const stat = await lstatOrNull(fs, absolute);
    if (stat && clock.now() - stat.mtimeMs > keptMs) await removeQuietly(fs, absolute);
  }
}

interface Seal {
  close(bytes: Uint8Array): Uint8Array;
  open(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array>;
}

/** A stream cipher with a key of its own: what is appended closes in order, and opens from the start. */
function makeSeal(): Seal {
  const key = randomBytes(32);
  const counter = randomBytes(16);
  const cipher = createCipheriv('aes-256-ctr', key, counter);
  return {
    close: (bytes) => cipher.update(bytes),
    async *open(chunks) {
      const decipher = createDecipheriv('aes-256-ctr', key, counter);
      for await (const chunk of chunks) yield decipher.update(chunk);
    },
  };
}
