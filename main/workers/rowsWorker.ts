import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { assert } from '../../shared/base/assert.ts';
import { plainLedgerJson } from '../../shared/interchange/importers/jsonForms.ts';
import { threadFs } from '../platform/threadFs.ts';
import { CsvPieces } from './csvPieces.ts';
import { FilePieces } from './filePieces.ts';
import { meetRows } from './meetRows.ts';
import { NotPlain } from './notPlain.ts';
import { PlainBlocks } from './plainBlocks.ts';
import type { FromRows, RowsTask } from './sharedBlocks.ts';

/** Fills one block after another with the rows of a ledger file, as far ahead as there are blocks. What fails ends the thread. */
const port = parentPort;
assert(port !== null, 'a worker runs in a thread of its own');
const { file, blocks, pieces: memory } = workerData as RowsTask;
/** Ids are looked up in the bytes, and the digest is made of them: they are read to where both threads see them. */
const buffers = memory.map((piece) => Buffer.from(piece));
const free = [...blocks.keys()];
port.on('message', (blocks: number[]) => free.push(...blocks));
const say = (message: FromRows): void => port.postMessage(message);

async function fillBlocks(): Promise<void> {
  const opening = FilePieces.open(threadFs, file, buffers);
  // Nothing is read to the buffers until it is open.
  meetRows(buffers[0]!, blocks[0]!);
  const pieces = new CsvPieces(await opening, plainLedgerJson);
  const plain = await PlainBlocks.open(pieces, () => blocks[free[0]!]!);
  say({ is: 'open', expected: plain.expected, verbatim: pieces.verbatim });
  for (;;) {
    if (free.length === 0) await once(port!, 'message');
    const rows = await plain.next();
    if (!rows) return say({ is: 'end', totals: plain.totals() });
    const block = free.shift()!;
    const { count, bytes, from, until } = rows;
    const piece = buffers.findIndex((buffer) => buffer === bytes);
    say({ is: 'rows', block, piece, count, from, until, meterIds: plain.meterIds, position: plain.position });
  }
}

void fillBlocks()
  .catch((error: unknown) => {
    if (!(error instanceof NotPlain)) throw error;
    say({ is: 'not-plain' });
  })
  .finally(() => port.close());
