import type { MappedRole } from './mappedFile.ts';

/** One of our columns as people call it, and whether a map must name it. */
export interface OurColumn {
  readonly id: string;
  readonly title: string;
  readonly needed?: boolean;
}

const ledger: readonly OurColumn[] = [
  { id: 'at', title: 'Time', needed: true },
  { id: 'kind', title: 'Kind of row' },
  { id: 'id', title: 'Identity of the event' },
  { id: 'meter', title: 'Meter' },
  { id: 'quantity', title: 'Quantity' },
  { id: 'credits', title: 'Credits of the row' },
];

/** The pools that a row of usage draws from, one column each. */
export const drawColumns: readonly OurColumn[] = [
  { id: 'included', title: 'Drawn from included' },
  { id: 'prepaid', title: 'Drawn from prepaid' },
  { id: 'flex', title: 'Drawn as Flex' },
  { id: 'blocked', title: 'Blocked' },
];

export const balanceColumns: readonly OurColumn[] = [
  { id: 'includedAfter', title: 'Included after the row' },
  { id: 'prepaidAfter', title: 'Prepaid after the row' },
  { id: 'flexMonthAfter', title: 'Flex of the month so far' },
];

const usage: readonly OurColumn[] = [
  { id: 'at', title: 'Time', needed: true },
  { id: 'meter', title: 'Meter' },
  { id: 'quantity', title: 'Quantity' },
  { id: 'credits', title: 'Credits (instead of a meter)' },
  { id: 'id', title: 'Identity of the event' },
];

const invoices: readonly OurColumn[] = [
  { id: 'number', title: 'Invoice number', needed: true },
  { id: 'issuedAt', title: 'Issued', needed: true },
  { id: 'kind', title: 'Kind of line', needed: true },
  { id: 'credits', title: 'Credits' },
  { id: 'unitPrice', title: 'Unit price' },
  { id: 'amount', title: 'Amount', needed: true },
];

/** The columns that a map names for a role, a ledger's draws and balances apart. */
export const ourColumns: Readonly<Record<MappedRole, readonly OurColumn[]>> = { ledger, usage, invoices };

/** Kinds of rows and lines as people call them. */
export const kindTitles: Readonly<Record<'ledger' | 'invoices', readonly (readonly [string, string])[]>> = {
  ledger: [
    ['use', 'Usage'],
    ['grant', 'Grant of included credits'],
    ['expire', 'Lapse'],
    ['forfeit', 'Forfeit'],
    ['purchase', 'Purchase of prepaid credits'],
    ['adjust', 'Adjustment'],
    ['flex-close', 'Close of a Flex month'],
    ['opening', 'Opening balance'],
    ['subscribe', 'Subscription begins'],
    ['change-plan', 'Change of plan'],
    ['cancel', 'Cancellation'],
    ['set-flex', 'Flex switched'],
  ],
  invoices: [
    ['subscription', 'Subscription'],
    ['prepaid', 'Prepaid'],
    ['flex', 'Flex'],
    ['final-flex', 'Final Flex'],
    ['total', 'Total of the invoice'],
  ],
};

/** Pools that a ledger may name in words. */
export const poolTitles = [
  ['included', 'Included'],
  ['prepaid', 'Prepaid'],
  ['flex', 'Flex'],
  ['blocked', 'Blocked'],
] as const;

/** A column of the preview in a short word. */
const short: Readonly<Record<string, string>> = {
  at: 'Time',
  issuedAt: 'Issued',
  number: 'Invoice',
  includedAfter: 'Included after',
  prepaidAfter: 'Prepaid after',
  flexMonthAfter: 'Flex month',
  unitPrice: 'Unit price',
};

export function shortTitle(column: string): string {
  return short[column] ?? column.charAt(0).toUpperCase() + column.slice(1);
}
