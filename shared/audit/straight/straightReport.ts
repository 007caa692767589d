import { rowColumns } from '../../ledger/row.ts';
import type { AuditInput } from '../audit.ts';
import { amountsByLine, linesOfInvoices, linesOfRun, residualOf } from '../billLines.ts';
import { findingOf } from '../findings.ts';
import { invoiceFindings } from '../invoiceFindings.ts';
import { makeReport } from '../makeReport.ts';
import type { AuditReport } from '../report.ts';
import type { StraightLedger } from './straightLedger.ts';

/** The report on a ledger that is right in every row; null where its invoices charge another amount, which wants an explanation. */
export function straightReport(
  { run, rows, cases, recordOutside }: StraightLedger,
  { invoices, unread }: Pick<AuditInput, 'invoices' | 'unread'>,
): AuditReport | null {
  const expected = linesOfRun(run);
  const stated = invoices && linesOfInvoices(invoices);
  const actual = stated ?? expected;
  const residual = residualOf(amountsByLine(actual), amountsByLine(expected));
  if (residual !== 0n) return null;
  const ledger = { count: rows, columns: new Set(rowColumns), at: new Float64Array(0) };
  const input = { ledger, record: recordOutside === null ? null : {}, invoices, unread };
  const findings = cases.map((found) => findingOf(found, 0n)!);
  findings.push(...invoiceFindings(input, { run }, { expected, implied: expected, stated }));
  return makeReport({
    input,
    basis: { run, recordOutside: recordOutside ?? 0 },
    rows: { first: null, differing: 0 },
    findings,
    expected,
    actual,
    explained: { residual, explanations: [], explained: null, cutShort: false, supposed: [] },
  });
}
