import { ok, type Result } from '../base/result.ts';
import type { StatedLine } from '../ledger/invoiceLines.ts';
import type { LedgerColumns } from '../ledger/ledgerColumns.ts';
import type { UsageFileRows } from '../scenario/usageFileRows.ts';
import type { AuditCase, ChainCase } from './auditCase.ts';
import { auditBasis, type AuditBasis } from './basis.ts';
import { linesOfInvoices, linesOfRun, type BillLine } from './billLines.ts';
import { compareRows, type RowComparison } from './compareRows.ts';
import { explain } from './explain.ts';
import type { OpenFinding } from './finding.ts';
import { findingOf, settleMoney } from './findings.ts';
import { numberingCases } from './places.ts';
import { invoiceFindings } from './invoiceFindings.ts';
import { makeReport } from './makeReport.ts';
import type { AuditRefusal, AuditReport } from './report.ts';
import type { AuditTerms } from './terms.ts';
import { walkLedger } from './walk.ts';

/** What is audited by which terms. At least one of ledger and invoices, and a record where there is no ledger. */
export interface AuditInput {
  readonly terms: AuditTerms;
  readonly ledger: LedgerColumns | null;
  /** The independent record of usage. */
  readonly record: UsageFileRows | null;
  readonly invoices: readonly StatedLine[] | null;
  /** What verifying the ledger's chain found wrong. */
  readonly chain: Omit<ChainCase, 'kind' | 'at'> | null;
  /** What was not read, and so cannot be checked. */
  readonly unread: readonly string[];
  /** Asked between hypotheses: false ends the search for an explanation. */
  readonly goesOn: () => boolean;
  readonly progress: (step: string) => void;
}

/** Recomputes a ledger and its invoices through the engine, finds what differs, and looks for the mistake that explains it. */
export function audit(input: AuditInput): Result<AuditReport, readonly AuditRefusal[]> {
  const steps = auditSteps(input);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same audit in steps, none of them long: between two of them whoever drives it may do something else, or stop. */
export function* auditSteps(input: AuditInput): Generator<void, Result<AuditReport, readonly AuditRefusal[]>> {
  const { terms, ledger, invoices, progress } = input;
  progress('recomputing');
  yield;
  const basis = auditBasis(terms, ledger, input.record);
  if (!basis.ok) return basis;
  const { run } = basis.value;
  progress('comparing');
  yield;
  const rows = ledger && compareRows(run, ledger);
  const expected = linesOfRun(run);
  const { cases, implied } = ledgerCases(basis.value, rows, expected);
  const stated = invoices && linesOfInvoices(invoices);
  const findings = cases.map((found) => findingOf(found, 0n)).filter((finding) => finding !== null);
  if (input.chain) findings.push(findingOf({ kind: 'chain', at: run.program.start, ...input.chain }, 0n)!);
  addUnnamed(findings, ledger, rows);
  settleMoney(findings, { expected, implied, stated });
  findings.push(...invoiceFindings(input, basis.value, { expected, implied, stated }));
  const actual = stated ?? implied ?? expected;
  progress('explaining');
  yield;
  const explained = yield* explain({ basis: basis.value, rows, actual, expected, goesOn: input.goesOn });
  return ok(makeReport({ input, basis: basis.value, rows, findings, expected, actual, explained }));
}

/** The walk is made only where something differs: a ledger that is the recomputed one needs none. */
function ledgerCases(
  basis: AuditBasis,
  rows: RowComparison | null,
  expected: readonly BillLine[],
): { readonly cases: readonly AuditCase[]; readonly implied: readonly BillLine[] | null } {
  const { terms, run, ledger, places, recorded, match, usage } = basis;
  if (!ledger || !rows) return { cases: basis.cases, implied: null };
  const numbering = numberingCases(ledger, run);
  if (rows.differing === 0) return { cases: [...basis.cases, ...numbering], implied: expected };
  const { outside, times } = places!;
  const walk = walkLedger({ terms, run, ledger, recorded, events: match && usage, outside, times });
  return { cases: [...basis.cases, ...numbering, ...walk.cases], implied: walk.lines };
}

/** Rows that differ where no rule found why: they stand in another order. */
function addUnnamed(findings: OpenFinding[], ledger: LedgerColumns | null, rows: RowComparison | null): void {
  if (!ledger || !rows || rows.first === null || findings.some(({ severity }) => severity === 'error')) return;
  const row = rows.first;
  findings.push({
    code: 'sequence',
    rule: 'R3',
    severity: 'error',
    row: row + 1,
    invoice: null,
    at: ledger.at[row]!,
    expected: 'the order of the terms',
    actual: 'another order',
    credits: 0,
    money: 0n,
    message: 'Rows of one instant stand in another order than the terms carry them out.',
  });
}
