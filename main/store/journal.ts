import * as nodePath from 'node:path';
import { setImmediate as letOthersRun } from 'node:timers/promises';
import { z } from 'zod';
import { canonicalFault } from '../../shared/base/canonicalFault.ts';
import { canonicalJson, type JsonValue } from '../../shared/base/canonicalJson.ts';
import type { Ports } from '../platform/ports.ts';
import { boundedJson } from './boundedJson.ts';
import { historyEntryLimit, historyLimit } from './limits.ts';
import { lstatOrNull } from './locate.ts';
import { readBytes } from './readBytes.ts';
import { StoreFailure } from './storeError.ts';
import { textStream } from './textStream.ts';
import type { HistoryEntry } from './workspaceTypes.ts';

/** A journal as read: its whole entries, how many bytes they take, and an unfinished end, if there is one. */
export interface ReadJournal {
  readonly entries: readonly HistoryEntry[];
  readonly goodBytes: number;
  readonly torn: Uint8Array | null;
}

/** About what is read without a turn for anything else. */
const turnBytes = 200_000;

const entrySchema = z.strictObject({
  seq: z.int().min(1),
  id: z.string(),
  at: z.string(),
  kind: z.enum(['import', 'run', 'export', 'note', 'sign-off']),
  note: z.custom<JsonValue>((value) => value !== undefined),
  hash: z.string(),
});

/** The hash that an entry must have after `previous`. */
export function entryHash(ports: Ports, previous: string, entry: Omit<HistoryEntry, 'hash'>): string {
  return ports.sha256(`${previous}\n${canonicalJson({ ...entry })}`);
}

/** What the first entry follows. */
export function journalStart(ports: Ports): string {
  return ports.sha256('drawdown.history/1');
}

/** An entry as a line, without its end. */
export function entryLine(entry: HistoryEntry): string {
  return canonicalJson({ ...entry });
}

/** Reads a journal. Only an unfinished last line is taken for a torn write; anything else that does not follow is damage. */
export async function readJournal(ports: Ports, file: string): Promise<ReadJournal> {
  if (!(await lstatOrNull(ports.fs, file))) return { entries: [], goodBytes: 0, torn: null };
  const shown = nodePath.basename(file);
  const bytes = await readBytes(ports.fs, { absolute: file, shown }, historyLimit);
  const end = bytes.lastIndexOf(0x0a) + 1;
  const entries: HistoryEntry[] = [];
  for await (const line of linesOf(bytes.subarray(0, end), shown)) {
    entries.push(follows(ports, entries.at(-1), line) ?? refuseRow(shown, entries.length + 1));
  }
  const torn = end < bytes.length ? bytes.slice(end) : null;
  // A whole entry with a wrong line end was acknowledged once: that is damage, not a torn write.
  const isEntry = (line: Uint8Array) => follows(ports, entries.at(-1), new TextDecoder().decode(line)) !== null;
  if (torn && torn.length <= historyEntryLimit && isEntry(torn.subarray(0, -1))) {
    refuseRow(shown, entries.length + 1);
  }
  return { entries, goodBytes: end, torn };
}

/** The entry on a line, where it follows the one before; else null. */
function follows(ports: Ports, last: HistoryEntry | undefined, line: string): HistoryEntry | null {
  const entry = parseEntry(line);
  if (!entry || entry.seq !== (last?.seq ?? 0) + 1 || entryLine(entry) !== line) return null;
  return entry.hash === entryHash(ports, last?.hash ?? journalStart(ports), withoutHash(entry)) ? entry : null;
}

/** Lines in turns: a history may hold a million. One longer than any entry is the last that is given. */
async function* linesOf(bytes: Uint8Array, shown: string): AsyncGenerator<string> {
  const decode = textStream(shown);
  let rest = '';
  for (let at = 0; at < bytes.length && rest.length <= historyEntryLimit; at += turnBytes) {
    const lines = (rest + decode(bytes.subarray(at, at + turnBytes))).split('\n');
    rest = lines.pop()!;
    yield* lines;
    await letOthersRun();
  }
  if (rest !== '') yield rest;
}

function withoutHash({ hash: _, ...entry }: HistoryEntry): Omit<HistoryEntry, 'hash'> {
  return entry;
}

function parseEntry(line: string): HistoryEntry | null {
  try {
    if (line.length > historyEntryLimit) return null;
    const parsed = entrySchema.safeParse(boundedJson(line));
    return parsed.success && canonicalFault(parsed.data) === null ? parsed.data : null;
  } catch {
    return null;
  }
}

function refuseRow(path: string, row: number): never {
  throw new StoreFailure({ code: 'damaged-row', path, row, cause: 'the entry does not follow from the one before it' });
}
