import { ok, type Result } from '../../../shared/base/result.ts';
import { formatInstant } from '../../../shared/calendar/instant.ts';
import { statement } from '../../../shared/engine/statement.ts';
import { beancountJournal } from '../../../shared/interchange/exporters/beancountJournal.ts';
import { csvByteOrderMark } from '../../../shared/interchange/exporters/csvCell.ts';
import type { ExportHead } from '../../../shared/interchange/exporters/exportHead.ts';
import { hledgerJournal } from '../../../shared/interchange/exporters/hledgerJournal.ts';
import { invoicesCsv } from '../../../shared/interchange/exporters/invoiceRows.ts';
import { ledgerJournal } from '../../../shared/interchange/exporters/ledgerJournal.ts';
import { rollForwardCsv } from '../../../shared/interchange/exporters/rollForwardCsv.ts';
import { exportedRows } from '../../store/exportedRows.ts';
import type { VerifiedLedger } from '../../store/verifiedRows.ts';
import { exportFormats, type LedgerExportFormat } from './exportFormats.ts';
import { focusPieces } from './focusPieces.ts';
import { journalPieces, rollForwardOf } from './journalPieces.ts';
import { workbookPieces } from './workbookPieces.ts';
import { replayLedger, type ReplayedLedger, type ReplayFault } from './replayLedger.ts';

/** What to export. `byteOrderMark` puts a mark before CSV, so that Excel reads it as UTF-8. */
export interface ExportOrder {
  readonly format: LedgerExportFormat;
  readonly byteOrderMark: boolean;
}

/** The bytes of an export, to be written piece by piece; a piece is valid until the next one is asked for. */
export type ExportPieces = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/**
 * A ledger in another form. Rows are exported as they stand; all that rests on prices comes from a run of the ledger's own
 * scenario that gave these very rows. Damage throws a refusal of the store while the pieces are read.
 */
export async function exportLedgerAs(
  ledger: VerifiedLedger,
  { format, byteOrderMark }: ExportOrder,
): Promise<Result<ExportPieces, ReplayFault>> {
  const isMarked = byteOrderMark && exportFormats[format].extension === 'csv';
  const pieces = await piecesOf(ledger, format);
  if (!pieces.ok || !isMarked) return pieces;
  return ok(marked(pieces.value));
}

const rowFormats = { 'rows-csv': 'csv', 'rows-ndjson': 'ndjson', json: 'json' } as const;

async function piecesOf(
  ledger: VerifiedLedger,
  format: LedgerExportFormat,
): Promise<Result<ExportPieces, ReplayFault>> {
  if (format === 'rows-csv' || format === 'rows-ndjson' || format === 'json') {
    return ok(exportedRows(ledger, rowFormats[format]));
  }
  const replayed = await replayLedger(ledger);
  return replayed.ok ? ok(await pricedPieces(replayed.value, format)) : replayed;
}

async function pricedPieces(
  ledger: ReplayedLedger,
  format: Exclude<LedgerExportFormat, keyof typeof rowFormats>,
): Promise<ExportPieces> {
  const head = exportHead(ledger);
  switch (format) {
    case 'invoices':
      return [Buffer.from(invoicesCsv(statement(ledger.run).invoices))];
    case 'hledger':
      return journalPieces(ledger, hledgerJournal(head));
    case 'ledger':
      return journalPieces(ledger, ledgerJournal(head));
    case 'beancount':
      return journalPieces(ledger, beancountJournal(head));
    case 'focus':
      return focusPieces(ledger, head);
    case 'xlsx':
      return workbookPieces(ledger, head);
    case 'roll-forward':
      return [Buffer.from(rollForwardCsv(await rollForwardOf(ledger), head.minorDigits))];
  }
}

/** What every export says of its ledger. */
export function exportHead({ manifest, run }: ReplayedLedger): ExportHead {
  const { currency, minorDigits, zone, start, end } = run.program;
  const { name, rows, head, scenarioSha256, engine, policy } = manifest;
  const horizon = { timeZone: zone.id, from: formatInstant(start), until: formatInstant(end) };
  return { name, currency, minorDigits, ...horizon, rows, head, scenarioSha256, engine, policy };
}

async function* marked(pieces: ExportPieces): AsyncGenerator<Uint8Array> {
  yield Buffer.from(csvByteOrderMark);
  yield* pieces;
}
