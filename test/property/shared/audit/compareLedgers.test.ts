import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareLedgers } from '../../../../shared/audit/compareLedgers.ts';
import type { LedgerRow } from '../../../../shared/ledger/row.ts';
import { ledgerRow } from '../../../support/ledgerRows.ts';

/** Where each row of a ledger went in the next version of it. */
const fates = fc.array(fc.constantFrom('kept', 'removed', 'changed', 'added'), { maxLength: 60 });
const blocks = fc.record({ first: fc.integer({ min: 1, max: 9 }), second: fc.integer({ min: 1, max: 9 }) });

describe('two versions of a ledger', () => {
  it('differ by exactly the rows that were added, removed and changed, in whatever blocks and order they come', () => {
    fc.assert(
      fc.property(fates, blocks, fc.boolean(), (rows, block, reversed) => {
        const row = (index: number, credits: string) => ledgerRow({ seq: index + 1, id: `job-${index}`, credits });
        const first = rows.flatMap((fate, index) => (fate === 'added' ? [] : [row(index, '1')]));
        const second = rows.flatMap((fate, index) =>
          fate === 'removed' ? [] : [row(index, fate === 'changed' ? '2' : '1')],
        );
        const { added, removed, changed, same, balancesOnly } = compared(
          first,
          reversed ? second.toReversed() : second,
          block,
        );
        const count = (fate: string) => rows.filter((each) => each === fate).length;
        expect({ added: added.count, removed: removed.count, changed: changed.count, same, balancesOnly }).toEqual({
          added: count('added'),
          removed: count('removed'),
          changed: count('changed'),
          same: count('kept'),
          balancesOnly: 0,
        });
      }),
    );
  });
});

function compared(first: LedgerRow[], second: LedgerRow[], block: { first: number; second: number }) {
  const comparing = compareLedgers(1000);
  const length = Math.max(first.length / block.first, second.length / block.second);
  for (let at = 0; at < length; at++) {
    const part = (rows: LedgerRow[], size: number) => rows.slice(at * size, (at + 1) * size);
    comparing.take(part(first, block.first), part(second, block.second));
  }
  return comparing.finish();
}
