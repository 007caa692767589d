import { creditsOf } from '../base/credits.ts';
import { roundToMinor } from '../base/money.ts';
import { divide, multiply, zeroRatio, type Ratio } from '../base/ratio.ts';
import type { Value } from '../ledger/deferredLot.ts';
import type { JournalTerms } from '../ledger/journalBooks.ts';
import type { Run } from './outcome.ts';
import type { Program } from './program.ts';

/** What a journal needs of a run beside its rows: invoice lines, the price of Flex by row, and what the opening was worth. */
export function journalTerms({ program, invoices, segments }: Run): JournalTerms {
  const flexPrices = segments.map(({ rowsFrom, entriesBefore, plan }) => ({
    fromRow: rowsFrom + entriesBefore + 1,
    price: plan === null ? zeroRatio : program.plans[plan]!.flexPrice,
  }));
  return {
    minorDigits: program.minorDigits,
    zone: program.zone,
    opening: program.opening && openingValue(program, program.opening),
    lines: invoices.flatMap(({ number, lines }) => lines.map(({ row, amount }) => ({ invoice: number, row, amount }))),
    flexPrices,
  };
}

/**
 * What the opening state is worth: lots at their price, Flex at the plan's, and included credits at their share of the fee, for
 * that is what is still deferred of it. @rule R27
 */
function openingValue(
  program: Program,
  opening: NonNullable<Program['opening']>,
): NonNullable<JournalTerms['opening']> {
  const { included, lots, subscription } = opening;
  const plan = subscription && program.plans[subscription.plan]!;
  const valued = (nanos: number, price: Ratio): Value => ({
    credits: BigInt(nanos),
    money: roundToMinor(multiply(creditsOf(nanos), price), program.minorDigits),
  });
  const granted = Math.max(plan?.included ?? 0, included);
  const perCredit = plan && granted > 0 ? divide(plan.fee, creditsOf(granted)) : zeroRatio;
  return {
    included: valued(included, perCredit),
    lots: lots.map(({ id, credits, unitPrice }) => ({ id, ...valued(credits, unitPrice) })),
    flex: valued(subscription?.flexMonth ?? 0, plan?.flexPrice ?? zeroRatio),
  };
}
