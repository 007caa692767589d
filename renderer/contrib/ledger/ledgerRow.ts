import type { RowsPage } from '../../../shared/rpc/views.ts';

type LedgerRow = RowsPage['rows'][number];
/** The columns and kinds of a row as the host gives it. */
export type RowColumn = keyof LedgerRow;
export type RowKind = LedgerRow['kind'];
