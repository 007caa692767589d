import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Run } from '../../../../shared/engine/outcome.ts';
import { accounts } from '../../../../shared/ledger/accounts.ts';
import type { Value } from '../../../../shared/ledger/deferredLot.ts';
import { journalOf } from '../../../support/journalOf.ts';
import { outcomeOf, programs } from '../../../support/programs.ts';

const sizeOf = (amount: bigint) => (amount < 0n ? -amount : amount);
const invoiced = (run: Run) => run.invoices.reduce((sum, { total }) => sum + total, 0n);
const check = (property: (run: Run) => void) =>
  fc.assert(
    fc.property(programs, (program) => property(outcomeOf(program))),
    { numRuns: 120 },
  );

describe('The journal of any run', () => {
  it('balances, transaction by transaction and in all, in money and in credits', () => {
    check((run) => {
      const { transactions, balances } = journalOf(run);
      for (const { postings } of transactions) {
        for (const commodity of ['money', 'credits'] as const) {
          const legs = postings.filter((posting) => posting.commodity === commodity);
          expect(legs.reduce((sum, { amount }) => sum + amount, 0n)).toBe(0n);
        }
      }
      expect(total(balances.all().map(([, balance]) => balance))).toEqual({ credits: 0n, money: 0n });
    });
  });

  it('claims what was invoiced, and has earned the credits that the run drew, lapsed and billed', () => {
    check((run) => {
      const { balances } = journalOf(run);
      const { totals } = run;
      expect(balances.of(accounts.receivable)).toEqual({ credits: 0n, money: invoiced(run) });
      expect(balances.of(accounts.included).credits).toBe(-totals.included);
      expect(balances.of(accounts.prepaid).credits).toBe(-totals.prepaid);
      expect(balances.of(accounts.flex).credits).toBe(totals.dropped - totals.flex);
      expect(balances.of(accounts.expired).credits).toBe(-totals.expired);
      expect(balances.of(accounts.forfeited).credits).toBe(-totals.forfeited);
      expect(balances.of(accounts.adjustments).credits).toBe(totals.adjusted);
      expect(balances.of(accounts.granted).credits).toBe(totals.granted);
      expect(balances.of(accounts.purchased).credits).toBe(totals.purchased);
      expect(balances.of(accounts.billedFlex).credits).toBe(totals.billedFlex);
    });
  });

  it('owes what is left of every lot and of the running grant, and holds the Flex that is not yet invoiced', () => {
    check((run) => {
      const { balances, lots } = journalOf(run);
      const prepaid = lots.filter(({ pool }) => pool === 'prepaid');
      expect(prepaid.map(({ id, credits }) => [id, credits])).toEqual(
        run.lots.map(({ id, left }) => [id, BigInt(left)]),
      );
      for (const { account, credits, money } of lots) {
        expect(balances.of(account)).toEqual({ credits: -credits, money: -money });
      }
      const included = lots.filter(({ pool }) => pool === 'included').map(({ credits }) => credits);
      expect(included.reduce((sum, credits) => sum + credits, 0n)).toBe(BigInt(run.closing.included));
      expect(balances.of(accounts.unbilledFlex).credits).toBe(BigInt(run.closing.subscription?.flexMonth ?? 0));
    });
  });

  it('defers of a lot the share of its price that its credits left are of those bought, to the half unit', () => {
    check((run) => {
      const untouched = run.lots.filter(({ adjustedAway, bought }) => adjustedAway === 0 && bought > 0);
      const { lots } = journalOf(run);
      for (const { id, bought, left, unitPrice } of untouched) {
        const money = lots.find((lot) => lot.pool === 'prepaid' && lot.id === id)!.money;
        const exact = Number(BigInt(left) * unitPrice.num * 100n) / Number(unitPrice.den * 1_000_000_000n);
        expect(Math.abs(Number(money) - exact), `${id}: ${left} of ${bought}`).toBeLessThanOrEqual(1.001);
      }
    });
  });

  it('never dates a transaction before the one above it', () => {
    check((run) => {
      const dates = journalOf(run).transactions.map(({ date }) => date);
      expect(dates).toEqual(dates.toSorted());
    });
  });

  it('rolls forward: each month opens as the one before closed, and all that moved is in some month', () => {
    check((run) => {
      const { months } = journalOf(run);
      const last = new Map<string, Value>();
      for (const { account, opening, purchased, used, lapsed, adjusted, closing } of months) {
        for (const unit of ['credits', 'money'] as const) {
          const before = last.get(account);
          if (before) expect(opening[unit]).toBe(before[unit]);
          expect(opening[unit] + purchased[unit] - used[unit] - lapsed[unit] + adjusted[unit]).toBe(closing[unit]);
        }
        last.set(account, closing);
      }
      const { included, prepaid, expired, forfeited, granted, purchased } = run.totals;
      expect(total(months.map(({ used }) => used)).credits).toBe(included + prepaid);
      expect(total(months.map(({ lapsed }) => lapsed)).credits).toBe(expired + forfeited);
      expect(total(months.map((month) => month.purchased)).credits).toBe(granted + purchased);
    });
  });

  it('keeps every cent of Flex: what is accrued at the end is priced as the month so far', () => {
    check((run) => {
      const { balances } = journalOf(run);
      const { subscription } = run.closing;
      const price = subscription ? run.program.plans[subscription.plan]!.flexPrice : { num: 0n, den: 1n };
      const accrued = BigInt(subscription?.flexMonth ?? 0);
      const exact = accrued * price.num * 100n - balances.of(accounts.unbilledFlex).money * price.den * 1_000_000_000n;
      expect(2n * sizeOf(exact) <= price.den * 1_000_000_000n).toBe(true);
    });
  });
});

function total(values: readonly Value[]): Value {
  return values.reduce((sum, { credits, money }) => ({ credits: sum.credits + credits, money: sum.money + money }), {
    credits: 0n,
    money: 0n,
  });
}
