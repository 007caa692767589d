import * as nodePath from 'node:path';
import type { Ports } from '../platform/ports.ts';
import { attempt, systemCode } from './attempt.ts';
import { entryHash, entryLine, journalStart, readJournal, type ReadJournal } from './journal.ts';
import { historyEntryLimit, historyLimit } from './limits.ts';
import { lstatOrNull, syncFolder } from './locate.ts';
import type { HistoryRoom } from '../../shared/rpc/views.ts';
import type { Queue } from './queue.ts';
import { StoreFailure } from './storeError.ts';
import { writeAll } from './tempFile.ts';
import type { History, HistoryEntry } from './workspaceTypes.ts';

/** Where the journal is, the check that this process may write, and the order in which it does. */
export interface HistoryPlace {
  readonly file: string;
  readonly checkWritable: () => Promise<void>;
  readonly inOrder: Queue;
  /** Bytes beyond which no entry is taken: a longer journal could not be opened any more. */
  readonly limit?: number;
  /** Told of each entry from where four fifths of the room are taken. */
  readonly onNearFull?: (room: HistoryRoom) => void;
}

/** Bytes of an entry beside its note. */
const besideNote = 300;

type Entry = Parameters<History['append']>[0];

/** Opens the journal of a workspace. Nothing is read or made before it is asked for. */
export function openHistory(ports: Ports, { limit = historyLimit, ...place }: HistoryPlace): History {
  const { file, checkWritable, inOrder, onNearFull } = place;
  let known: ReadJournal | null = null;

  async function append(entry: Entry): Promise<HistoryEntry> {
    await checkWritable();
    known ??= await keepTornEnd(ports, file, await readJournal(ports, file));
    const made = entryAfter(ports, known.entries.at(-1) ?? null, entry);
    const line = new TextEncoder().encode(`${entryLine(made)}\n`);
    const room = { bytes: known.goodBytes + line.length, limit };
    checkRoom(file, { bytes: line.length, limit: historyEntryLimit });
    checkRoom(file, room);
    try {
      await appendLine(ports, file, line, known.goodBytes);
    } catch (error) {
      // What is on disk is uncertain: the next append looks again.
      known = null;
      throw error;
    }
    known = { entries: [...known.entries, made], goodBytes: room.bytes, torn: null };
    if (isNearFull(room)) onNearFull?.(room);
    return made;
  }

  return {
    entries: () => attempt(file, () => inOrder(async () => (known ?? (await readJournal(ports, file))).entries)),
    append: (entry) => attempt(file, () => inOrder(() => append(entry))),
    hasRoomFor: (note) =>
      attempt(file, async () => {
        const { size } = (await lstatOrNull(ports.fs, file)) ?? { size: 0 };
        const bytes = Buffer.byteLength(JSON.stringify(note)) + besideNote;
        checkRoom(file, { bytes, limit: historyEntryLimit });
        checkRoom(file, { bytes: size + bytes, limit });
        return null;
      }),
    async nearFull() {
      const room = { bytes: (await lstatOrNull(ports.fs, file))?.size ?? 0, limit };
      return isNearFull(room) ? room : null;
    },
  };
}

function entryAfter(ports: Ports, last: HistoryEntry | null, { kind, note }: Entry): HistoryEntry {
  const at = new Date(ports.clock.now()).toISOString();
  const entry = { seq: (last?.seq ?? 0) + 1, id: ports.randomId(), at, kind, note };
  return { ...entry, hash: entryHash(ports, last?.hash ?? journalStart(ports), entry) };
}

/** Refuses an entry that has no room any more. */
function checkRoom(file: string, { bytes, limit }: HistoryRoom): void {
  const path = nodePath.basename(file);
  if (bytes > limit) throw new StoreFailure({ code: 'too-large', path, cause: 'size', bytes, limit });
}

function isNearFull({ bytes, limit }: HistoryRoom): boolean {
  return bytes >= limit * 0.8;
}

/** Adds a line and syncs it; on failure the file is cut back, so that no half entry is left. */
async function appendLine(ports: Ports, file: string, line: Uint8Array, goodBytes: number): Promise<void> {
  const shown = nodePath.basename(file);
  const isNew = (await lstatOrNull(ports.fs, file)) === null;
  const open = await ports.fs.open(file, isNew ? 'ax' : 'a', 0o600);
  try {
    const { size } = await open.stat();
    if (size !== goodBytes) {
      const cause = 'another program wrote to it';
      throw new StoreFailure({ code: 'changed-on-disk', path: shown, cause, sha256: null });
    }
    await writeOrCutBack(open, line, goodBytes, shown);
  } finally {
    await open.close();
  }
  if (isNew && !(await syncFolder(ports.fs, nodePath.dirname(file)))) {
    throw new StoreFailure({ code: 'io', path: shown, cause: 'written, but the folder could not be synced' });
  }
}

async function writeOrCutBack(
  open: Parameters<typeof writeAll>[0],
  line: Uint8Array,
  goodBytes: number,
  shown: string,
): Promise<void> {
  try {
    await writeAll(open, line, shown);
    await open.sync();
  } catch (error) {
    try {
      await open.truncate(goodBytes);
    } catch (second) {
      if (systemCode(second) === null) throw second;
    }
    throw error;
  }
}

/** An unfinished last line was never acknowledged: it is kept in a file of its own, and then cut off. */
async function keepTornEnd(ports: Ports, file: string, read: ReadJournal): Promise<ReadJournal> {
  if (!read.torn) return read;
  const aside = `${file}.torn-${new Date(ports.clock.now()).toISOString().replaceAll(':', '-')}-${ports.randomId().slice(0, 8)}`;
  const kept = await ports.fs.open(aside, 'wx', 0o600);
  try {
    await writeAll(kept, read.torn, aside);
    await kept.sync();
  } finally {
    await kept.close();
  }
  await syncFolder(ports.fs, nodePath.dirname(file));
  const open = await ports.fs.open(file, 'r+');
  try {
    await open.truncate(read.goodBytes);
    await open.sync();
  } finally {
    await open.close();
  }
  ports.log.note('torn-end-kept', { path: aside, bytes: read.torn.length });
  return { ...read, torn: null };
}
