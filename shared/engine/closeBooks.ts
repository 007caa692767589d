import { assert } from '../base/assert.ts';
import type { Books } from './books.ts';
import { pool } from './drawBlock.ts';
import type { CreditTotals, Entry, Run } from './outcome.ts';
import type { WorkspaceState } from './program.ts';

/** Turns the working papers of a finished run into its outcome. */
export function closeBooks(books: Books): Run {
  const { program, draws, entries, invoices, flexMonths, grants, lots, lapses, segments, steps } = books;
  assert(books.lines.length === 0 && books.prepaidLines.length === 0, 'every line is on an invoice');
  return {
    program,
    draws,
    entries,
    invoices,
    flexMonths,
    grants,
    lots,
    lapses,
    segments,
    steps,
    totals: creditTotals(books),
    closing: closingState(books),
  };
}

function creditTotals(books: Books): CreditTotals {
  const { entries, flexMonths, grants, lots, state } = books;
  const entered = (kind: Entry['kind']): bigint =>
    entries.reduce((sum, entry) => (entry.kind === kind ? sum + (entry.credits ?? 0n) : sum), 0n);
  const closedFlex = sumOf(flexMonths, (month) => month.sum);
  const openingFlex = BigInt(books.program.opening?.subscription?.flexMonth ?? 0);
  return {
    granted: entered('grant'),
    included: sumOf(grants, (grant) => grant.drawn),
    prepaid: sumOf(lots, (lot) => lot.drawn),
    flex: closedFlex + BigInt(state[pool.flex]!) - openingFlex,
    blocked: books.blocked,
    expired: entered('expire'),
    forfeited: entered('forfeit'),
    purchased: entered('purchase'),
    adjusted: entered('adjust'),
    dropped: sumOf(flexMonths, (month) => month.dropped),
    billedFlex: sumOf(flexMonths, (month) => month.billed),
  };
}

function sumOf<T>(items: readonly T[], amount: (item: T) => number): bigint {
  return items.reduce((sum, item) => sum + BigInt(amount(item)), 0n);
}

/** The state that a run ends in, which is the `opening` of the next. @rule R27 */
function closingState({ subscription, state, lots, flexEnabled, cap, capUsed }: Books): WorkspaceState {
  return {
    subscription: subscription && {
      plan: subscription.plan,
      since: subscription.since,
      pending: pendingOf(subscription.pending),
      flexMonth: state[pool.flex]!,
      capUsed,
    },
    included: state[pool.included]!,
    lots: lots.filter((lot) => lot.left > 0).map(({ id, left, unitPrice }) => ({ id, credits: left, unitPrice })),
    flexEnabled,
    cap,
  };
}

function pendingOf(pending: NonNullable<Books['subscription']>['pending']) {
  if (!pending) return null;
  return pending.do === 'cancel' ? ({ do: 'cancel' } as const) : ({ do: 'change-plan', plan: pending.plan } as const);
}
