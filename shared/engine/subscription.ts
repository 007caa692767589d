import { assert } from '../base/assert.ts';
import { nanosPerCredit } from '../base/credits.ts';
import { zeroRatio } from '../base/ratio.ts';
import { billedFlex } from './billedFlex.ts';
import { checkRange, record, type Books, type Subscription } from './books.ts';
import { cycleSeries, flexSeries, period, periodAt } from './boundary.ts';
import { pool } from './drawBlock.ts';
import { theRules } from './deviation.ts';
import { feeLine, lineAmount } from './invoiceLine.ts';
import type { Cause, RuleId } from './outcome.ts';
import type { PlanTerms } from './program.ts';

/** What starts a subscription: the row that ordered it, and the instant from which its boundaries are counted. */
interface Start {
  readonly plan: number;
  readonly since: number;
  readonly row: number;
}

/** Opens a subscription with its first cycle, Flex month and cap window. @rule R5 R6 R7 R13 */
export function startSubscription(books: Books, { plan, since, row }: Start): void {
  books.subscription = makeSubscription(books, { plan, since, row }, since);
  openCapWindow(books, since);
  openCycle(books, since);
}

const monthly = { policy: 'anniversary', months: 1 } as const;

/** A subscription as it runs at `now`, nothing granted or charged. @rule R2 R27 */
export function makeSubscription(books: Books, { plan, since, row }: Start, now: number): Subscription {
  const { program } = books;
  return {
    plan,
    since,
    startRow: row,
    cycle: periodAt(program, since, cycleSeries(program, program.plans[plan]!), now),
    flexMonth: periodAt(program, since, flexSeries(program), now),
    flexRowsFrom: books.usageRow,
    flexOpening: 0,
    twelfth: books.deviation.annualByMonth ? periodAt(program, since, monthly, now).index + 1 : 1,
    pending: null,
  };
}

/** Grants a cycle's included credits and charges its fee. @rule R4 R5 R6 */
export function openCycle(books: Books, at: number): void {
  const { program, state } = books;
  const subscription = running(books);
  const plan = program.plans[subscription.plan]!;
  const { rollover, noForfeit, annualByMonth } = books.deviation;
  assert(rollover || noForfeit || state[pool.included] === 0, 'a cycle opens with no included credits left over');
  const granted = annualByMonth && plan.cycle === 'annual' ? Math.floor(plan.included / 12) : plan.included;
  state[pool.included]! += granted;
  state[pool.demand] = 0;
  if (plan.cycle === 'annual') openCapWindow(books, at);
  books.steps.push({ kind: 'cycle', at, credits: granted });
  const row = record(books, {
    at,
    kind: 'grant',
    rule: grantRule(plan),
    cause: { row: subscription.startRow },
    credits: granted,
    included: granted,
  });
  openGrant(books, { row, at, granted });
  const fee = feeLine(program, subscription.plan, row);
  if (fee) books.lines.push(fee);
}

/** The rule by which a plan's included credits are granted, and lapse at the cycle's end. */
export function grantRule({ cycle }: PlanTerms): 'R5' | 'R6' {
  return cycle === 'annual' ? 'R6' : 'R5';
}

/** Begins the record of one grant, which later draws are counted to. */
export function openGrant(books: Books, { row, at, granted }: { row: number; at: number; granted: number }): void {
  const plan = running(books).plan;
  const fate = { adjusted: 0, drawn: 0, expired: 0, forfeited: 0, left: granted };
  books.grants.push({ row, from: at, plan, granted, ...fate });
  books.grant = books.grants.length - 1;
}

/** Takes away what is left of the included credits: `expire` at a cycle's end, `forfeit` where one is broken off. @rule R5 R14 */
export function lapseIncluded(books: Books, at: number, kind: 'expire' | 'forfeit', rule: RuleId, cause?: Cause): void {
  const { rollover, noForfeit } = books.deviation;
  if (kind === 'expire' ? rollover : noForfeit) return;
  books.steps.push({ kind: 'lapse', at });
  const left = books.state[pool.included]!;
  const grant = books.grants[books.grant]!;
  books.grant = -1;
  books.lapses.push({ at, kind, entriesBefore: books.entries.length, credits: left });
  if (left === 0) return;
  books.state[pool.included] = 0;
  grant.left -= left;
  grant[kind === 'expire' ? 'expired' : 'forfeited'] += left;
  record(books, { at, kind, rule, cause: cause ?? { row: grant.row }, credits: left, included: -left });
}

/**
 * Closes the open Flex month: its exact sum, rounded down once to whole credits, becomes a `flex` line where that is not 0,
 * or on a paid plan the `final-flex` line, 0 or not. @rule R12 R14 R15
 */
export function closeFlexMonth(books: Books, at: number, final: boolean, cause?: Cause): void {
  const { program, state, deviation } = books;
  const subscription = running(books);
  const entriesBefore = books.entries.length;
  const sum = state[pool.flex]!;
  const billed = billedFlex(books, sum, subscription);
  const dropped = sum - billed;
  assert(deviation !== theRules || (dropped >= 0 && dropped < nanosPerCredit), 'less than a credit is dropped');
  state[pool.flex] = deviation.fractionCarried && !final ? Math.max(0, dropped) : 0;
  const rule = final ? 'R14' : 'R12';
  const draft = { at, kind: 'flex-close', rule, cause: cause ?? { row: subscription.startRow } } as const;
  const row = sum === 0 ? null : record(books, { ...draft, credits: sum, flex: billed });
  const rows = { rowsFrom: subscription.flexRowsFrom, rowsUntil: books.usageRow, row };
  const amounts = { opening: subscription.flexOpening, sum, billed, dropped };
  books.flexMonths.push({
    from: subscription.flexMonth.from,
    until: at,
    ...rows,
    ...amounts,
    plan: subscription.plan,
    final,
    entriesBefore,
  });
  const plan = program.plans[subscription.plan]!;
  books.steps.push({ kind: 'flex-close', at, unitPrice: final && plan.kind === 'free' ? zeroRatio : plan.flexPrice });
  if (final ? plan.kind === 'paid' : billed > 0) {
    const credits = BigInt(billed);
    const amount = lineAmount(program, credits, plan.flexPrice);
    const kind = final ? 'final-flex' : 'flex';
    const flexMonth = books.flexMonths.length - 1;
    books.lines.push({
      kind,
      credits,
      unitPrice: plan.flexPrice,
      amount,
      rule,
      row,
      flexMonth,
      plan: subscription.plan,
    });
  }
}

/** Moves on to the next Flex month; on a monthly plan it opens a new cap window. @rule R12 R13 */
export function openFlexMonth(books: Books, at: number): void {
  const { program } = books;
  const subscription = running(books);
  subscription.flexMonth = period(program, subscription.since, flexSeries(program), subscription.flexMonth.index + 1);
  subscription.flexRowsFrom = books.usageRow;
  subscription.flexOpening = books.state[pool.flex]!;
  if (program.plans[subscription.plan]!.cycle === 'monthly') openCapWindow(books, at);
}

/** From here on Flex counts anew towards the cap. @rule R13 */
function openCapWindow(books: Books, at: number): void {
  books.capUsed = 0;
  books.steps.push({ kind: 'cap-window', at });
}

/** Breaks a subscription off at once: forfeits, and bills the Flex of the open month. @rule R14 */
export function endNow(books: Books, at: number, row: number): void {
  lapseIncluded(books, at, 'forfeit', 'R14', { row });
  closeFlexMonth(books, at, true, { row });
  leave(books, row);
}

/** Forgets the subscription that has ended. */
export function leave(books: Books, row: number): void {
  books.subscription = null;
  books.endedBy = row;
  books.state[pool.demand] = 0;
}

/** The subscription that must be running here. */
export function running(books: Books): Subscription {
  assert(books.subscription !== null, 'a subscription runs');
  return books.subscription;
}

/** Adds prepaid credits as a lot. `bought` in nanocredits. @rule R8 R9 R26 */
export function addLot(
  books: Books,
  lot: { id: string; at: number; bought: number; unitPrice: Books['lots'][number]['unitPrice']; row: number },
): void {
  books.lots.push({ ...lot, drawn: 0, adjustedAway: 0, left: lot.bought });
}

/** Takes prepaid credits from the oldest lots first. `amount` in nanocredits. @rule R9 R26 */
export function takeFromLots(books: Books, amount: number, how: 'drawn' | 'adjustedAway'): void {
  let wanted = amount;
  for (const lot of books.lots) {
    if (wanted === 0) break;
    const taken = Math.min(wanted, lot.left);
    lot.left -= taken;
    lot[how] += taken;
    wanted -= taken;
  }
  assert(wanted === 0, 'prepaid draws are covered by lots');
}

/** Raises a balance and refuses the run where it leaves the exact range. */
export function raise(
  books: Books,
  place: number,
  amount: number,
  where: { at: number; path: string; what: string },
): void {
  const balance = books.state[place]! + amount;
  checkRange(books, balance, where);
  books.state[place] = balance;
}
