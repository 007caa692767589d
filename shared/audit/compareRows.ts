import type { Run } from '../engine/outcome.ts';
import { amountColumns, type LedgerColumns } from '../ledger/ledgerColumns.ts';
import { ExpectedRows, isOptionalKind } from './expectedRows.ts';

/** How a file's rows compare with the recomputed ledger, position by position. */
export interface RowComparison {
  /** The first row of the file, from 0, that differs; null where none does. */
  readonly first: number | null;
  /** Rows that differ, are missing at the end, or are too many there. */
  readonly differing: number;
}

/**
 * Compares cell by cell, in one pass: kind, time, meter, quantity and amounts. Cells of columns that the file does not have are
 * not compared, and an empty cell stands for zero.
 */
export function compareRows(run: Run, ledger: LedgerColumns): RowComparison {
  const expected = new ExpectedRows(run);
  const sameUse = useComparer(run, ledger);
  const columns = amountColumns.flatMap((column, index) =>
    ledger.columns.has(column) ? [{ actual: ledger.amounts[column], index }] : [],
  );
  let first: number | null = null;
  let differing = 0;
  for (let row = 0; row < ledger.count; row++) {
    if (isOptionalKind[ledger.kind[row]!]) continue;
    let same =
      expected.next() &&
      expected.kind === ledger.kind[row] &&
      expected.at === ledger.at[row] &&
      (expected.usage < 0 || sameUse(expected.usage, row));
    for (let column = 0; same && column < columns.length; column++) {
      const { actual, index } = columns[column]!;
      same = sameAmount(expected.amounts[index]!, actual[row]!);
    }
    if (same) continue;
    differing += 1;
    first ??= row;
  }
  while (expected.next()) differing += 1;
  return { first, differing };
}

/** Whether two amounts are the same; an empty cell, NaN, stands for zero. */
export function sameAmount(left: number, right: number): boolean {
  return left === right || (left || 0) === (right || 0);
}

function useComparer({ program }: Run, ledger: LedgerColumns): (usage: number, row: number) => boolean {
  const { usage } = program;
  const byId = new Map(program.meters.map(({ id }, index) => [id, index]));
  const meters = ledger.meterIds.map((id) => byId.get(id) ?? -2);
  const meterStated = ledger.columns.has('meter');
  const quantityStated = ledger.columns.has('quantity');
  return (index, row) => {
    const meter = usage.meter[index]!;
    const named = ledger.meter[row]!;
    if (meterStated && meter !== (named < 0 ? -1 : meters[named])) return false;
    if (!quantityStated) return true;
    if (meter < 0) return Number.isNaN(ledger.quantity[row]);
    return sameQuantity(
      { mantissa: usage.quantity[index]!, scale: usage.quantityScale[index]! },
      { mantissa: ledger.quantity[row]!, scale: ledger.quantityScale[row]! },
    );
  };
}

interface Quantity {
  readonly mantissa: number;
  readonly scale: number;
}

/** Whether two quantities `mantissa / 10^scale` are the same number. */
export function sameQuantity(left: Quantity, right: Quantity): boolean {
  if (left.scale === right.scale) return left.mantissa === right.mantissa;
  if (Number.isNaN(left.mantissa) || Number.isNaN(right.mantissa)) return false;
  return BigInt(left.mantissa) * 10n ** BigInt(right.scale) === BigInt(right.mantissa) * 10n ** BigInt(left.scale);
}
