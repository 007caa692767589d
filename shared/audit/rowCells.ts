import { formatCredits } from '../base/credits.ts';
import { formatScaled } from '../base/decimal.ts';
import { formatInstant } from '../calendar/instant.ts';
import { amountColumns, type LedgerColumns } from '../ledger/ledgerColumns.ts';
import { rowKinds } from '../ledger/row.ts';

/** The columns of an audited row, as it is shown. */
export const shownColumns = ['at', 'kind', 'id', 'meter', 'quantity', ...amountColumns] as const;

/** The cells of a row, from 0, as they were read: instants in UTC, amounts in credits; empty where the file states nothing. */
export function rowCells(ledger: LedgerColumns, row: number): string[] {
  const { at, kind, ids, meter, meterIds, amounts } = ledger;
  return [
    formatInstant(at[row]!),
    rowKinds[kind[row]!]!,
    ids[row] ?? '',
    meterIds[meter[row]!] ?? '',
    quantityText(ledger, row),
    ...amountColumns.map((column) => amountText(amounts[column][row]!)),
  ];
}

function quantityText({ quantity, quantityScale }: LedgerColumns, row: number): string {
  const mantissa = quantity[row]!;
  return Number.isNaN(mantissa) ? '' : formatScaled(BigInt(mantissa), quantityScale[row]!);
}

function amountText(nanos: number): string {
  return Number.isNaN(nanos) ? '' : formatCredits(nanos);
}
