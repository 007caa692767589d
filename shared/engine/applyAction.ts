import { formatCredits } from '../base/credits.ts';
import { formatDecimal } from '../base/decimal.ts';
import { zeroRatio } from '../base/ratio.ts';
import { record, refuse, type Books } from './books.ts';
import { pool } from './drawBlock.ts';
import { lineAmount } from './invoiceLine.ts';
import type { Action } from './program.ts';
import { addLot, endNow, raise, running, startSubscription, takeFromLots } from './subscription.ts';
import { volumePrice } from './volumePrice.ts';

type ActionOf<Do extends Action['do']> = Extract<Action, { do: Do }>;

/** Carries out one entry of the timeline, or refuses it with its place. @rule R7 R8 R11 R14 R15 R17 R26 */
export function applyAction(books: Books, action: Action): void {
  switch (action.do) {
    case 'subscribe':
      return subscribe(books, action);
    case 'change-plan':
    case 'cancel':
      return action.when === 'now' ? endOrChangeNow(books, action) : setPending(books, action);
    case 'buy-prepaid':
      return buyPrepaid(books, action);
    case 'set-flex':
      return setFlex(books, action);
    case 'adjust':
      return adjust(books, action);
  }
}

function subscribe(books: Books, action: ActionOf<'subscribe'>): void {
  const plan = books.program.plans[action.plan]!;
  if (books.subscription) {
    const runs = books.program.plans[books.subscription.plan]!.id;
    return refuseAction(books, action, 'already-subscribed', 'no running subscription', `"${runs}" still runs`);
  }
  const row = record(books, {
    at: action.at,
    kind: 'subscribe',
    rule: 'R4',
    cause: { name: plan.id },
    path: action.path,
  });
  startSubscription(books, { plan: action.plan, since: action.at, row });
}

function endOrChangeNow(books: Books, action: ActionOf<'change-plan' | 'cancel'>): void {
  if (!books.subscription) return refuseUnsubscribed(books, action);
  const row = recordEnding(books, action, action.do === 'cancel' ? 'R14' : 'R7');
  endNow(books, action.at, row);
  if (action.do === 'change-plan') startSubscription(books, { plan: action.plan, since: action.at, row });
}

/** Has a cancellation or change wait for the end of the running cycle; it replaces one that waits already. @rule R3 R15 */
export function setPending(books: Books, action: ActionOf<'change-plan' | 'cancel'>): void {
  if (!books.subscription) return refuseUnsubscribed(books, action);
  const row = recordEnding(books, action, 'R15');
  books.subscription.pending =
    action.do === 'cancel' ? { do: 'cancel', row } : { do: 'change-plan', plan: action.plan, row };
}

function recordEnding(books: Books, action: ActionOf<'change-plan' | 'cancel'>, rule: 'R7' | 'R14' | 'R15'): number {
  const plan = action.do === 'cancel' ? running(books).plan : action.plan;
  const name = books.program.plans[plan]!.id;
  return record(books, { at: action.at, kind: action.do, rule, cause: { name }, path: action.path });
}

function buyPrepaid(books: Books, action: ActionOf<'buy-prepaid'>): void {
  const { program, subscription } = books;
  const plan = subscription ? program.plans[subscription.plan]! : null;
  const unitPrice = action.unitPrice ?? (plan && volumePrice(plan, action.credits));
  if (!unitPrice) {
    const table = plan
      ? `"${plan.id}" has no price for ${formatCredits(action.credits)} credits`
      : 'no subscription runs';
    return refuseAction(
      books,
      action,
      'no-prepaid-price',
      'a unitPrice, or a plan with a price for the quantity',
      table,
    );
  }
  raise(books, pool.prepaid, action.credits, { at: action.at, path: action.path, what: 'prepaid credits' });
  books.steps.push({ kind: 'purchase', at: action.at, bucket: 'prepaid', credits: action.credits, path: action.path });
  const paid = books.deviation.retroactivePrepaid ? payAccruedFlex(books, action.credits) : 0;
  const row = record(books, {
    at: action.at,
    kind: 'purchase',
    rule: 'R8',
    cause: { path: action.path },
    id: action.id,
    credits: action.credits,
    prepaid: action.credits,
    path: action.path,
  });
  addLot(books, { id: action.id, at: action.at, bought: action.credits, unitPrice, row });
  takeFromLots(books, paid, 'drawn');
  const credits = BigInt(action.credits);
  const amount = lineAmount(program, credits, unitPrice);
  const plain = { flexMonth: null, plan: null };
  books.prepaidLines.push({ kind: 'prepaid', credits, unitPrice, amount, rule: 'R8', row, ...plain });
}

/** What R10 rules out, and an audit may suppose: the new lot pays Flex of the open month. */
function payAccruedFlex(books: Books, bought: number): number {
  const paid = Math.min(books.state[pool.flex]!, bought);
  books.state[pool.flex]! -= paid;
  books.state[pool.prepaid]! -= paid;
  return paid;
}

function setFlex(books: Books, action: ActionOf<'set-flex'>): void {
  if (action.enabled !== null) books.flexEnabled = action.enabled;
  if (action.cap !== undefined) books.cap = action.cap;
  const cap = action.cap === undefined ? [] : [action.cap === null ? 'no cap' : `cap ${formatDecimal(action.cap)}`];
  const enabled = action.enabled === null ? [] : [action.enabled ? 'enabled' : 'disabled'];
  const name = [...enabled, ...cap].join(', ');
  const row = record(books, { at: action.at, kind: 'set-flex', rule: 'R11', cause: { name }, path: action.path });
  if (action.enabled !== null) books.flexSetBy = row;
  if (action.cap !== undefined) books.capSetBy = row;
}

function adjust(books: Books, action: ActionOf<'adjust'>): void {
  const { at, bucket, credits, path } = action;
  if (bucket === 'included' && !books.subscription) return refuseUnsubscribed(books, action);
  const balance = books.state[pool[bucket]]!;
  if (balance + credits < 0) {
    const actual = `${formatCredits(credits)} of ${formatCredits(balance)}`;
    return refuseAction(books, action, 'below-zero', `at most the ${bucket} credits that are there`, actual);
  }
  raise(books, pool[bucket], credits, { at, path, what: `${bucket} credits` });
  books.steps.push({ kind: 'adjust', at, bucket, credits, path });
  const id = bucket === 'prepaid' && credits > 0 ? `adjust-${path.replace(/\D/g, '')}` : '';
  const row = record(books, { at, kind: 'adjust', rule: 'R26', cause: { path }, id, credits, [bucket]: credits, path });
  if (bucket === 'included') adjustGrant(books, credits);
  else if (credits > 0) addLot(books, { id, at, bought: credits, unitPrice: zeroRatio, row });
  else takeFromLots(books, -credits, 'adjustedAway');
}

function adjustGrant(books: Books, credits: number): void {
  const grant = books.grants[books.grant]!;
  grant.adjusted += credits;
  grant.left += credits;
}

function refuseUnsubscribed(books: Books, action: Action): void {
  refuseAction(books, action, 'not-subscribed', 'a running subscription', 'none runs');
}

function refuseAction(
  books: Books,
  { at, path }: Action,
  code: Books['refusals'][number]['code'],
  expected: string,
  actual: string,
): void {
  refuse(books, { code, path, at, expected, actual });
}
