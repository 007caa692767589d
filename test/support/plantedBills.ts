import { expect } from 'vitest';
import type { AuditReport } from '../../shared/audit/report.ts';
import type { AuditTerms } from '../../shared/audit/terms.ts';
import type { Program } from '../../shared/engine/program.ts';
import { rowColumns, type LedgerRow } from '../../shared/ledger/row.ts';
import { decodeScenario } from '../../shared/scenario/decode.ts';
import { ratePrice } from '../../shared/scenario/rateDemand.ts';
import { usageColumns } from './programs.ts';
import { scenarioDocument } from './scenarioDocument.ts';

/** The terms of a program: an audit takes its usage from elsewhere. */
export function termsOfProgram(program: Program): AuditTerms {
  const { scenario } = decodeScenario(JSON.stringify(scenarioDocument()));
  const bare = { ...program, usage: usageColumns([]) };
  const meters = new Map(program.meters.map(({ id }, index) => [id, index]));
  const prices = program.meters.map(({ rates }) => rates.map((rate) => ({ from: rate.from, price: ratePrice(rate) })));
  return { scenario: { ...scenario!, zone: program.zone }, text: '', program: bare, meters, prices };
}

/** Kinds of rows that the terms decide: a file may leave them out. */
export const optional: ReadonlySet<string> = new Set(['opening', 'subscribe', 'change-plan', 'cancel', 'set-flex']);
const apart: ReadonlySet<string> = new Set(['seq', 'id', 'rule', 'cause', 'flags']);
/** The cells of a row that an audit compares. */
export const cells = rowColumns.filter((column) => !apart.has(column));

/** The first row of a file, from 1, whose cells are not those of the right ledger at its position; those the terms decide apart. */
export function firstOther(rows: readonly LedgerRow[], right: readonly LedgerRow[]): number | null {
  const due = right.filter(({ kind }) => !optional.has(kind));
  let position = 0;
  for (const [index, row] of rows.entries()) {
    if (optional.has(row.kind)) continue;
    const wanted = due[position++];
    if (!wanted || cells.some((column) => (row[column] || '0') !== (wanted[column] || '0'))) return index + 1;
  }
  return null;
}

const cents = (text: string): bigint => BigInt(text.replace('.', ''));
const sum = (amounts: readonly { readonly money: string }[]): bigint =>
  amounts.reduce((total, { money }) => total + cents(money), 0n);

/** The bridge from what is due to what was charged adds up, cause by cause, and findings leave nothing unexplained. */
export function expectReconciled({ reconciliation, totals }: AuditReport): void {
  const { difference, byFinding, byHypothesis, expected, actual } = reconciliation;
  expect(difference).toBe(totals.difference.total);
  expect(cents(expected) + cents(difference)).toBe(cents(actual));
  expect(sum(byFinding.causes) + cents(byFinding.unexplained)).toBe(cents(difference));
  expect(byFinding.unexplained).toBe('0.00');
  if (byHypothesis) expect(sum(byHypothesis.causes) + cents(byHypothesis.unexplained)).toBe(cents(difference));
}
