import type { ClosingBalances } from '../../ledger/manifest.ts';

/** What goes with the rows of a ledger, so that the file can be checked later. */
export interface RowsJsonHead {
  readonly name: string;
  readonly currency: string;
  readonly engine: string;
  readonly policy: string;
  readonly scenarioSha256: string;
  readonly createdAt: string;
  readonly rowCount: number;
  readonly head: string;
  readonly closing: ClosingBalances;
}

/** The beginning of an exported ledger in JSON; rows (`rowJson`) follow, apart by `rowsJsonComma`, then `rowsJsonEnd`. */
export function rowsJsonStart(head: RowsJsonHead): string {
  const { name, currency, engine, policy, scenarioSha256, createdAt, rowCount, closing } = head;
  const stated = { name, currency, engine, policy, scenarioSha256, createdAt, rowCount, head: head.head, closing };
  const text = JSON.stringify({ format: 'drawdown.rows/1', ...stated }, null, 2);
  return `${text.slice(0, -2)},\n  "rows": [\n`;
}

/** Between two rows. */
export const rowsJsonComma = ',\n';

/** The end of an exported ledger in JSON. */
export const rowsJsonEnd = '\n  ]\n}\n';
