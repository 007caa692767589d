import { record, type Books } from './books.ts';
import { boundary, cycleSeries, period } from './boundary.ts';
import { pool } from './drawBlock.ts';
import {
  closeFlexMonth,
  grantRule,
  lapseIncluded,
  leave,
  openCycle,
  openGrant,
  openFlexMonth,
  running,
  startSubscription,
} from './subscription.ts';

/** The next instant at which a cycle or a Flex month ends, or Infinity where nothing runs. */
export function nextBoundary(books: Books): number {
  const { subscription } = books;
  if (!subscription) return Infinity;
  return Math.min(subscription.cycle.until, subscription.flexMonth.until, nextTwelfth(books));
}

/**
 * Does all that a boundary asks for, in its order: lapse, close the Flex month, end or change the subscription if that is
 * pending, open the next cycle. Exactly at the horizon's end the next cycle is not opened. @rule R4 R15 R25
 */
export function closeBoundary(books: Books, at: number): void {
  const subscription = running(books);
  const cycleEnds = subscription.cycle.until === at;
  const pending = cycleEnds ? subscription.pending : null;
  if (cycleEnds)
    lapseIncluded(books, at, 'expire', pending ? 'R15' : grantRule(books.program.plans[subscription.plan]!));
  if (pending) return endPending(books, at);
  if (subscription.flexMonth.until === at) {
    closeFlexMonth(books, at, false);
    openFlexMonth(books, at);
  }
  if (cycleEnds) nextCycle(books, at);
  else if (nextTwelfth(books) === at) grantTwelfth(books, at);
}

function nextCycle(books: Books, at: number): void {
  const { program } = books;
  const subscription = running(books);
  const series = cycleSeries(program, program.plans[subscription.plan]!);
  subscription.twelfth = subscription.cycle.index * 12 + 13;
  subscription.cycle = period(program, subscription.since, series, subscription.cycle.index + 1);
  if (at < program.end) openCycle(books, at);
}

/** Carries out what waited for the cycle's end. The new plan is counted from this instant. @rule R15 */
function endPending(books: Books, at: number): void {
  const pending = running(books).pending!;
  closeFlexMonth(books, at, true, { row: pending.row });
  leave(books, pending.row);
  if (pending.do === 'change-plan' && at < books.program.end) {
    startSubscription(books, { plan: pending.plan, since: at, row: pending.row });
  }
}

/** When the next twelfth of annual credits comes, where an audit supposes that they come so; else never. */
function nextTwelfth({ program, deviation, subscription }: Books): number {
  if (!deviation.annualByMonth || !subscription || program.plans[subscription.plan]!.cycle !== 'annual')
    return Infinity;
  return boundary(program, subscription.since, { policy: 'anniversary', months: 1 }, subscription.twelfth);
}

function grantTwelfth(books: Books, at: number): void {
  const subscription = running(books);
  if (books.deviation.annualByMonth === 'lapsing') lapseIncluded(books, at, 'expire', 'R5');
  subscription.twelfth += 1;
  if (at === books.program.end) return;
  const credits = Math.floor(books.program.plans[subscription.plan]!.included / 12);
  books.state[pool.included]! += credits;
  const cause = { row: subscription.startRow };
  const row = record(books, { at, kind: 'grant', rule: 'R6', cause, credits, included: credits });
  openGrant(books, { row, at, granted: credits });
}
