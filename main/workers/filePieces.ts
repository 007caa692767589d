import { isAscii } from 'node:buffer';
import type { Fs, OpenFile } from '../platform/fs.ts';
import { openOrdinary, readAt, type FileToRead } from '../store/readBytes.ts';
import { longestRow, mostBytes, pieceBytes } from './pieceSizes.ts';

/** The largest file that is audited. */
export const largestFile = 8 * 1024 ** 3;

const lineFeed = 10;

/** Whole rows of ASCII text at `[from, until)`, with room behind them for who reads several bytes at once. */
export interface Piece {
  readonly bytes: Buffer;
  readonly from: number;
  readonly until: number;
}

/** Text that comes piece by piece. */
export interface Pieces {
  /** Bytes that will have been handed out in the end, or about so many. */
  readonly size: number;
  /** Bytes that were read. */
  readonly position: number;
  /** Whether all text so far was ASCII in rows that are not too long. */
  readonly plain: boolean;
  /** The next whole rows, valid until the next are asked for; null at the end, or where the text is not plain. */
  next(): Promise<Piece | null>;
  /** Waits for what is still being read. */
  close(): Promise<void>;
}

/** A file that is read piece by piece, in buffers by turns: the next piece is read while somebody works on the one before it. */
export class FilePieces implements Pieces {
  readonly size: number;
  position = 0;
  plain = true;
  private readonly file: OpenFile;
  private readonly buffers: readonly Buffer[];
  private turn = 0;
  private coming: Promise<number>;
  /** Bytes of a row that the piece before cut. */
  private rest = 0;

  /**
   * Opens an ordinary file; throws where it is none, cannot be read, or is larger than what is audited. `buffers` are of `mostBytes`;
   * a piece stays as it is until all the others had their turn, but for the one that is read meanwhile.
   */
  static async open(fs: Fs, { absolute, shown }: FileToRead, buffers = ownBuffers()): Promise<FilePieces> {
    const file = await openOrdinary(fs, { absolute: await fs.realpath(absolute), shown });
    const { size } = await file.stat();
    if (size <= largestFile) return new FilePieces(file, size, buffers);
    await file.close();
    throw new Error(`${shown} is too large`);
  }

  private constructor(file: OpenFile, size: number, buffers: readonly Buffer[]) {
    this.file = file;
    this.size = size;
    this.buffers = buffers;
    this.coming = this.read(0);
  }

  async next(): Promise<Piece | null> {
    const { buffers, turn, rest } = this;
    const length = await this.coming;
    const bytes = buffers[turn]!;
    const from = longestRow - rest;
    // A file may end without a line end.
    if (length === 0 && rest > 0) bytes[longestRow] = lineFeed;
    const end = longestRow + (length === 0 && rest > 0 ? 1 : length);
    if (end === from || !this.plain) return null;
    const until = Math.max(from, bytes.lastIndexOf(lineFeed, end - 1) + 1);
    this.rest = end - until;
    this.plain = this.rest <= longestRow && isAscii(bytes.subarray(from, end));
    if (!this.plain) return null;
    this.turn = (turn + 1) % buffers.length;
    this.position += length;
    this.coming = this.read(this.position);
    bytes.copy(buffers[this.turn]!, longestRow - this.rest, until, end);
    return { bytes, from, until };
  }

  async close(): Promise<void> {
    await this.coming.catch(() => 0);
    await this.file.close();
  }

  private read(position: number): Promise<number> {
    const bytes = this.buffers[this.turn]!.subarray(longestRow, longestRow + pieceBytes);
    const coming = readAt(this.file, bytes, position);
    // Who asks for the next piece is told; until then nobody may be waiting.
    coming.catch(() => 0);
    return coming;
  }
}

function ownBuffers(): readonly Buffer[] {
  return [Buffer.alloc(mostBytes), Buffer.alloc(mostBytes)];
}
