import { formatCredits } from '../base/credits.ts';
import type { Balances, Split } from './auditCase.ts';

/** How an event was served, in words: `included 4, prepaid 0, flex 6, blocked 0`. */
export function splitText({ included, prepaid, flex, blocked }: Split): string {
  const parts = { included, prepaid, flex, blocked };
  return Object.entries(parts)
    .map(([pool, nanos]) => `${pool} ${formatCredits(nanos)}`)
    .join(', ');
}

/** Balances in words. */
export function balancesText({ included, prepaid, flexMonth }: Balances): string {
  return `included ${formatCredits(included)}, prepaid ${formatCredits(prepaid)}, Flex ${formatCredits(flexMonth)}`;
}

/** What was served of an event, in nanocredits. */
export function servedOf({ included, prepaid, flex }: Split): number {
  return included + prepaid + flex;
}
