import { isAscii } from 'node:buffer';
import type { AuditReport } from '../../shared/audit/report.ts';
import { StraightThrough } from '../../shared/audit/straight/straightLedger.ts';
import { straightReport } from '../../shared/audit/straight/straightReport.ts';
import type { AuditTerms } from '../../shared/audit/terms.ts';
import { rowsCsvHeader } from '../../shared/interchange/exporters/rowsCsv.ts';
import { readInvoiceLines } from '../../shared/interchange/importers/invoiceLines.ts';
import { PlainRows } from '../../shared/interchange/importers/plainRows.ts';
import { plainSlack } from '../../shared/interchange/importers/plainText.ts';
import { rowBlock } from '../../shared/ledger/rowBlock.ts';

/** The report of an audit straight through rows as exported; null where it gives up. */
export function straightAuditOf(
  terms: AuditTerms,
  { ledger, invoices }: { readonly ledger: string; readonly invoices: string },
): AuditReport | null {
  const text = Buffer.from(ledger);
  if (!isAscii(text) || !ledger.startsWith(rowsCsvHeader) || !ledger.endsWith('\n')) return null;
  const rows = new PlainRows();
  const block = rowBlock();
  const through = new StraightThrough(terms, 10);
  rows.open(Buffer.concat([text, Buffer.alloc(plainSlack)]), rowsCsvHeader.length, text.length);
  for (rows.fill(block); block.count > 0 && rows.plain; rows.fill(block)) {
    if (!through.take(block, rows.meterIds, (row) => rows.idOf(block, row))) return null;
  }
  const right = rows.plain ? through.finish() : null;
  const lines = readInvoiceLines(invoices, { zone: terms.scenario.zone, minorDigits: 2 });
  if (!lines.ok) throw new Error(lines.error);
  return right && straightReport(right, { invoices: lines.value.lines, unread: [] });
}
