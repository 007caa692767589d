import type { LedgerRow } from './ledgerRow.ts';
import type { WhyNode } from '../../../shared/rpc/views.ts';

/** What a row of a ledger on disk says of itself, with the row that it followed from below it. */
export function rowWhy(row: LedgerRow, cause: LedgerRow | null): WhyNode {
  return {
    title: titleOf(row),
    figure: figureOf(row),
    rule: row.rule === '' ? null : row.rule,
    ruleText: row.cause === '' ? null : `followed from ${causeText(row)}`,
    arithmetic: arithmeticOf(row),
    row: row.seq,
    path: null,
    children: cause === null ? [] : [rowWhy(cause, null)],
    more: 0,
  };
}

/** The number of the row that a row followed from, or null where it followed from something else. */
export function causeRow(row: LedgerRow): number | null {
  return /^[1-9]\d*$/.test(row.cause) && Number(row.cause) !== row.seq ? Number(row.cause) : null;
}

function causeText(row: LedgerRow): string {
  return causeRow(row) === null ? row.cause : `row ${row.cause}`;
}

function titleOf({ seq, kind, meter, quantity, at }: LedgerRow): string {
  const what = meter === '' ? kind : `${kind} of ${meter}${quantity === '' ? '' : `, ${quantity}`}`;
  return `Row ${seq}: ${what}, ${at}`;
}

function figureOf({ credits, includedAfter, prepaidAfter }: LedgerRow): string {
  return credits === '' ? `${includedAfter} included, ${prepaidAfter} prepaid left` : `${credits} credits`;
}

function arithmeticOf(row: LedgerRow): string | null {
  const parts = [
    [row.included, 'included'],
    [row.prepaid, 'prepaid'],
    [row.flex, 'Flex'],
    [row.blocked, 'blocked'],
  ].filter(([text]) => text !== '' && text !== '0');
  if (row.credits === '' || parts.length === 0) return null;
  return `${row.credits} = ${parts.map(([text, title]) => `${text} ${title}`).join(' + ')}`;
}
