import { on } from 'node:events';
import { Worker } from 'node:worker_threads';
import { rowBlock, type RowBlock } from '../../shared/ledger/rowBlock.ts';
import type { FileToRead } from '../store/readBytes.ts';
import { mostBytes } from './csvPieces.ts';
import { NotPlain, type LedgerBlocks } from './plainBlocks.ts';
import { workerFile } from './workerFile.ts';

/** Blocks that are filled ahead of whoever uses them. */
const ahead = 4;

/** A block and room for the bytes of its rows, in memory that two threads share. */
export interface SharedBlock {
  readonly rows: RowBlock;
  readonly bytes: Uint8Array;
}

/** What the thread is given. */
export interface RowsTask {
  readonly file: FileToRead;
  readonly blocks: readonly SharedBlock[];
}

/** What the thread says. It is told the index of a block when that may be filled again. */
export type FromRows =
  | { readonly is: 'open'; readonly expected: number }
  | {
      readonly is: 'rows';
      /** The index of the block. */
      readonly block: number;
      readonly count: number;
      readonly meterIds: readonly string[];
      readonly position: number;
    }
  | { readonly is: 'end' | 'not-plain' };

/** The rows of a ledger file, read by a thread of its own while somebody works on those before: reading is the longer part of an audit. */
export class SharedBlocks implements LedgerBlocks {
  expected = 0;
  meterIds: readonly string[] = [];
  position = 0;
  private readonly blocks = Array.from({ length: ahead }, sharedBlock);
  private readonly isSame: () => Promise<boolean>;
  private readonly worker: Worker;
  private readonly messages: AsyncIterator<[FromRows]>;
  /** The block that is in use. */
  private inUse = -1;

  /** Throws where the file cannot be opened, or is not plain from the start. `isSame` tells at the end whether the file still is as it was. */
  static async open(file: FileToRead, isSame: () => Promise<boolean>): Promise<SharedBlocks> {
    const blocks = new SharedBlocks(file, isSame);
    const opened = await blocks.hear();
    if (opened.is !== 'open') throw new NotPlain();
    blocks.expected = opened.expected;
    return blocks;
  }

  private constructor(file: FileToRead, isSame: () => Promise<boolean>) {
    this.isSame = isSame;
    const workerData: RowsTask = { file, blocks: this.blocks };
    this.worker = new Worker(workerFile('rowsWorker'), { execArgv: [], workerData });
    this.messages = on(this.worker, 'message', { close: ['exit'] }) as AsyncIterator<[FromRows]>;
  }

  async next(): Promise<RowBlock | null> {
    if (this.inUse >= 0) this.worker.postMessage(this.inUse);
    const said = await this.hear();
    if (said.is === 'end' && (await this.isSame())) return null;
    if (said.is !== 'rows') throw new NotPlain();
    this.inUse = said.block;
    this.meterIds = said.meterIds;
    this.position = said.position;
    const { rows, bytes } = this.blocks[said.block]!;
    rows.count = said.count;
    rows.bytes = bytes;
    return rows;
  }

  async close(): Promise<void> {
    await this.worker.terminate();
  }

  private async hear(): Promise<FromRows> {
    const next = await this.messages.next();
    if (next.done) throw new Error('the thread that reads the ledger ended');
    return next.value[0];
  }
}

function sharedBlock(): SharedBlock {
  const room = (bytes: number): SharedArrayBuffer => new SharedArrayBuffer(bytes);
  return { rows: rowBlock(room), bytes: new Uint8Array(room(mostBytes)) };
}
