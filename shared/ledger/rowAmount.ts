import { assert } from '../base/assert.ts';

const grammar = /^(-?)(\d{1,16})(?:\.(\d{1,9}))?$/;

/** Nanocredits of an amount as a ledger row writes it; an empty cell is 0. Invariant: the row was verified. */
export function rowAmount(text: string): bigint {
  if (text === '' || text === '0') return 0n;
  const match = grammar.exec(text);
  assert(match !== null, 'an amount of a ledger row is a decimal with at most nine decimals');
  return BigInt(`${match[1]}${match[2]}${(match[3] ?? '').padEnd(9, '0')}`);
}
