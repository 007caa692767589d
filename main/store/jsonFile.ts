import { Low, type Adapter } from 'lowdb';
import * as nodePath from 'node:path';
import type { Ports } from '../platform/ports.ts';
import { sha256Bytes } from '../platform/sha256.ts';
import { refuse } from './attempt.ts';
import { boundedJson } from './boundedJson.ts';
import { decodeText } from './decodeText.ts';
import { durableWrite, type Written } from './durableWrite.ts';
import { jsonLimit } from './limits.ts';
import { lstatOrNull, makeFolder } from './locate.ts';
import { createQueue } from './queue.ts';
import { readBytes } from './readBytes.ts';

/** Turns what JSON holds into `T`, or says what is wrong with it. */
export type Decode<T> = (value: unknown) => { readonly value: T } | { readonly fault: string };

/** A JSON file of ours. */
export interface JsonPlace<T> {
  readonly absolute: string;
  readonly shown: string;
  readonly decode: Decode<T>;
}

/** The text of a JSON file of ours. */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/**
 * lowdb's adapter over the durable write. It never takes a missing, empty, `null` or damaged file for the defaults, never
 * replaces a version that it has not read, and matches each caller's promise with the version that holds its change.
 */
export class DurableJson<T> implements Adapter<T> {
  readonly #ports: Ports;
  readonly #place: JsonPlace<T>;
  readonly #inOrder = createQueue();
  #version: string | null = null;
  /** What the last write came to. */
  written: Written | null = null;

  constructor(ports: Ports, place: JsonPlace<T>) {
    this.#ports = ports;
    this.#place = place;
  }

  async read(): Promise<T> {
    const { absolute, shown, decode } = this.#place;
    const bytes = await readBytes(this.#ports.fs, { absolute, shown }, jsonLimit);
    const decoded = decode(parse(decodeText(bytes, shown), shown));
    if ('fault' in decoded) refuse('damaged', shown, decoded.fault);
    this.#version = sha256Bytes(bytes);
    return decoded.value;
  }

  write(data: T): Promise<void> {
    // Serialised now: the caller may change it while earlier writes run.
    const bytes = new TextEncoder().encode(jsonText(data));
    return this.#inOrder(async () => {
      const { absolute, shown } = this.#place;
      const write = { absolute, shown, bytes, expected: this.#version, limit: jsonLimit };
      this.written = await durableWrite(this.#ports, write);
      this.#version = this.written.sha256;
    });
  }
}

/** Opens a JSON file that is there. */
export async function openJson<T>(ports: Ports, place: JsonPlace<T>, placeholder: T): Promise<Low<T>> {
  const json = new Low<T>(new DurableJson(ports, place), placeholder);
  await json.read();
  return json;
}

/** Opens a JSON file, or begins one: only where nothing at all is there. The folder is made where needed. */
export async function openOrBeginJson<T>(ports: Ports, place: JsonPlace<T>, first: T): Promise<Low<T>> {
  if (await lstatOrNull(ports.fs, place.absolute)) return openJson(ports, place, first);
  const folder = nodePath.dirname(place.absolute);
  if (!(await lstatOrNull(ports.fs, folder))) await makeFolder(ports.fs, folder);
  return new Low<T>(new DurableJson(ports, place), first);
}

function parse(text: string, shown: string): unknown {
  if (text.trim() === '') refuse('damaged', shown, 'the file is empty');
  try {
    const value = boundedJson(text);
    if (typeof value !== 'object' || value === null) refuse('damaged', shown, 'it holds no object');
    return value;
  } catch (error) {
    if (error instanceof SyntaxError) refuse('damaged', shown, error.message);
    throw error;
  }
}
