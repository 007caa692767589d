import type { LedgerRow } from './ledgerRow.ts';
import type { RowsPage } from '../../../shared/rpc/views.ts';
import type { Workbench } from '../../platform/workbench.ts';
import type { RowSpan } from './rowPages.ts';
import { rowsAsTsv } from './rowText.ts';

const mostCopied = 50_000;
const pageRows = 2_000;

/** Copies rows as tab-separated text. More than 50,000 are for an export, and it says so. */
export async function copyRows(
  { notifications }: Workbench,
  span: RowSpan,
  fetch: (range: { from: number; count: number }) => Promise<RowsPage>,
): Promise<void> {
  const count = span.until - span.from;
  if (count > mostCopied) {
    notifications.show(
      'warning',
      `${count.toLocaleString('en')} rows are too many to copy. Export the ledger instead.`,
    );
    return;
  }
  try {
    const rows: LedgerRow[] = [];
    for (let from = span.from; from < span.until; from += pageRows) {
      const page = await fetch({ from, count: Math.min(pageRows, span.until - from) });
      rows.push(...page.rows);
    }
    await navigator.clipboard.writeText(rowsAsTsv(rows));
    notifications.announce(`${rows.length} rows copied.`);
  } catch (error) {
    notifications.failed('Copying the rows', error);
  }
}
