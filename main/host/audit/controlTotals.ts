import { formatCredits } from '../../../shared/base/credits.ts';
import { formatMoney } from '../../../shared/base/money.ts';
import { sumColumn } from '../../../shared/engine/sumColumn.ts';
import type { StatedLine } from '../../../shared/ledger/invoiceLines.ts';
import type { LedgerColumns } from '../../../shared/ledger/ledgerColumns.ts';
import { rowKinds } from '../../../shared/ledger/row.ts';
import type { AuditSourceView } from '../../../shared/rpc/auditViews.ts';

type Totals = AuditSourceView['totals'];

const summed = ['credits', 'included', 'prepaid', 'flex', 'blocked'] as const;

/** Sums over the `use` rows of a ledger, as whoever exported it can make them too. */
export function ledgerTotals({ count, kind, amounts }: LedgerColumns): Totals {
  const use = rowKinds.indexOf('use');
  return summed.map((column) => {
    const values = new Float64Array(count);
    for (let row = 0; row < count; row++) {
      const amount = amounts[column][row]!;
      if (kind[row] === use && amount === amount) values[row] = amount;
    }
    return { title: column, value: formatCredits(sumColumn(values, 0, count)) };
  });
}

/** The sum of the lines of invoices, lines that state a total apart. */
export function invoiceTotals(lines: readonly StatedLine[], digits: number): Totals {
  const sum = lines.reduce((total, { kind, amount }) => (kind === 'total' ? total : total + amount), 0n);
  return [{ title: 'amount', value: formatMoney(sum, digits) }];
}
