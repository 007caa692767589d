import * as nodePath from 'node:path';
import type { z } from 'zod';
import type { Ports } from '../platform/ports.ts';
import { openOrBeginJson, type Decode, type JsonPlace } from './jsonFile.ts';
import { refuse } from './attempt.ts';
import { lstatOrNull, makeFolder } from './locate.ts';
import { takeLock, type Lock } from './lock.ts';
import { createQueue, type Queue } from './queue.ts';
import { StoreFailure } from './storeError.ts';

/** A JSON file in the app's own folder, and what it holds before it is first written. */
export interface AppJson<T> {
  readonly name: string;
  readonly schema: z.ZodType<T>;
  readonly first: T;
}

/** What a file of the app holds; where it is damaged, the first value for now, and what is wrong. */
export interface AppValue<T> {
  readonly value: T;
  readonly damage: string | null;
}

const queues = new Map<string, Queue>();
const maximumTries = 5;
const maximumTurns = 300;
const turnMs = 10;
const longestFault = 300;

/** Reads a file of the app. A damaged one is told, not replaced. */
export async function readAppJson<T>(ports: Ports, file: AppJson<T>): Promise<AppValue<T>> {
  try {
    const json = await openOrBeginJson(ports, placeOf(ports, file), file.first);
    return { value: json.data, damage: null };
  } catch (error) {
    if (!isDamaged(error)) throw error;
    return { value: file.first, damage: error.error.cause };
  }
}

/** Changes a file of the app on its newest version; another process's change in between is taken up, not lost. */
export function changeAppJson<T>(ports: Ports, file: AppJson<T>, change: (value: T) => T): Promise<T> {
  const { absolute } = placeOf(ports, file);
  return inTurn(ports, absolute, () => changeNow(ports, file, change, maximumTries));
}

/** Does a piece of work on one file while nobody else of this process or another does. */
export function inTurn<T>(ports: Ports, absolute: string, work: () => Promise<T>): Promise<T> {
  const inOrder = queues.get(absolute) ?? createQueue();
  queues.set(absolute, inOrder);
  return inOrder(() => whileLocked(ports, absolute, work));
}

/** Two processes that change one file take turns: comparing before a rename is not enough, for both may compare first. */
async function whileLocked<T>(ports: Ports, absolute: string, work: () => Promise<T>): Promise<T> {
  await makeFolder(ports.fs, nodePath.dirname(absolute));
  for (let turn = 1; ; turn++) {
    const lock = await tryLock(ports, `${absolute}.lock`);
    if (lock) return work().finally(() => lock.release());
    if (turn === maximumTurns) refuse('busy', absolute, 'another process is changing it');
    await ports.wait(turnMs);
  }
}

async function tryLock(ports: Ports, file: string): Promise<Lock | null> {
  try {
    const outcome = await takeLock(ports, file, false);
    return 'lock' in outcome ? outcome.lock : null;
  } catch (error) {
    if (error instanceof StoreFailure && error.error.code === 'busy') return null;
    throw error;
  }
}

async function changeNow<T>(ports: Ports, file: AppJson<T>, change: (value: T) => T, tries: number): Promise<T> {
  try {
    const json = await openOrBeginJson(ports, placeOf(ports, file), file.first);
    json.data = change(json.data);
    await json.write();
    return json.data;
  } catch (error) {
    if (tries > 1 && isDamaged(error)) await keepAside(ports, placeOf(ports, file).absolute);
    else if (tries <= 1 || !isConflict(error)) throw error;
    return changeNow(ports, file, change, tries - 1);
  }
}

/** The user changes a file that cannot be read: it is kept under another name, and a new one begun. */
async function keepAside(ports: Ports, absolute: string): Promise<void> {
  if (!(await lstatOrNull(ports.fs, absolute))) return;
  const stamp = new Date(ports.clock.now()).toISOString().replaceAll(':', '-');
  const aside = absolute.replace(/\.json$/, `.damaged-${stamp}-${ports.randomId().slice(0, 4)}.json`);
  await ports.fs.rename(absolute, aside);
  ports.log.note('damaged-kept', { path: aside });
}

function placeOf<T>(ports: Ports, { name, schema }: AppJson<T>): JsonPlace<T> {
  const absolute = nodePath.join(ports.appFolder, ...name.split('/'));
  return { absolute, shown: absolute, decode: decodeWith(schema) };
}

/** A decoder from a schema; the fault names the first wrong place. */
export function decodeWith<T>(schema: z.ZodType<T>): Decode<T> {
  return (value) => {
    const parsed = schema.safeParse(value);
    if (parsed.success) return { value: parsed.data };
    const issue = parsed.error.issues[0];
    return { fault: shortened(`${issue?.path.join('.') || 'the file'}: ${issue?.message ?? 'not as expected'}`) };
  };
}

/** It names what it does not know, which may be long. */
function shortened(fault: string): string {
  return fault.length > longestFault ? `${fault.slice(0, longestFault)} …` : fault;
}

function isDamaged(error: unknown): error is StoreFailure {
  return error instanceof StoreFailure && (error.error.code === 'damaged' || error.error.code === 'encoding');
}

function isConflict(error: unknown): boolean {
  return error instanceof StoreFailure && (error.error.code === 'changed-on-disk' || error.error.code === 'exists');
}
