import { rowCanonical, rowLine, type Sha256 } from '../../shared/ledger/chain.ts';
import type { LedgerRow } from '../../shared/ledger/row.ts';

/** A row after `previous`: its hash and its line, said as the format page says it. */
export function chainRow(previous: string, row: LedgerRow, sha256: Sha256): { hash: string; line: string } {
  const hash = sha256(`${previous}\n${rowCanonical(row)}`);
  return { hash, line: rowLine(row, hash) };
}
