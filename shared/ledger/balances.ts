import type { Value } from './deferredLot.ts';
import type { Transaction } from './transaction.ts';

/** What the accounts of a journal hold, by name, in the order of their first posting. */
export interface AccountBalances {
  add(transaction: Transaction): void;
  of(account: string): Value;
  all(): readonly (readonly [account: string, balance: Value])[];
}

const nothing: Value = { credits: 0n, money: 0n };

/** Balances of no account yet. */
export function accountBalances(): AccountBalances {
  const balances = new Map<string, Value>();
  return {
    add({ postings }) {
      for (const { account, commodity, amount } of postings) {
        const before = balances.get(account) ?? nothing;
        balances.set(account, { ...before, [commodity]: before[commodity] + amount });
      }
    },
    of: (account) => balances.get(account) ?? nothing,
    all: () => [...balances],
  };
}
