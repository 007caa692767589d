import { readFilter } from '../../../shared/base/rows/readFilter.ts';
import type { ColumnFault, RowsColumn } from '../../../shared/rpc/rowViews.ts';
import type { ColumnTest } from './arrange.ts';

interface ColumnFilter {
  readonly column: string;
  readonly text: string;
}

/** The tests of some filters, or all that is wrong with them. */
export function columnTests(
  columns: readonly RowsColumn[],
  filters: readonly ColumnFilter[],
): { readonly tests: readonly ColumnTest[] } | { readonly faults: readonly ColumnFault[] } {
  const tests: ColumnTest[] = [];
  const faults: ColumnFault[] = [];
  for (const { column, text } of filters) {
    const index = columns.findIndex(({ id }) => id === column);
    const read = readFilter(text, columns[index]!.kind);
    if (read.ok) tests.push({ column: index, test: read.value });
    else faults.push({ column, ...read.error });
  }
  return faults.length > 0 ? { faults } : { tests };
}
