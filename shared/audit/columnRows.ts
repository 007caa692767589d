import { formatCredits } from '../base/credits.ts';
import { formatScaled } from '../base/decimal.ts';
import { formatInstant } from '../calendar/instant.ts';
import { amountColumns, rowFlag, type LedgerColumns } from '../ledger/ledgerColumns.ts';
import { rowKinds, type LedgerRow, type RowColumn } from '../ledger/row.ts';

const rowsABlock = 4096;

/** The rows of a file as ledger rows, in blocks. Rules and causes are not read from files, and are empty; rows without a number get their place. */
export function* columnRows(ledger: LedgerColumns): Generator<LedgerRow[]> {
  for (let from = 0; from < ledger.count; from += rowsABlock) {
    const length = Math.min(rowsABlock, ledger.count - from);
    yield Array.from({ length }, (_, index) => columnRow(ledger, from + index));
  }
}

/** The columns that the rows of a file can be compared by: those that it has, rules and causes apart. */
export function comparableColumns({ columns }: LedgerColumns): ReadonlySet<RowColumn> {
  return new Set([...columns].filter((column) => column !== 'rule' && column !== 'cause'));
}

function columnRow(ledger: LedgerColumns, row: number): LedgerRow {
  const { seq, at, kind, ids, meter, meterIds, quantity, quantityScale, amounts } = ledger;
  const number = seq[row]!;
  const mantissa = quantity[row]!;
  const texts = amountColumns.map((column) => [column, amountText(amounts[column][row]!)]);
  return {
    seq: Number.isNaN(number) ? row + 1 : number,
    at: formatInstant(at[row]!),
    kind: rowKinds[kind[row]!]!,
    id: ids[row] ?? '',
    meter: meterIds[meter[row]!] ?? '',
    quantity: Number.isNaN(mantissa) ? '' : formatScaled(BigInt(mantissa), quantityScale[row]!),
    ...(Object.fromEntries(texts) as Pick<LedgerRow, (typeof amountColumns)[number]>),
    rule: '',
    cause: '',
    flags: flagsText(ledger, row),
  };
}

function amountText(nanos: number): string {
  return Number.isNaN(nanos) ? '' : formatCredits(nanos);
}

function flagsText({ flags, calls }: LedgerColumns, row: number): string {
  const words = [
    (flags[row]! & rowFlag.free) > 0 ? 'free' : null,
    (flags[row]! & rowFlag.whole) > 0 ? 'whole' : null,
    calls[row]! > 1 ? `calls=${calls[row]!}` : null,
  ];
  return words.filter((word) => word !== null).join(' ');
}
