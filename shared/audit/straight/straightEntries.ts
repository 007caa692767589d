import type { RunWithoutRows } from '../../engine/outcome.ts';
import { rowKinds } from '../../ledger/row.ts';
import { amountColumns } from '../../ledger/ledgerColumns.ts';
import { blockRows, type RowBlock } from '../../ledger/rowBlock.ts';
import { sameAmount } from '../compareRows.ts';
import { isOptionalKind } from '../expectedRows.ts';

/** Entries that a ledger may have to be audited straight through. */
const mostEntries = 100_000;

interface StatedEntry {
  readonly kind: number;
  readonly at: number;
  readonly usesBefore: number;
  /** In the order of `amountColumns`. */
  readonly amounts: readonly number[];
}

/** The rows of a file that are no usage, kept to be held against the entries of the run. Rows that a file may leave out are passed over. */
export class StraightEntries {
  private readonly stated: StatedEntry[] = [];

  /** Takes a row that comes after so many usage rows; false where there are too many. */
  take(block: RowBlock, row: number, usesBefore: number): boolean {
    const kind = block.kind[row]!;
    if (isOptionalKind[kind]) return true;
    const amounts = amountColumns.map((_, column) => block.amounts[column * blockRows + row]!);
    return this.stated.push({ kind, at: block.at[row]!, usesBefore, amounts }) <= mostEntries;
  }

  /** Whether these are the entries of a run, each in its place. */
  areThoseOf({ entries }: RunWithoutRows): boolean {
    const due = entries
      .map((entry) => ({ ...entry, kind: rowKinds.indexOf(entry.kind) }))
      .filter(({ kind }) => !isOptionalKind[kind]);
    if (due.length !== this.stated.length) return false;
    return due.every((entry, index) => {
      const { kind, at, usesBefore, amounts } = this.stated[index]!;
      const credits = entry.credits === null ? NaN : Number(entry.credits);
      const pools = [entry.included ?? NaN, entry.prepaid ?? NaN, entry.flex ?? NaN, NaN];
      const wanted = [credits, ...pools, entry.includedAfter, entry.prepaidAfter, entry.flexMonthAfter];
      const inPlace = entry.usageBefore === usesBefore && entry.at === at && entry.kind === kind;
      return inPlace && wanted.every((amount, column) => sameAmount(amount, amounts[column]!));
    });
  }
}
