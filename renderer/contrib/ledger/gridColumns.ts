import type { LedgerRow, RowColumn, RowKind } from './ledgerRow.ts';

/** How a column of the ledger is shown. */
export interface GridColumn {
  readonly id: RowColumn;
  readonly title: string;
  /** Said where the title alone is too short. */
  readonly about: string;
  readonly widthPx: number;
  readonly figure: boolean;
}

const text = (id: RowColumn, title: string, widthPx: number, about = title): GridColumn => ({
  id,
  title,
  about,
  widthPx,
  figure: false,
});
const figure = (id: RowColumn, title: string, widthPx: number, about = title): GridColumn => ({
  id,
  title,
  about,
  widthPx,
  figure: true,
});

export const gridColumns: readonly GridColumn[] = [
  figure('seq', '#', 84, 'Row'),
  text('at', 'At (UTC)', 180, 'Instant in UTC'),
  text('kind', 'Kind', 124),
  text('meter', 'Meter', 140),
  figure('quantity', 'Quantity', 96),
  figure('credits', 'Credits', 124, 'Credits: what was asked for, granted, bought or summed'),
  figure('included', 'Included', 124, 'Included credits: drawn by usage, else the change'),
  figure('prepaid', 'Prepaid', 124, 'Prepaid credits: drawn by usage, else the change'),
  figure('flex', 'Flex', 124, 'Flex credits: used, or whole credits billed at a close'),
  figure('blocked', 'Blocked', 112, 'Credits that could not be served'),
  figure('includedAfter', 'Included left', 124, 'Included credits after the row'),
  figure('prepaidAfter', 'Prepaid left', 124, 'Prepaid credits after the row'),
  figure('flexMonthAfter', 'Flex month', 124, 'Flex accrued in the open Flex month after the row'),
  text('rule', 'Rule', 56),
  text('cause', 'Cause', 190, 'What it followed from: a row, or a place in the scenario'),
  text('id', 'Id', 150, 'Identity of the usage event, or the lot'),
  text('flags', 'Flags', 90),
];

export const leastColumnPx = 40;
export const mostColumnPx = 800;

/** The width of a column moved by some pixels, within what stays readable. */
export function resized(widthPx: number, byPx: number): number {
  return Math.min(mostColumnPx, Math.max(leastColumnPx, Math.round(widthPx + byPx)));
}

export const kindIcons: Readonly<Record<RowKind, string>> = {
  opening: 'milestone',
  use: 'pulse',
  grant: 'gift',
  expire: 'history',
  forfeit: 'circle-slash',
  purchase: 'credit-card',
  adjust: 'edit',
  'flex-close': 'lock',
  subscribe: 'play',
  'change-plan': 'arrow-swap',
  cancel: 'debug-stop',
  'set-flex': 'settings',
};

/** The text of a cell as the grid shows it: an instant without its letters, everything else as it stands in the ledger. */
export function shownText(row: LedgerRow, column: RowColumn): string {
  const text = String(row[column]);
  return column === 'at' ? text.replace('T', ' ').replace(/Z$/, '') : text;
}
