import { StraightThrough, type StraightLedger } from '../../../shared/audit/straight/straightLedger.ts';
import type { AuditTerms } from '../../../shared/audit/terms.ts';
import { plainLedgerJson, plainUsageJson } from '../../../shared/interchange/importers/jsonForms.ts';
import { mostRows } from '../../../shared/interchange/importers/ledgerSink.ts';
import { PlainRows } from '../../../shared/interchange/importers/plainRows.ts';
import { rowColumns } from '../../../shared/ledger/row.ts';
import { amountColumns, type AmountColumn } from '../../../shared/ledger/ledgerColumns.ts';
import { blockRows, rowBlock, type RowBlock } from '../../../shared/ledger/rowBlock.ts';
import type { Ports } from '../../platform/ports.ts';
import type { SourceControl } from './controlTotals.ts';
import { CsvPieces } from './csvPieces.ts';
import { FilePieces, type Piece, type Pieces } from './filePieces.ts';
import { FolderPieces } from './folderPieces.ts';
import { LedgerCount } from './ledgerCount.ts';
import { findFolder, folderOf, type FoundFolder } from './readLedger.ts';
import type { NamedFile } from './readText.ts';
import { RecordFile } from './recordFile.ts';

const header = `${rowColumns.join(',')}\n`;
const lineFeed = 10;
/** Bytes by which it is told how long rows are. */
const sampled = 1 << 16;

/** The files of an audit that reads them side by side. */
export interface StraightFiles {
  /** Rows, or a ledger in its folder. */
  readonly ledger: NamedFile;
  /** The independent record of usage. */
  readonly usage: NamedFile | null;
  /** A head of the ledger's chain that was kept from earlier. */
  readonly head: string | null;
}

/** A ledger file that is right in every row: it and the record counted as they were read, and again once they were audited. */
export interface StraightFile {
  readonly ledger: StraightLedger;
  readonly controls: { readonly ledger: SourceControl; readonly usage?: SourceControl };
}

/**
 * Audits a ledger file straight through, in one pass that keeps nothing but ids, and reads an independent record of usage beside it.
 * Null where a file is not wholly plain, not wholly right, or cannot be read: whatever is the matter then, the audit that looks at all
 * rows finds it and says it.
 */
export async function auditFileStraight(
  ports: Ports,
  files: StraightFiles,
  terms: AuditTerms,
  progress: (bytes: number) => void,
): Promise<StraightFile | null> {
  const open: Pieces[] = [];
  const opened = (pieces: Pieces, jsonOf: typeof plainLedgerJson): Pieces => {
    open.push(pieces);
    return new CsvPieces(pieces, jsonOf);
  };
  try {
    const folder = (await folderOf(ports, files.ledger)) && (await findFolder(ports, files.ledger));
    if (folder && !folder.ok) return null;
    const rows = folder ? new FolderPieces(ports, folder.value.folder) : await FilePieces.open(ports, files.ledger);
    const ledger = opened(rows, plainLedgerJson);
    const usage = files.usage && opened(await FilePieces.open(ports, files.usage), plainUsageJson);
    const record = usage && new RecordFile(usage, terms.scenario.zone);
    const read = await readThrough(ledger, record, terms, progress);
    return read && folder && !(await isIntact(folder.value, files.head)) ? null : read;
  } catch {
    return null;
  } finally {
    for (const pieces of open) await pieces.close();
  }
}

async function isIntact({ verify }: FoundFolder, head: string | null): Promise<boolean> {
  const verified = await verify(head);
  return verified.ok && verified.value.status === 'intact';
}

async function readThrough(
  ledger: Pieces,
  record: RecordFile | null,
  terms: AuditTerms,
  progress: (bytes: number) => void,
): Promise<StraightFile | null> {
  const first = await ledger.next();
  if (!first || !startsWithHeader(first)) return null;
  const expected = Math.min(mostRows, rowsOf(first, ledger.size));
  const through = new StraightThrough(terms, { expected, recorded: record !== null });
  const reading = new Reading(through, record);
  for (let piece: Piece | null = { ...first, from: first.from + header.length }; piece; piece = await ledger.next()) {
    if (!(await reading.take(piece))) return null;
    progress(ledger.position);
  }
  return ledger.plain ? reading.finish() : null;
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

/** The reading of a ledger's rows, with the record beside them. */
class Reading {
  private readonly through: StraightThrough;
  private readonly record: RecordFile | null;
  private readonly rows = new PlainRows();
  private readonly block = rowBlock();
  private readonly amounts = amountsOf(this.block);
  private readonly read = new LedgerCount();
  private readonly audited = new LedgerCount();

  constructor(through: StraightThrough, record: RecordFile | null) {
    this.through = through;
    this.record = record;
  }

  /** Takes the rows of a piece; false where they are not plain, or not right. */
  async take({ bytes, from, until }: Piece): Promise<boolean> {
    const { rows, through, block, amounts } = this;
    rows.open(bytes, from, until);
    const idOf = (row: number): string => rows.idOf(block, row);
    for (;;) {
      rows.fill(block);
      if (!rows.plain) return false;
      if (block.count === 0) return true;
      const counted = { count: block.count, kind: block.kind, at: block.at, amounts };
      this.read.take(counted);
      let taken = through.take(block, rows.meterIds, idOf);
      while (taken === 'wants-record' && (await this.giveRecord())) taken = through.take(block, rows.meterIds, idOf);
      if (taken !== 'taken') return false;
      this.audited.take(counted);
    }
  }

  async finish(): Promise<StraightFile | null> {
    let ledger = this.through.finish();
    while (ledger === 'wants-record' && (await this.giveRecord())) ledger = this.through.finish();
    if (typeof ledger === 'string') return null;
    const control = { imported: this.read.totals(), audited: this.audited.totals() };
    return { ledger, controls: { ledger: control, ...(this.record && { usage: this.record.control() }) } };
  }

  /** More of the record; false where there is none to be had. */
  private async giveRecord(): Promise<boolean> {
    const { record } = this.through;
    return record !== null && this.record !== null && this.record.giveTo(record);
  }
}

/** The columns of amounts of a block by name. */
function amountsOf(block: RowBlock): Record<AmountColumn, Float64Array> {
  const columns = amountColumns.map((column, index) => {
    return [column, block.amounts.subarray(index * blockRows, (index + 1) * blockRows)];
  });
  return Object.fromEntries(columns) as Record<AmountColumn, Float64Array>;
}
