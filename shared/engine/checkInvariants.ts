import { assert } from '../base/assert.ts';
import type { Run, RunWithoutRows } from './outcome.ts';
import { sumColumn } from './sumColumn.ts';

/**
 * Asserts what must hold of every run whatever the rules made of it, from the columns and not from the sums that the run
 * kept. @rule R12 R21
 */
export function checkInvariants(run: Run): void {
  checkSums(run, drawSums(run));
}

/** The same of a run whose rows are gone, with what they added up to. */
export function checkSums(run: RunWithoutRows, sums: DrawSums): void {
  checkDraws(run, sums);
  checkGrants(run);
  checkLots(run);
  checkFlexMonths(run);
}

/** Sums over usage rows, in nanocredits, taken from the columns. */
export interface DrawSums {
  demand: bigint;
  included: bigint;
  prepaid: bigint;
  flex: bigint;
}

function drawSums({ program, draws, segments }: Run): DrawSums {
  const sums: DrawSums = { demand: 0n, included: 0n, prepaid: 0n, flex: 0n };
  for (const { rowsFrom, rowsUntil } of segments)
    addDraws(sums, { ...draws, demand: program.usage.demand }, rowsFrom, rowsUntil);
  return sums;
}

/** Adds up rows `[from, until)` of demand and draws. */
export function addDraws(
  sums: DrawSums,
  columns: Readonly<Record<keyof DrawSums, Float64Array>>,
  from: number,
  until: number,
): void {
  sums.demand += sumColumn(columns.demand, from, until);
  sums.included += sumColumn(columns.included, from, until);
  sums.prepaid += sumColumn(columns.prepaid, from, until);
  sums.flex += sumColumn(columns.flex, from, until);
}

/** Invariant 1: demand = included + prepaid + flex + blocked, in total, and no draw is negative. */
function checkDraws({ totals }: RunWithoutRows, sums: DrawSums): void {
  assert(sums.included === totals.included, 'included draws add up to their total');
  assert(sums.prepaid === totals.prepaid, 'prepaid draws add up to their total');
  assert(sums.flex === totals.flex, 'Flex draws add up to their total');
  assert(totals.blocked >= 0n, 'no negative amount is blocked');
  const parts = sums.included + sums.prepaid + sums.flex + totals.blocked;
  assert(sums.demand === parts, 'demand = included + prepaid + flex + blocked');
}

/** Invariant 2 for grants. */
function checkGrants({ grants, closing }: RunWithoutRows): void {
  for (const grant of grants) {
    const gone = grant.drawn + grant.expired + grant.forfeited + grant.left;
    assert(grant.granted + grant.adjusted === gone, 'granted ± adjusted = drawn + expired + forfeited + left');
    assert(grant.left >= 0, 'no grant is overdrawn');
  }
  const left = grants.reduce((sum, grant) => sum + grant.left, 0);
  assert(left === closing.included, 'what is left of grants is the included balance');
}

/** Invariant 2 for lots. */
function checkLots({ lots, closing }: RunWithoutRows): void {
  for (const lot of lots) {
    assert(lot.bought === lot.drawn + lot.adjustedAway + lot.left, 'bought = drawn + adjusted away + left');
    assert(lot.left >= 0, 'no lot is overdrawn');
  }
  const left = lots.reduce((sum, lot) => sum + lot.left, 0);
  const carried = closing.lots.reduce((sum, lot) => sum + lot.credits, 0);
  assert(left === carried, 'what is left of lots is carried forward');
}

/** Invariant 4: what is billed is each month's sum rounded down, and every part of a credit dropped is below one. */
function checkFlexMonths({ flexMonths, invoices }: RunWithoutRows): void {
  for (const month of flexMonths) assert(month.sum === month.billed + month.dropped, 'sum = billed + dropped');
  const lines = invoices.flatMap((invoice) => invoice.lines).filter((line) => line.flexMonth !== null);
  const invoiced = lines.reduce((sum, line) => sum + (line.credits ?? 0n), 0n);
  const billed = flexMonths.reduce((sum, month) => sum + BigInt(month.billed), 0n);
  assert(invoiced === billed, 'Flex lines bill what the closed months came to');
  for (const invoice of invoices) {
    const total = invoice.lines.reduce((sum, line) => sum + line.amount, 0n);
    assert(total === invoice.total, 'an invoice totals its lines');
  }
}
