import type { LedgerRow } from '../ledger/row.ts';
import type { RuleId } from './outcome.ts';
import { whyNode, type WhyNode } from './whyNode.ts';

/** How many causes are followed from one row. */
const mostCauses = 4;

/**
 * What a row of a ledger in a file says of itself, with the rows that it followed from below it. `rowOf` reads another row
 * of the same ledger by its number, or null where it cannot be read.
 */
export async function whyLedgerRow(
  row: LedgerRow,
  rowOf: (seq: number) => Promise<LedgerRow | null>,
  depth = mostCauses,
): Promise<WhyNode> {
  const seq = causeRow(row);
  const cause = seq === null || depth === 0 ? null : await rowOf(seq);
  return whyNode({
    title: titleOf(row),
    figure: figureOf(row),
    ...(/^R\d+$/.test(row.rule) ? { rule: row.rule as RuleId } : {}),
    arithmetic: arithmeticOf(row),
    row: row.seq,
    path: seq === null && /[.[:]/.test(row.cause) ? row.cause : null,
    children: cause === null ? [] : [await whyLedgerRow(cause, rowOf, depth - 1)],
  });
}

/** The number of the row that a row followed from, or null where it followed from something else. */
function causeRow(row: LedgerRow): number | null {
  return /^[1-9]\d{0,9}$/.test(row.cause) && Number(row.cause) < row.seq ? Number(row.cause) : null;
}

function titleOf({ seq, kind, meter, quantity, at, cause }: LedgerRow): string {
  const named = kind === 'subscribe' || kind === 'change-plan' || kind === 'cancel' || kind === 'set-flex';
  const what = meter === '' ? kind : `${kind} of ${meter}${quantity === '' ? '' : `, ${quantity}`}`;
  return `Row ${seq}: ${what}${named && cause !== '' ? ` (${cause})` : ''}, ${at}`;
}

function figureOf({ credits, includedAfter, prepaidAfter }: LedgerRow): string {
  return credits === '' ? `${includedAfter} included, ${prepaidAfter} prepaid left` : `${credits} credits`;
}

function arithmeticOf({ kind, credits, included, prepaid, flex, blocked }: LedgerRow): string | null {
  if (kind === 'flex-close') return `${credits} rounded down to ${flex}`;
  if (kind !== 'use') return null;
  const parts = [
    [included, 'included'],
    [prepaid, 'prepaid'],
    [flex, 'Flex'],
    [blocked, 'blocked'],
  ].filter(([text]) => text !== '' && text !== '0');
  return parts.length === 0 ? null : `${credits} = ${parts.map(([text, title]) => `${text} ${title}`).join(' + ')}`;
}
