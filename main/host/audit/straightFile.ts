import { StraightThrough, type StraightLedger } from '../../../shared/audit/straight/straightLedger.ts';
import { LedgerCount } from '../../../shared/audit/ledgerCount.ts';
import type { AuditTerms } from '../../../shared/audit/terms.ts';
import { plainLedgerJson, plainUsageJson } from '../../../shared/interchange/importers/jsonForms.ts';
import { idOfRow, rowBlock, type RowBlock } from '../../../shared/ledger/rowBlock.ts';
import type { Ports } from '../../platform/ports.ts';
import { CsvPieces } from '../../workers/csvPieces.ts';
import { FilePieces } from '../../workers/filePieces.ts';
import type { LedgerBlocks } from '../../workers/ledgerBlocks.ts';
import { PlainBlocks } from '../../workers/plainBlocks.ts';
import { readAhead } from '../../workers/readAhead.ts';
import type { SourceControl } from './controlTotals.ts';
import { folderOf } from './folderOf.ts';
import type { NamedFile } from './readText.ts';
import { RecordFile } from './recordFile.ts';
import type { StraightFolder } from './straightFolder.ts';

/** The files of an audit that reads them side by side. */
export interface StraightFiles {
  /** Rows, or a ledger in its folder. */
  readonly ledger: NamedFile;
  /** Its rows, where they are already being read. */
  readonly ahead: Promise<LedgerBlocks | null> | null;
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
  const open: { close(): Promise<void> }[] = [];
  const opened = <T extends { close(): Promise<void> }>(each: T): T => {
    open.push(each);
    return each;
  };
  try {
    const folder = (await folderOf(ports, files.ledger)) && (await openFolder(ports, files.ledger));
    const blocks = opened(await openBlocks(ports, files, folder));
    const usage = files.usage && opened(new CsvPieces(await FilePieces.open(ports.fs, files.usage), plainUsageJson));
    const through = new StraightThrough(terms, { expected: blocks.expected, recorded: usage !== null });
    const reading = new Reading(through, usage && new RecordFile(usage, terms.scenario.zone));
    const read = await reading.readAll(blocks, progress);
    return read && folder && !(await folder.isIntact(files.head)) ? null : read;
  } catch {
    return null;
  } finally {
    for (const each of open) await each.close();
  }
}

/** Files need nothing of what folders do. */
async function openFolder(ports: Ports, ledger: NamedFile): Promise<StraightFolder> {
  const { straightFolder } = await import('./straightFolder.ts');
  return straightFolder(ports, ledger);
}

async function openBlocks(
  ports: Ports,
  { ledger, ahead }: StraightFiles,
  folder: StraightFolder | null,
): Promise<LedgerBlocks> {
  const readByThread = folder ? null : await (ahead ?? readAhead(ports.fs, ledger));
  if (readByThread) return readByThread;
  const pieces = folder?.pieces ?? (await FilePieces.open(ports.fs, ledger));
  const block = rowBlock();
  return PlainBlocks.open(new CsvPieces(pieces, plainLedgerJson), () => block);
}

/** The reading of a ledger's rows, with the record beside them. */
class Reading {
  private readonly through: StraightThrough;
  private readonly record: RecordFile | null;
  private readonly audited = new LedgerCount();

  constructor(through: StraightThrough, record: RecordFile | null) {
    this.through = through;
    this.record = record;
  }

  /** Null where a row is not plain, or not right. */
  async readAll(blocks: LedgerBlocks, progress: (bytes: number) => void): Promise<StraightFile | null> {
    for (let block = await blocks.next(); block; block = await blocks.next()) {
      if (!(await this.take(block, blocks.meterIds))) return null;
      progress(blocks.position);
    }
    return this.finish(blocks);
  }

  private async take(block: RowBlock, meterIds: readonly string[]): Promise<boolean> {
    const { through } = this;
    const idOf = (row: number): string => idOfRow(block, row);
    let taken = through.take(block, meterIds, idOf);
    while (taken === 'wants-record' && (await this.giveRecord())) taken = through.take(block, meterIds, idOf);
    if (taken !== 'taken') return false;
    const { count, kind, at, amountsOf: amounts } = block;
    this.audited.take({ count, kind, at, amounts });
    return true;
  }

  private async finish(blocks: LedgerBlocks): Promise<StraightFile | null> {
    let ledger = this.through.finish();
    while (ledger === 'wants-record' && (await this.giveRecord())) ledger = this.through.finish();
    if (typeof ledger === 'string') return null;
    const control = { imported: blocks.totals(), audited: this.audited.totals() };
    return { ledger, controls: { ledger: control, ...(this.record && { usage: this.record.control() }) } };
  }

  /** More of the record; false where there is none to be had. */
  private async giveRecord(): Promise<boolean> {
    const { record } = this.through;
    return record !== null && this.record !== null && this.record.giveTo(record);
  }
}
