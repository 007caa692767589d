import type { RowKind } from '../ledger/row.ts';
import type { Balances, Split } from './auditCase.ts';
import type { Duty } from './duties.ts';

/** Whether a row of a kind shows a duty. */
export function shows(entry: RowKind, duty: Duty): boolean {
  if (duty.kind === 'lapse') return entry === duty.as;
  return duty.kind === 'close' ? entry === 'flex-close' : entry === duty.kind;
}

/** The credits of a duty, from the balances before it, in nanocredits. */
export function dueCredits(duty: Duty, before: Balances): number {
  if (duty.kind === 'lapse') return before.included;
  return duty.kind === 'close' ? before.flexMonth : duty.credits;
}

/** Balances after a duty is done as it should be. */
export function afterDuty(duty: Duty, before: Balances): Balances {
  return changed(duty, before, dueCredits(duty, before));
}

/** Balances after a duty of so many credits. */
export function changed(duty: Duty, before: Balances, credits: number): Balances {
  switch (duty.kind) {
    case 'lapse':
      return { ...before, included: before.included - credits };
    case 'close':
      return { ...before, flexMonth: 0 };
    case 'grant':
      return { ...before, included: before.included + credits };
    case 'purchase':
      return { ...before, prepaid: before.prepaid + credits };
    case 'adjust':
      return { ...before, [duty.bucket]: before[duty.bucket] + credits };
  }
}

/** Balances after an event was served. */
export function drawn(before: Balances, { included, prepaid, flex }: Split): Balances {
  return {
    included: before.included - included,
    prepaid: before.prepaid - prepaid,
    flexMonth: before.flexMonth + flex,
  };
}

/** Whether two events are served alike. */
export function sameSplit(left: Split, right: Split): boolean {
  return (
    left.included === right.included &&
    left.prepaid === right.prepaid &&
    left.flex === right.flex &&
    left.blocked === right.blocked
  );
}

/** How many of three balances are the same. */
export function matchingBalances(left: Balances, right: Balances): number {
  return (
    Number(left.included === right.included) +
    Number(left.prepaid === right.prepaid) +
    Number(left.flexMonth === right.flexMonth)
  );
}

/** Whether all balances are the same. */
export function sameBalances(left: Balances, right: Balances): boolean {
  return matchingBalances(left, right) === 3;
}
