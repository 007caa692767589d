import type { RunWithoutRows } from '../engine/outcome.ts';
import type { StatedLine } from '../ledger/invoiceLines.ts';
import type { BillLine } from './billLines.ts';
import { compareLines, compareTotals } from './compareLines.ts';
import type { OpenFinding } from './finding.ts';
import { findingOf } from './findings.ts';

/** What is wrong with the invoices, beyond what follows from the ledger. */
export function invoiceFindings(
  { invoices }: { readonly invoices: readonly StatedLine[] | null },
  { run }: { readonly run: RunWithoutRows },
  {
    expected,
    implied,
    stated,
  }: {
    readonly expected: readonly BillLine[];
    readonly implied: readonly BillLine[] | null;
    readonly stated: readonly BillLine[] | null;
  },
): OpenFinding[] {
  if (!invoices || !stated) return [];
  const digits = run.program.minorDigits;
  const period = { from: run.program.start, until: run.program.end };
  const cases = compareLines({ stated, expected, implied, period, digits });
  const totals = compareTotals(invoices, expected, digits);
  return [...cases, ...totals].map(({ found, money }) => findingOf(found, money)!);
}
