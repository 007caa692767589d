import type { RowColumn, RowKind } from './ledgerRow.ts';

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
