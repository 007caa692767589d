import type { Run } from '../../../shared/engine/outcome.ts';
import type { Check } from '../../../shared/interchange/exporters/check.ts';
import { accounts } from '../../../shared/ledger/accounts.ts';
import type { AccountBalances } from '../../../shared/ledger/balances.ts';
import type { DeferredLot, Value } from '../../../shared/ledger/deferredLot.ts';
import type { LotMonth } from '../../../shared/ledger/rollForward.ts';
import type { LedgerRow } from '../../../shared/ledger/row.ts';
import { rowAmount } from '../../../shared/ledger/rowAmount.ts';

/** What the rows of a ledger add up to, in nanocredits, counted as they pass. */
export interface RowTotals {
  rows: number;
  demand: bigint;
  drawn: bigint;
  flex: bigint;
  includedAfter: bigint;
  prepaidAfter: bigint;
  flexMonthAfter: bigint;
}

/** Totals of no row yet. */
export function rowTotals(): RowTotals {
  return { rows: 0, demand: 0n, drawn: 0n, flex: 0n, includedAfter: 0n, prepaidAfter: 0n, flexMonthAfter: 0n };
}

/** Counts one row. */
export function countRow(totals: RowTotals, row: LedgerRow): void {
  totals.rows += 1;
  totals.includedAfter = rowAmount(row.includedAfter);
  totals.prepaidAfter = rowAmount(row.prepaidAfter);
  totals.flexMonthAfter = rowAmount(row.flexMonthAfter);
  if (row.kind !== 'use') return;
  const flex = rowAmount(row.flex);
  totals.demand += rowAmount(row.credits);
  totals.drawn += rowAmount(row.included) + rowAmount(row.prepaid) + flex + rowAmount(row.blocked);
  totals.flex += flex;
}

/** What a ledger, its run and its journal must agree on. */
export interface CheckedLedger {
  readonly run: Run;
  readonly manifestRows: number;
  readonly totals: RowTotals;
  readonly balances: AccountBalances;
  readonly lots: readonly DeferredLot[];
  readonly months: readonly LotMonth[];
}

/** Figures that are counted in two ways: from rows against the run, from the run against the journal. @rule R12 R21 */
export function ledgerChecks({ run, manifestRows, totals, balances, lots, months }: CheckedLedger): Check[] {
  const invoiced = run.invoices.reduce((sum, { total }) => sum + total, 0n);
  const sum = total(balances.all().map(([, balance]) => balance));
  const owed = total(lots);
  const closing = total(
    lots.map(({ account }) => months.findLast((month) => month.account === account)?.closing ?? nothing),
  );
  const left = (pool: DeferredLot['pool']) => total(lots.filter((lot) => lot.pool === pool)).credits;
  const lapsed = -balances.of(accounts.expired).credits - balances.of(accounts.forfeited).credits;
  return [
    count('Rows: as the manifest states', manifestRows, totals.rows),
    credits('Usage: demand = included + prepaid + Flex + blocked', totals.demand, totals.drawn),
    credits('Flex: drawn by rows, and in the run', run.totals.flex, totals.flex),
    credits(
      'Flex: billed by the run, and in the journal',
      run.totals.billedFlex,
      balances.of(accounts.billedFlex).credits,
    ),
    credits('Lapsed and forfeited: in the run, and in the journal', run.totals.expired + run.totals.forfeited, lapsed),
    credits('Included left: the last row, and the lots', totals.includedAfter, left('included')),
    credits('Prepaid left: the last row, and the lots', totals.prepaidAfter, left('prepaid')),
    credits(
      'Flex not yet billed: the last row, and the journal',
      totals.flexMonthAfter,
      balances.of(accounts.unbilledFlex).credits,
    ),
    money('Invoices: their totals, and the receivable', invoiced, balances.of(accounts.receivable).money),
    money('Deferred revenue: the lots, and the roll-forward', owed.money, closing.money),
    money('Journal: debits less credits, money', 0n, sum.money),
    credits('Journal: debits less credits, credits', 0n, sum.credits),
  ];
}

const nothing: Value = { credits: 0n, money: 0n };

function total(values: readonly Value[]): Value {
  return values.reduce<Value>(
    (sum, each) => ({ credits: sum.credits + each.credits, money: sum.money + each.money }),
    nothing,
  );
}

function credits(name: string, expected: bigint, actual: bigint): Check {
  return { name, unit: 'credits', expected, actual };
}

function money(name: string, expected: bigint, actual: bigint): Check {
  return { name, unit: 'money', expected, actual };
}

function count(name: string, expected: number, actual: number): Check {
  return { name, unit: 'count', expected: BigInt(expected), actual: BigInt(actual) };
}
