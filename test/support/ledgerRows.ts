import type { LedgerRow } from '../../shared/ledger/row.ts';

/** A row with nothing in it but what is given. */
export function ledgerRow(cells: Partial<LedgerRow> & { readonly seq: number }): LedgerRow {
  return {
    at: '2026-01-03T10:15:00Z',
    kind: 'use',
    id: '',
    meter: '',
    quantity: '',
    credits: '',
    included: '',
    prepaid: '',
    flex: '',
    blocked: '',
    includedAfter: '0',
    prepaidAfter: '0',
    flexMonthAfter: '0',
    rule: 'R21',
    cause: '',
    flags: '',
    ...cells,
  };
}

/** `count` uses of one credit each, from a grant that holds them all. */
export function* usesOfOneCredit(count: number): Generator<LedgerRow> {
  for (let seq = 1; seq <= count; seq++) {
    yield ledgerRow({
      seq,
      id: `job-${seq}`,
      meter: 'training',
      quantity: '30',
      credits: '1',
      included: '1',
      prepaid: '0',
      flex: '0',
      blocked: '0',
      includedAfter: String(count - seq),
      cause: `usage.events[${seq - 1}]`,
    });
  }
}
