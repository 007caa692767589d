import * as nodePath from 'node:path';
import type { Result } from '../../shared/base/result.ts';
import type { Ports } from '../platform/ports.ts';
import { attempt } from './attempt.ts';
import { lstatOrNull, makeFolder } from './locate.ts';
import { createQueue } from './queue.ts';
import type { StoreError } from './storeError.ts';
import { removeQuietly, writeAll } from './tempFile.ts';

/** A file that arrives in pieces, in the app's own folder, until it is imported. */
export interface Upload {
  /** The name that the user knows it by; never a path. */
  readonly name: string;
  readonly absolute: string;
  /** Bytes taken so far. */
  bytes(): number;
  append(bytes: Uint8Array): Promise<Result<number, StoreError>>;
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
            await writeAll(file, bytes, name);
            taken += bytes.length;
            return taken;
          }),
        ),
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
