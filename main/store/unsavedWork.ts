import * as nodePath from 'node:path';
import type { Result } from '../../shared/base/result.ts';
import type { KeptWork, UnsavedWork } from '../../shared/rpc/unsavedMethods.ts';
import type { Ports } from '../platform/ports.ts';
import { sha256Text } from '../platform/sha256.ts';
import { attempt } from './attempt.ts';
import { unsavedFolder } from './keptOutside.ts';
import { jsonLimit } from './limits.ts';
import { lstatOrNull, makeFolder, syncFolder } from './locate.ts';
import { createQueue, type Queue } from './queue.ts';
import { readBytes } from './readBytes.ts';
import { renameWithRetry } from './rename.ts';
import { describeStoreError, StoreFailure, type StoreError } from './storeError.ts';
import { removeQuietly, writeTemp } from './tempFile.ts';
import { readUnsavedText, unsavedText } from './unsavedText.ts';

/** Unsaved work of one workspace lies in the app's own folder, a file a document: it is there where the workspace is lost. */
export interface UnsavedPlace {
  readonly ports: Ports;
  /** The real folder of the workspace; empty where none is open. */
  readonly folder: string;
}

const names = /^[0-9a-f]{16}\.json$/;
const queues = new Map<string, Queue>();

/** Keeps a document's unsaved work; synced when it returns, and whole or as it was before if it fails. */
export function keepUnsaved(place: UnsavedPlace, work: UnsavedWork): Promise<Result<null, StoreError>> {
  return inTurn(place, work.path, async (file) => {
    const { ports } = place;
    const folder = nodePath.dirname(file);
    if (!(await lstatOrNull(ports.fs, folder))) await makeFolder(ports.fs, folder);
    const bytes = new TextEncoder().encode(unsavedText(work, ports.sha256));
    const temp = await writeTemp(ports, { target: file, shown: work.path, mode: 0o600 }, [bytes]);
    await renameWithRetry(ports, temp.absolute, file, work.path);
    await syncFolder(ports.fs, folder);
    return null;
  });
}

/** Forgets a document's unsaved work: it is saved, or its user gave it up. */
export function dropUnsaved(place: UnsavedPlace, path: string): Promise<Result<null, StoreError>> {
  return inTurn(place, path, async (file) => {
    if (await lstatOrNull(place.ports.fs, file)) await removeQuietly(place.ports.fs, file);
    return null;
  });
}

/** All that was kept. What cannot be read is set aside and told; the file of the document itself is not touched. */
export function listUnsaved(place: UnsavedPlace): Promise<Result<KeptWork, StoreError>> {
  return attempt('unsaved work', async () => {
    const [works, faults]: [UnsavedWork[], string[]] = [[], []];
    for (const file of await filesOf(place)) {
      const read = await readUnsaved(place, file);
      if (read.ok) works.push(read.value);
      else faults.push(`${describeStoreError(read.error)} What was not saved then is not shown.`);
      if (!read.ok && read.error.code !== 'newer-format') await setAside(place.ports, file);
    }
    return { works: works.sort((left, right) => (left.path < right.path ? -1 : 1)), faults };
  });
}

/** Why the kept work of a folder must be left alone: a newer version of the app kept it. Null where that is not so. */
export async function newerUnsaved(place: UnsavedPlace): Promise<string | null> {
  for (const file of await filesOf(place)) {
    const read = await readUnsaved(place, file);
    if (!read.ok && read.error.code === 'newer-format')
      return 'work in it that is not saved was made by a newer version of Drawdown';
  }
  return null;
}

function readUnsaved({ ports }: UnsavedPlace, file: string): Promise<Result<UnsavedWork, StoreError>> {
  return attempt(file, async () => {
    const read = readUnsavedText(await readBytes(ports.fs, { absolute: file, shown: file }, jsonLimit), ports.sha256);
    if ('fault' in read) throw new StoreFailure({ code: read.code, path: file, cause: read.fault });
    return read.work;
  });
}

async function filesOf(place: UnsavedPlace): Promise<string[]> {
  const folder = folderOf(place);
  if (!(await lstatOrNull(place.ports.fs, folder))) return [];
  const entries = await place.ports.fs.readFolder(folder);
  return entries.filter(({ name }) => names.test(name)).map(({ name }) => nodePath.join(folder, name));
}

async function setAside(ports: Ports, file: string): Promise<void> {
  const stamp = new Date(ports.clock.now()).toISOString().replaceAll(':', '-');
  const aside = file.replace(/\.json$/, `.damaged-${stamp}-${ports.randomId().slice(0, 4)}.json`);
  await ports.fs.rename(file, aside);
  ports.log.note('damaged-kept', { path: aside });
}

function folderOf({ ports, folder }: UnsavedPlace): string {
  return unsavedFolder(ports, folder);
}

function inTurn<T>(place: UnsavedPlace, path: string, work: (file: string) => Promise<T>) {
  const file = nodePath.join(folderOf(place), `${sha256Text(path).slice(0, 16)}.json`);
  const inOrder = queues.get(file) ?? createQueue();
  queues.set(file, inOrder);
  return attempt(path, () => inOrder(() => work(file)));
}
