import * as nodePath from 'node:path';
import { ChainedLines } from '../../shared/ledger/chainedLines.ts';
import type { Segment } from '../../shared/ledger/manifest.ts';
import type { LedgerRow } from '../../shared/ledger/row.ts';
import { assert } from '../../shared/base/assert.ts';
import type { Ports } from '../platform/ports.ts';
import { segmentRows } from './limits.ts';
import { writeTemp } from './tempFile.ts';

/** What rows came to, written out. */
export interface WrittenRows {
  readonly segments: readonly Segment[];
  readonly rows: number;
  readonly head: string;
  readonly last: LedgerRow | null;
}

/** Where rows go, and the hash that the first of them follows. */
export interface RowsTarget {
  readonly folder: string;
  readonly shown: string;
  readonly start: string;
}

/** Writes rows into segments of a folder, chained, in bounded memory. */
export async function writeSegments(
  ports: Ports,
  target: RowsTarget,
  rows: Iterable<LedgerRow> | AsyncIterable<LedgerRow>,
): Promise<WrittenRows> {
  const source = Symbol.asyncIterator in rows ? rows[Symbol.asyncIterator]() : rows[Symbol.iterator]();
  const chain = { rows: 0, last: null as LedgerRow | null, done: false };
  const segments: Segment[] = [];
  const lines = new ChainedLines(target.start, ports.sha256Into);
  try {
    for (let next = await take(); next; next = await take()) segments.push(await writeSegment(next));
  } finally {
    if (!chain.done) await source.return?.();
  }
  return { segments, rows: chain.rows, head: lines.head, last: chain.last };

  async function take(): Promise<LedgerRow | null> {
    const next = source.next();
    const result = next instanceof Promise ? await next : next;
    if (result.done) chain.done = true;
    return result.done ? null : result.value;
  }

  async function writeSegment(firstRow: LedgerRow): Promise<Segment> {
    const file = `rows-${String(segments.length + 1).padStart(6, '0')}.ndjson`;
    const first = chain.rows + 1;
    const to = { target: nodePath.join(target.folder, file), shown: `${target.shown}/${file}`, mode: 0o600 };
    const temp = await writeTemp(ports, to, blocks(firstRow));
    await ports.fs.rename(temp.absolute, to.target);
    return { file, rows: chain.rows - first + 1, bytes: temp.bytes, first, last: chain.rows, hash: lines.head };
  }

  async function* blocks(firstRow: LedgerRow): AsyncGenerator<Uint8Array> {
    const full = chain.rows + segmentRows;
    let isFull = add(firstRow);
    while (chain.rows < full && !chain.done) {
      const next = source.next();
      // Waiting on what is no promise would cost more than the row.
      const result = next instanceof Promise ? await next : next;
      if (result.done) chain.done = true;
      else isFull = add(result.value);
      if (isFull) yield lines.take();
      isFull = false;
    }
    yield lines.take();
  }

  function add(row: LedgerRow): boolean {
    chain.rows += 1;
    assert(row.seq === chain.rows, 'rows of a ledger are numbered from 1 without gaps');
    chain.last = row;
    return lines.add(row);
  }
}
