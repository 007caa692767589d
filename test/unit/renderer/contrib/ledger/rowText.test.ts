import { expect, it } from 'vitest';
import { rowsAsTsv } from '../../../../../renderer/contrib/ledger/rowText.ts';
import type { LedgerRow } from '../../../../../shared/ledger/row.ts';

const row = { seq: 7, kind: 'use', meter: '=HYPERLINK("x")', id: 'a\tb\nc', included: '-1.5' } as LedgerRow;

it('copied rows have a header, keep their columns, and run no formula where they are pasted', () => {
  const tsv = rowsAsTsv([row], ['seq', 'meter', 'id', 'included']);
  expect(tsv).toBe('seq\tmeter\tid\tincluded\n7\t\'=HYPERLINK("x")\ta b c\t-1.5');
});
