import { formatCredits } from '../../base/credits.ts';
import { formatMoney } from '../../base/money.ts';
import type { LotMonth } from '../../ledger/rollForward.ts';
import { csvText } from './csvCell.ts';

const figures = ['opening', 'purchased', 'used', 'lapsed', 'adjusted', 'closing'] as const;

/** The columns of a roll-forward: each figure in credits, then in money. */
export const rollForwardColumns: readonly string[] = [
  'month',
  'lot',
  'pool',
  ...figures.map((figure) => `${figure}Credits`),
  ...figures,
];

/** The figures of one lot in one month as exact text, in the order of the columns. */
export function rollForwardFigures(row: LotMonth, minorDigits: number): string[] {
  return [
    ...figures.map((figure) => formatCredits(row[figure].credits)),
    ...figures.map((figure) => formatMoney(row[figure].money, minorDigits)),
  ];
}

/** A roll-forward as CSV: one row for each month and lot, closing = opening + purchased − used − lapsed + adjusted. */
export function rollForwardCsv(rows: readonly LotMonth[], minorDigits: number): string {
  const lines = rows.map((row) =>
    [row.month, csvText(row.lot), row.pool, ...rollForwardFigures(row, minorDigits)].join(','),
  );
  return `${[rollForwardColumns.join(','), ...lines].join('\n')}\n`;
}
