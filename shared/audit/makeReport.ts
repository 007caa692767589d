import { formatCredits } from '../base/credits.ts';
import { formatMoney } from '../base/money.ts';
import { formatInstant } from '../calendar/instant.ts';
import type { RunWithoutRows } from '../engine/outcome.ts';
import type { LedgerColumns } from '../ledger/ledgerColumns.ts';
import type { AuditInput } from './audit.ts';
import type { BillLine } from './billLines.ts';
import type { RowComparison } from './compareRows.ts';
import type { Explained } from './explain.ts';
import type { Finding, FindingCode, OpenFinding } from './finding.ts';
import { reconcile } from './reconcile.ts';
import type { AuditReport, MoneyTotals } from './report.ts';
import { tieOut } from './tieOut.ts';

/** What a report says of what was audited. */
export interface Audited extends Pick<AuditInput, 'invoices' | 'unread'> {
  /** Null without an independent record. */
  readonly record: object | null;
  readonly ledger: Pick<LedgerColumns, 'count' | 'columns' | 'at'> | null;
}

interface Parts {
  readonly input: Audited;
  readonly basis: { readonly run: RunWithoutRows; readonly recordOutside: number };
  readonly rows: RowComparison | null;
  readonly findings: readonly OpenFinding[];
  readonly expected: readonly BillLine[];
  readonly actual: readonly BillLine[];
  readonly explained: Explained;
}

const mostListed = 10_000;

/** Puts together what an audit found, every figure as exact text. */
export function makeReport({ input, basis, rows, findings, expected, actual, explained }: Parts): AuditReport {
  const digits = basis.run.program.minorDigits;
  const inOrder = findings.toSorted(byTime);
  const counts: Partial<Record<FindingCode, number>> = {};
  for (const { code } of inOrder) counts[code] = (counts[code] ?? 0) + 1;
  const due = sumsOf(expected);
  const made = sumsOf(actual);
  const difference = made.map((amount, index) => amount - due[index]!);
  return {
    status: inOrder.some(({ severity }) => severity === 'error') ? 'findings' : 'clean',
    rows: input.ledger?.count ?? 0,
    invoiceLines: input.invoices?.filter(({ kind }) => kind !== 'total').length ?? 0,
    findings: inOrder.slice(0, mostListed).map((finding) => textOf(finding, digits)),
    findingCounts: counts,
    firstDivergence: firstDivergence(input, rows, inOrder),
    differingRows: rows?.differing ?? null,
    totals: {
      expected: totalsText(due, digits),
      actual: totalsText(made, digits),
      difference: totalsText(difference, digits),
    },
    reconciliation: reconcile({
      findings: inOrder,
      supposed: explained.supposed,
      expected: due[totalAt]!,
      actual: made[totalAt]!,
      digits,
    }),
    residual: formatMoney(explained.residual, digits),
    explanations: explained.explanations.map(({ residual, ...rest }) => ({
      ...rest,
      residual: formatMoney(residual, digits),
    })),
    explained: explained.explained,
    tieOut: tieOut(expected, actual, digits).slice(0, mostListed),
    unchecked: [...uncheckedOf(input, basis), ...(explained.cutShort ? [cutShort] : [])],
  };
}

function byTime(a: OpenFinding, b: OpenFinding): number {
  return (a.at ?? -Infinity) - (b.at ?? -Infinity) || (a.row ?? Infinity) - (b.row ?? Infinity) || 0;
}

function textOf({ at, credits, money, ...finding }: OpenFinding, digits: number): Finding {
  const { code, rule, severity, row, invoice, expected, actual, message } = finding;
  return {
    code,
    rule,
    severity,
    row,
    invoice,
    at: at === null ? null : formatInstant(at),
    expected,
    actual,
    credits: formatCredits(credits),
    money: formatMoney(money, digits),
    message,
  };
}

/** The first row that differs, with the finding that it shows or follows from. */
function firstDivergence(
  { ledger }: Audited,
  rows: RowComparison | null,
  findings: readonly OpenFinding[],
): AuditReport['firstDivergence'] {
  if (!ledger || !rows || rows.first === null) return null;
  const row = rows.first + 1;
  const at = ledger.at[rows.first]!;
  const errors = findings.filter(({ severity, at: time }) => severity === 'error' && time !== null);
  const here = errors.filter((finding) => finding.row === row);
  const before = errors.filter((finding) => (finding.row === null ? finding.at! <= at : finding.row < row));
  const cause = here[0] ?? before.at(-1) ?? errors[0];
  return cause ? { row, code: cause.code } : null;
}

const totalAt = 3;

/** Subscription, prepaid, Flex and all together, in minor units. */
function sumsOf(lines: readonly BillLine[]): bigint[] {
  const sum = (kinds: readonly string[] | null): bigint =>
    lines.reduce((total, { kind, amount }) => (!kinds || kinds.includes(kind) ? total + amount : total), 0n);
  return [sum(['subscription']), sum(['prepaid']), sum(['flex', 'final-flex']), sum(null)];
}

function totalsText(sums: readonly bigint[], digits: number): MoneyTotals {
  const [subscription, prepaid, flex, total] = sums.map((amount) => formatMoney(amount, digits)) as [
    string,
    string,
    string,
    string,
  ];
  return { subscription, prepaid, flex, total };
}

function uncheckedOf({ ledger, record, invoices, unread }: Audited, basis: Parts['basis']): string[] {
  const unchecked = [...unread];
  if (!record) unchecked.push('Completeness of usage was not checked: there is no independent record.');
  if (!ledger) unchecked.push('Rows, balances and draws were not checked: there is no ledger.');
  if (!invoices) unchecked.push('Invoices were not checked: the bill is what the ledger implies.');
  const missing = ledger ? compared.filter((column) => !ledger.columns.has(column)) : [];
  if (missing.length > 0) unchecked.push(`The ledger has no ${missing.join(', ')}: these were not compared.`);
  const { recordOutside } = basis;
  if (recordOutside > 0) unchecked.push(`${recordOutside} events of the usage record lie outside the period.`);
  return unchecked;
}

const cutShort = 'Not every hypothesis was tried: the time for the search was up.';

const compared = [
  'meter',
  'quantity',
  'credits',
  'included',
  'prepaid',
  'flex',
  'blocked',
  'includedAfter',
  'prepaidAfter',
  'flexMonthAfter',
] as const;
