import { rowFlag } from '../ledger/ledgerColumns.ts';
import type { Balances, Split } from './auditCase.ts';

/** How demand is served from balances: included, prepaid, Flex up to `room`, the rest blocked. Nanocredits. @rule R11 R16 R21 */
export function splitDemand(
  demand: number,
  { included, prepaid }: Balances,
  { room, flags, subscribed }: { readonly room: number; readonly flags: number; readonly subscribed: boolean },
): Split {
  const fromIncluded = Math.min(demand, included);
  const fromPrepaid = Math.min(demand - fromIncluded, prepaid);
  const flex = Math.min(demand - fromIncluded - fromPrepaid, room);
  const blocked = demand - fromIncluded - fromPrepaid - flex;
  const whole = (flags & rowFlag.whole) !== 0;
  if (!subscribed || (whole && blocked > 0)) return { included: 0, prepaid: 0, flex: 0, blocked: demand };
  return { included: fromIncluded, prepaid: fromPrepaid, flex, blocked };
}
