import { isAscii } from 'node:buffer';
import { StraightThrough, type StraightLedger } from '../../../shared/audit/straight/straightLedger.ts';
import type { AuditTerms } from '../../../shared/audit/terms.ts';
import { mostRows } from '../../../shared/interchange/importers/ledgerSink.ts';
import { PlainRows } from '../../../shared/interchange/importers/plainRows.ts';
import { plainSlack } from '../../../shared/interchange/importers/plainText.ts';
import { rowColumns } from '../../../shared/ledger/row.ts';
import { amountColumns, type AmountColumn } from '../../../shared/ledger/ledgerColumns.ts';
import { blockRows, rowBlock } from '../../../shared/ledger/rowBlock.ts';
import type { OpenFile } from '../../platform/fs.ts';
import type { Ports } from '../../platform/ports.ts';
import { openOrdinary, readAt } from '../../store/readBytes.ts';
import type { SourceControl } from './controlTotals.ts';
import { LedgerCount } from './ledgerCount.ts';
import { largestFile, type NamedFile } from './readText.ts';

/** Bytes that are read at once, and the longest row that may be cut by it. */
const pieceBytes = 1 << 20;
const longestRow = 1 << 16;
const header = `${rowColumns.join(',')}\n`;
const lineFeed = 10;

/** A ledger file that is right in every row, counted as it was read, and again once its rows were audited. */
export interface StraightFile {
  readonly ledger: StraightLedger;
  readonly control: SourceControl;
}

/**
 * Audits a ledger file straight through, in one pass that keeps nothing but ids. Null where the file is not wholly plain, not
 * wholly right, or cannot be read: whatever is the matter then, the audit that looks at all rows finds it and says it.
 */
export async function auditFileStraight(
  ports: Ports,
  named: NamedFile,
  terms: AuditTerms,
  progress: (bytes: number) => void,
): Promise<StraightFile | null> {
  let file: OpenFile | null = null;
  try {
    file = await openOrdinary(ports.fs, { absolute: await ports.fs.realpath(named.absolute), shown: named.shown });
    const { size } = await file.stat();
    return size > largestFile ? null : await readThrough(file, size, terms, progress);
  } catch {
    return null;
  } finally {
    await file?.close();
  }
}

/** One piece of the file is read while the one before it is audited. */
async function readThrough(
  file: OpenFile,
  size: number,
  terms: AuditTerms,
  progress: (bytes: number) => void,
): Promise<StraightFile | null> {
  const rows = new PlainRows();
  const pieces = [emptyPiece(), emptyPiece()] as const;
  let length = await readAt(file, pieces[0].next, 0);
  if (!startsWithHeader(pieces[0], length)) return null;
  const through = new StraightThrough(terms, Math.min(mostRows, rowsOf(pieces[0], length, size)));
  const taking = { rows, through, read: new LedgerCount(), audited: new LedgerCount() };
  let from = longestRow + header.length;
  for (let position = length, turn = 0; length > 0; turn = 1 - turn) {
    const [piece, other] = turn === 0 ? [pieces[0], pieces[1]] : [pieces[1], pieces[0]];
    const next = readAt(file, other.next, position);
    const end = longestRow + length;
    const until = piece.bytes.lastIndexOf(lineFeed, end - 1) + 1;
    const rest = end - Math.max(until, from);
    if (!isAscii(piece.bytes.subarray(from, end)) || rest > longestRow || !takeRows(taking, piece, from, until)) {
      await next;
      return null;
    }
    length = await next;
    piece.bytes.copy(other.bytes, longestRow - rest, end - rest, end);
    from = longestRow - rest;
    progress(position);
    position += length;
    // A file that does not end with the end of a row.
    if (length === 0 && rest > 0) return null;
  }
  const ledger = through.finish();
  return ledger && { ledger, control: { imported: taking.read.totals(), audited: taking.audited.totals() } };
}

interface Piece {
  /** Room for the rest of the piece before, what is read, and what a reader may look at after it. */
  readonly bytes: Buffer;
  readonly next: Uint8Array;
}

function emptyPiece(): Piece {
  const bytes = Buffer.alloc(longestRow + pieceBytes + plainSlack);
  return { bytes, next: bytes.subarray(longestRow, longestRow + pieceBytes) };
}

function startsWithHeader({ next }: Piece, length: number): boolean {
  return length >= header.length && Buffer.from(next.subarray(0, header.length)).toString('latin1') === header;
}

/** About how many rows a file of such rows has. */
function rowsOf({ next }: Piece, length: number, size: number): number {
  const seen = next.subarray(0, Math.min(length, longestRow));
  let rows = 1;
  for (const byte of seen) if (byte === lineFeed) rows += 1;
  return Math.ceil((size / seen.length) * rows * 1.02);
}

const block = rowBlock();
const amounts = Object.fromEntries(
  amountColumns.map((column, index) => [column, block.amounts.subarray(index * blockRows, (index + 1) * blockRows)]),
) as Record<AmountColumn, Float64Array>;

interface Taking {
  readonly rows: PlainRows;
  readonly through: StraightThrough;
  readonly read: LedgerCount;
  readonly audited: LedgerCount;
}

function takeRows({ rows, through, read, audited }: Taking, { bytes }: Piece, from: number, until: number): boolean {
  if (until <= from) return true;
  rows.open(bytes, from, until);
  const idOf = (row: number): string => rows.idOf(block, row);
  for (;;) {
    rows.fill(block);
    if (!rows.plain) return false;
    if (block.count === 0) return true;
    const counted = { count: block.count, kind: block.kind, at: block.at, amounts };
    read.take(counted);
    if (!through.take(block, rows.meterIds, idOf)) return false;
    audited.take(counted);
  }
}
