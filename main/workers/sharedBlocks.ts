import { on } from 'node:events';
import { Worker } from 'node:worker_threads';
import { assert } from '../../shared/base/assert.ts';
import type { ControlTotals } from '../../shared/audit/controlTotals.ts';
import { rowBlock, type RowBlock } from '../../shared/ledger/rowBlock.ts';
import type { FileToRead } from '../store/readBytes.ts';
import type { LedgerBlocks } from './ledgerBlocks.ts';
import { NotPlain } from './notPlain.ts';
import type { PassingDigest } from './passingDigest.ts';
import { mostBytes } from './pieceSizes.ts';
import { workerFile } from './workerFile.ts';

/** Blocks that are filled ahead of whoever uses them, and of those, how many are given back at once: each message costs both threads. */
const ahead = 12;
const givenBack = 4;

/** What the thread is given: memory that both threads share. */
export interface RowsTask {
  readonly file: FileToRead;
  readonly blocks: readonly RowBlock[];
  /** What the file is read to, by turns: one for each block, for each has rows of one piece, and one for the piece that is read meanwhile. */
  readonly pieces: readonly SharedArrayBuffer[];
}

/** What the thread says. It is told the indexes of blocks when they may be filled again. */
export type FromRows =
  | {
      readonly is: 'open';
      readonly expected: number;
      /** Whether the bytes of the rows are those of the file. */
      readonly verbatim: boolean;
    }
  | {
      readonly is: 'rows';
      /** The index of the block, and of the piece that it is of. */
      readonly block: number;
      readonly piece: number;
      readonly count: number;
      /** Where their bytes stand. */
      readonly from: number;
      readonly until: number;
      readonly meterIds: readonly string[];
      readonly position: number;
    }
  | { readonly is: 'end'; readonly totals: ControlTotals }
  | { readonly is: 'not-plain' };

/** The rows of a ledger file, read by a thread of its own while somebody works on those before: reading is the longer part of an audit. */
export class SharedBlocks implements LedgerBlocks {
  expected = 0;
  meterIds: readonly string[] = [];
  position = 0;
  /** The digest of the file, known once its rows are used up; null where another reader has to make it. */
  readonly sha256: Promise<string | null>;
  private readonly blocks = Array.from({ length: ahead }, () => rowBlock(shared));
  private readonly pieces = Array.from({ length: ahead + 1 }, () => shared(mostBytes));
  private readonly isSame: () => Promise<boolean>;
  private readonly worker: Worker;
  private readonly messages: AsyncIterator<[FromRows]>;
  private digest: PassingDigest | null = null;
  private settleDigest: (hex: string | null) => void = () => undefined;
  private counted: ControlTotals | null = null;
  /** Blocks that were used, the one in use last. */
  private used: number[] = [];

  /** Throws where the file cannot be opened, or is not plain from the start. `isSame` tells at the end whether the file still is as it was. */
  static async open(file: FileToRead, fileBytes: number, isSame: () => Promise<boolean>): Promise<SharedBlocks> {
    const blocks = new SharedBlocks(file, isSame);
    // The thread starts meanwhile.
    const { PassingDigest } = await import('./passingDigest.ts');
    const opened = await blocks.hear();
    if (opened.is !== 'open') throw new NotPlain();
    blocks.expected = opened.expected;
    if (opened.verbatim) blocks.digest = new PassingDigest(fileBytes);
    else blocks.settleDigest(null);
    return blocks;
  }

  private constructor(file: FileToRead, isSame: () => Promise<boolean>) {
    this.isSame = isSame;
    this.sha256 = new Promise((resolve) => (this.settleDigest = resolve));
    const workerData: RowsTask = { file, blocks: this.blocks, pieces: this.pieces };
    this.worker = new Worker(workerFile('rowsWorker'), { execArgv: [], workerData });
    this.messages = on(this.worker, 'message', { close: ['exit'] }) as AsyncIterator<[FromRows]>;
  }

  async next(): Promise<RowBlock | null> {
    if (this.used.length === givenBack) this.worker.postMessage(this.used.splice(0));
    const said = await this.hear();
    if (said.is === 'end' && (await this.isSame())) return this.end(said.totals);
    if (said.is !== 'rows') throw new NotPlain();
    const { block, piece, count, from, until, meterIds, position } = said;
    this.used.push(block);
    this.meterIds = meterIds;
    this.position = position;
    const bytes = new Uint8Array(this.pieces[piece]!);
    this.digest?.take(bytes, from, until);
    return Object.assign(this.blocks[block]!, { count, bytes, from, until });
  }

  totals(): ControlTotals {
    assert(this.counted !== null, 'all rows were read');
    return this.counted;
  }

  async close(): Promise<void> {
    this.settleDigest(null);
    await this.worker.terminate();
  }

  private end(totals: ControlTotals): null {
    this.counted = totals;
    this.settleDigest(this.digest?.hex() ?? null);
    return null;
  }

  private async hear(): Promise<FromRows> {
    const next = await this.messages.next();
    if (next.done) throw new Error('the thread that reads the ledger ended');
    return next.value[0];
  }
}

function shared(bytes: number): SharedArrayBuffer {
  return new SharedArrayBuffer(bytes);
}
