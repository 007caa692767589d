import type { ControlTotals } from '../../shared/audit/controlTotals.ts';
import { LedgerCount } from '../../shared/audit/ledgerCount.ts';
import { mostRows } from '../../shared/interchange/importers/ledgerSink.ts';
import { PlainRows } from '../../shared/interchange/importers/plainRows.ts';
import { rowColumns } from '../../shared/ledger/row.ts';
import type { RowBlock } from '../../shared/ledger/rowBlock.ts';
import type { Piece, Pieces } from './filePieces.ts';
import type { LedgerBlocks } from './ledgerBlocks.ts';
import { NotPlain } from './notPlain.ts';

const header = `${rowColumns.join(',')}\n`;
const lineFeed = 10;
/** Bytes by which it is told how long rows are. */
const sampled = 1 << 16;

/** The rows of a ledger file as CSV in our own form, whose header comes first. Anything else is not plain. */
export class PlainBlocks implements LedgerBlocks {
  readonly expected: number;
  private readonly pieces: Pieces;
  private readonly blockFor: () => RowBlock;
  private readonly rows = new PlainRows();
  private readonly count = new LedgerCount();
  /** Where the header stands, until there are rows; -1 from then on. */
  private headerFrom: number;

  /** `blockFor` is asked for a block whenever there may be rows for it. Closes the pieces where they are not plain. */
  static async open(pieces: Pieces, blockFor: () => RowBlock): Promise<PlainBlocks> {
    const first = await pieces.next();
    if (first && startsWithHeader(first)) return new PlainBlocks(pieces, first, blockFor);
    await pieces.close();
    throw new NotPlain();
  }

  private constructor(pieces: Pieces, first: Piece, blockFor: () => RowBlock) {
    this.pieces = pieces;
    this.blockFor = blockFor;
    this.expected = Math.min(mostRows, rowsOf(first, pieces.size));
    this.headerFrom = first.from;
    this.rows.open(first.bytes, first.from + header.length, first.until);
  }

  get meterIds(): readonly string[] {
    return this.rows.meterIds;
  }

  get position(): number {
    return this.pieces.position;
  }

  async next(): Promise<RowBlock | null> {
    const { rows, pieces } = this;
    const block = this.blockFor();
    for (;;) {
      rows.fill(block);
      if (!rows.plain) throw new NotPlain();
      if (block.count > 0) return this.counted(block);
      const piece = await pieces.next();
      if (!pieces.plain) throw new NotPlain();
      if (!piece) return null;
      rows.open(piece.bytes, piece.from, piece.until);
    }
  }

  totals(): ControlTotals {
    return this.count.totals();
  }

  close(): Promise<void> {
    return this.pieces.close();
  }

  /** The header counts to the bytes of the first rows. */
  private counted(block: RowBlock): RowBlock {
    if (this.headerFrom >= 0) block.from = this.headerFrom;
    this.headerFrom = -1;
    const { count, kind, at, amountsOf: amounts } = block;
    this.count.take({ count, kind, at, amounts });
    return block;
  }
}

function startsWithHeader({ bytes, from, until }: Piece): boolean {
  return until - from >= header.length && bytes.toString('latin1', from, from + header.length) === header;
}

/** About how many rows a file of such rows has. */
function rowsOf({ bytes, from, until }: Piece, size: number): number {
  const seen = bytes.subarray(from, Math.min(until, from + sampled));
  let rows = 1;
  for (const byte of seen) if (byte === lineFeed) rows += 1;
  return Math.ceil((size / seen.length) * rows * 1.02);
}
