import { assert } from '../base/assert.ts';
import { maximumNanos } from '../base/credits.ts';
import { err, ok, type Result } from '../base/result.ts';
import { applyAction, setPending } from './applyAction.ts';
import { checkRange, issueInvoices, openBooks, record, type Books, type DrawnUsage } from './books.ts';
import { capLimit } from './capLimit.ts';
import { checkInvariants } from './checkInvariants.ts';
import { closeBoundary, nextBoundary } from './closeBoundary.ts';
import { closeBooks } from './closeBooks.ts';
import { theRules, type Deviation } from './deviation.ts';
import { drawDeviating } from './drawDeviating.ts';
import { blockRows, drawBlock, pool } from './drawBlock.ts';
import type { Run, RunRefusal, Shortfall } from './outcome.ts';
import type { Action, Program, WorkspaceState } from './program.ts';
import { sumColumn } from './sumColumn.ts';
import { addLot, makeSubscription, openGrant, takeFromLots } from './subscription.ts';

/**
 * Runs a program over its horizon: from boundary to action to boundary, and between them one tight loop over usage. Every
 * refused action is reported, not just the first; a run with a refusal gives no bill. An audit may suppose a deviation from
 * the rules; its run is held to no invariant. @rule R3 R4 R25
 */
export function runProgram(program: Program, deviation: Deviation = theRules): Result<Run, readonly RunRefusal[]> {
  const books = openBooks(program, deviation);
  beginRun(books);
  drawWindow(books);
  const closed = endRun(books);
  if (closed.ok && deviation === theRules) checkInvariants(closed.value);
  return closed;
}

/** Enters what the run begins with. */
export function beginRun(books: Books): void {
  if (books.program.opening) openWith(books, books.program.opening);
}

/** Draws the usage at hand, and does what falls between it; what comes after its last row waits, for more may come before. */
export function drawWindow(books: Books): void {
  const { usage, first } = books.window;
  const last = first + usage.count;
  while (!books.ended && books.usageRow < last) {
    const at = nextInstant(books);
    drawUntil(books, at);
    if (books.usageRow < last) passTo(books, at);
  }
}

/** Does what is left up to the end, when all usage was drawn. */
export function endRun(books: Books): Result<Run, readonly RunRefusal[]> {
  while (!books.ended) passTo(books, nextInstant(books));
  if (books.refusals.length > 0) return err(books.refusals);
  const { usage, first } = books.window;
  assert(books.usageRow === first + usage.count, 'every usage row lies before the end');
  return ok(closeBooks(books));
}

function nextInstant(books: Books): number {
  const { program, nextAction } = books;
  return Math.min(nextBoundary(books), program.actions[nextAction]?.at ?? Infinity, program.end);
}

function passTo(books: Books, at: number): void {
  noteStep(books, at);
  const here = actionsAt(books.program.actions, books.nextAction, at);
  books.nextAction += here.length;
  passInstant(books, at, here);
  books.ended = at === books.program.end || books.refusals.some(({ code }) => code === 'beyond-range');
}

/** Notes the terms on which any usage was drawn since the instant before. */
function noteStep(books: Books, until: number): void {
  const from = books.passed;
  books.passed = until;
  if (from === until) return;
  const supply = books.subscription && flexSupply(books);
  const plan = books.subscription?.plan ?? null;
  books.steps.push({ kind: 'segment', from, until, plan, flexLimit: supply?.limit ?? 0 });
}

function actionsAt(actions: readonly Action[], first: number, at: number): readonly Action[] {
  let until = first;
  while (actions[until]?.at === at) until += 1;
  return actions.slice(first, until);
}

/** One instant: the boundary, then actions. What ends a plan at the very instant of its cycle's end was pending. @rule R3 */
function passInstant(books: Books, at: number, actions: readonly Action[]): void {
  let rest = actions;
  if (at === nextBoundary(books)) {
    if (at === books.subscription?.cycle.until) {
      const ending = actions.find((action) => action.do === 'cancel' || action.do === 'change-plan');
      if (ending) setPending(books, ending);
      rest = actions.filter((action) => action !== ending);
    }
    closeBoundary(books, at);
  }
  for (const action of rest) applyAction(books, action);
  issueInvoices(books, at);
}

/** Enters the state in which the horizon begins: nothing is granted or charged for it. @rule R27 */
function openWith(books: Books, opening: WorkspaceState): void {
  const { program, state } = books;
  const { subscription, included, lots } = opening;
  const prepaid = lots.reduce((sum, lot) => sum + lot.credits, 0);
  const flex = subscription?.flexMonth ?? 0;
  checkRange(books, prepaid, { at: program.start, path: 'opening.prepaid', what: 'prepaid credits' });
  state[pool.included] = included;
  state[pool.prepaid] = prepaid;
  state[pool.flex] = flex;
  books.flexEnabled = opening.flexEnabled;
  books.cap = opening.cap;
  const at = program.start;
  const cause = { path: 'opening' };
  const row = record(books, { at, kind: 'opening', rule: 'R27', cause, included, prepaid, path: 'opening' });
  books.flexSetBy = row;
  books.capSetBy = row;
  for (const { id, credits, unitPrice } of lots) addLot(books, { id, at, bought: credits, unitPrice, row });
  if (!subscription) return;
  books.subscription = makeSubscription(books, { ...subscription, row }, at);
  books.subscription.flexOpening = flex;
  books.subscription.pending = subscription.pending && { ...subscription.pending, row };
  books.capUsed = subscription.capUsed;
  openGrant(books, { row, at, granted: included });
}

/** Draws all usage before an instant, in blocks, from the balances as they stand. @rule R10 R16 R21 */
function drawUntil(books: Books, at: number): void {
  const { state } = books;
  const { usage, draws, first } = books.window;
  const until = first + rowsBefore(usage, books.usageRow - first, at);
  if (until === books.usageRow) return;
  const supply = books.subscription && flexSupply(books);
  if (!supply) return blockUntil(books, until);
  const before = state.slice();
  const { limit, shortfall } = supply;
  state[pool.room] = Math.max(0, limit - books.capUsed);
  while (books.usageRow < until) {
    const blockEnd = Math.min(books.usageRow + blockRows, until);
    noteSegment(books, blockEnd, shortfall);
    const { draws: how } = books.deviation;
    const from = books.usageRow - first;
    if (how) drawDeviating(how, state, usage, draws, { from, until: blockEnd - first });
    else drawBlock(state, usage, draws, from, blockEnd - first);
    books.usageRow = blockEnd;
    if (state[pool.demand]! > maximumNanos) break;
  }
  settleSegment(books, before);
  checkCounted(books, usage.at[books.usageRow - 1 - first]!);
}

/** Refuses the run where what a cycle, a Flex month or a cap's window adds up to is no longer exact. */
function checkCounted(books: Books, at: number): void {
  const { state, capUsed } = books;
  const flex = Math.max(state[pool.flex]!, capUsed);
  const [amount, what] =
    flex > maximumNanos
      ? [flex, 'the Flex of one month or one window of the cap']
      : [state[pool.demand]!, 'usage within one cycle'];
  checkRange(books, amount, { at, path: '', what });
}

/** Counts what a segment drew to its grant, lots, cap window and blocked total. */
function settleSegment(books: Books, before: Float64Array): void {
  const { state } = books;
  const included = before[pool.included]! - state[pool.included]!;
  const prepaid = before[pool.prepaid]! - state[pool.prepaid]!;
  const flex = state[pool.flex]! - before[pool.flex]!;
  const demand = state[pool.demand]! - before[pool.demand]!;
  const grant = books.grants[books.grant]!;
  grant.drawn += included;
  grant.left -= included;
  takeFromLots(books, prepaid, 'drawn');
  books.capUsed += flex;
  books.blocked += BigInt(demand) - BigInt(included) - BigInt(prepaid) - BigInt(flex);
}

/** While no subscription runs all usage is blocked, whatever prepaid lots there are. @rule R16 */
function blockUntil(books: Books, until: number): void {
  const { usage, first } = books.window;
  const cause = books.endedBy === null ? { path: 'timeline' } : { row: books.endedBy };
  const shortfall: Shortfall = { reason: 'no-subscription', rule: 'R16', cause };
  while (books.usageRow < until) {
    const blockEnd = Math.min(books.usageRow + blockRows, until);
    noteSegment(books, blockEnd, shortfall);
    books.blocked += sumColumn(usage.demand, books.usageRow - first, blockEnd - first);
    books.usageRow = blockEnd;
  }
}

/** The Flex that the window of the cap allows, in nanocredits, and what limits it. */
interface FlexSupply {
  readonly limit: number;
  readonly shortfall: Shortfall | null;
}

/** How much Flex may be used in the cap's window, which is none where there is no Flex. @rule R11 R13 */
function flexSupply(books: Books): FlexSupply {
  const { subscription, cap } = books;
  const plan = books.program.plans[subscription!.plan]!;
  if (plan.kind === 'free') {
    return { limit: 0, shortfall: { reason: 'free-plan', rule: 'R11', cause: { row: subscription!.startRow } } };
  }
  if (!books.flexEnabled) {
    return { limit: 0, shortfall: { reason: 'flex-off', rule: 'R11', cause: { row: books.flexSetBy! } } };
  }
  if (cap === null || plan.flexPrice.num === 0n) return { limit: Infinity, shortfall: null };
  const limit = capLimit(cap, plan.flexPrice);
  return { limit, shortfall: { reason: 'cap', rule: 'R13', cause: { row: books.capSetBy! }, limit } };
}

function noteSegment(books: Books, rowsUntil: number, shortfall: Shortfall | null): void {
  const { state, usageRow, entries, subscription } = books;
  books.segments.push({
    rowsFrom: usageRow,
    rowsUntil,
    entriesBefore: entries.length,
    included: state[pool.included]!,
    prepaid: state[pool.prepaid]!,
    flexMonth: state[pool.flex]!,
    plan: subscription?.plan ?? null,
    shortfall,
  });
}

/** The first row at `at` or later. */
function rowsBefore({ at: times, count }: DrawnUsage, from: number, at: number): number {
  let low = from;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[middle]! < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
