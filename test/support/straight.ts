import { isAscii } from 'node:buffer';
import type { AuditReport } from '../../shared/audit/report.ts';
import { StraightThrough } from '../../shared/audit/straight/straightLedger.ts';
import { straightReport } from '../../shared/audit/straight/straightReport.ts';
import type { AuditTerms } from '../../shared/audit/terms.ts';
import { rowsCsvHeader } from '../../shared/interchange/exporters/rowsCsv.ts';
import { readInvoiceLines } from '../../shared/interchange/importers/invoiceLines.ts';
import { PlainRows } from '../../shared/interchange/importers/plainRows.ts';
import { plainSlack } from '../../shared/interchange/importers/plainText.ts';
import { PlainUsage } from '../../shared/interchange/importers/plainUsage.ts';
import { idOfRow, rowBlock } from '../../shared/ledger/rowBlock.ts';
import { usageBlock } from '../../shared/scenario/usageBlock.ts';

/** The files of an audit straight through, as text. */
export interface StraightTexts {
  readonly ledger: string;
  readonly invoices: string;
  /** The independent record of usage. */
  readonly usage?: string;
}

/** The report of an audit straight through rows as exported; null where it gives up. */
export function straightAuditOf(terms: AuditTerms, { ledger, invoices, usage }: StraightTexts): AuditReport | null {
  const text = Buffer.from(ledger);
  if (!isAscii(text) || !ledger.startsWith(rowsCsvHeader) || !ledger.endsWith('\n')) return null;
  const rows = new PlainRows();
  const block = rowBlock();
  const through = new StraightThrough(terms, { expected: 10, recorded: usage !== undefined });
  const give = usage === undefined ? () => false : recordGiver(terms, through, usage);
  const idOf = (row: number): string => idOfRow(block, row);
  rows.open(withSlack(text), rowsCsvHeader.length, text.length);
  for (rows.fill(block); block.count > 0 && rows.plain; rows.fill(block)) {
    let taken = through.take(block, rows.meterIds, idOf);
    while (taken === 'wants-record' && give()) taken = through.take(block, rows.meterIds, idOf);
    if (taken !== 'taken') return null;
  }
  let right = rows.plain ? through.finish() : ('gave-up' as const);
  while (right === 'wants-record' && give()) right = through.finish();
  const lines = readInvoiceLines(invoices, { zone: terms.scenario.zone, minorDigits: 2 });
  if (!lines.ok) throw new Error(lines.error);
  return typeof right === 'string' ? null : straightReport(right, { invoices: lines.value.lines, unread: [] });
}

/** Gives a record piece by piece, a few rows each; false where it is not plain. */
function recordGiver(terms: AuditTerms, { record }: StraightThrough, text: string): () => boolean {
  const usage = new PlainUsage(terms.scenario.zone);
  const block = usageBlock();
  const lines = text.split(/(?<=\n)/);
  return () => {
    const piece = Buffer.from(lines.splice(0, 3).join(''));
    const isPlain = isAscii(piece) && (piece.length === 0 || piece.at(-1) === 10);
    if (isPlain) usage.open(withSlack(piece), 0, piece.length);
    usage.fill(block);
    if (!isPlain || !usage.plain || !usage.hasHeader) return false;
    const isOver = block.count === 0 && lines.length === 0;
    if (block.count > 0 || isOver) record!.give(isOver ? null : block, usage.meterIds);
    return true;
  };
}

function withSlack(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc(plainSlack)]);
}
