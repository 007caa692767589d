import type { GridColumn } from '../../base/grid/gridColumn.ts';
import type { RowColumn, RowKind } from './ledgerRow.ts';

const text = (id: RowColumn, title: string, widthPx: number, about = title): GridColumn => ({
  id,
  title,
  about,
  widthPx,
  kind: id === 'at' ? 'instant' : 'text',
});
const figure = (id: RowColumn, title: string, widthPx: number, about = title): GridColumn => ({
  id,
  title,
  about,
  widthPx,
  kind: 'number',
  namesRows: id === 'seq',
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

/** The cells of a row in the order in which the host gives them. */
export const cellOrder: readonly RowColumn[] = [
  'seq',
  'at',
  'kind',
  'id',
  'meter',
  'quantity',
  'credits',
  'included',
  'prepaid',
  'flex',
  'blocked',
  'includedAfter',
  'prepaidAfter',
  'flexMonthAfter',
  'rule',
  'cause',
  'flags',
];

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
