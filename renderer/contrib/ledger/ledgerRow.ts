import type { RowsPage } from '../../../shared/rpc/views.ts';

/** A row as the host gives it. */
export type LedgerRow = RowsPage['rows'][number];
export type RowColumn = keyof LedgerRow;
export type RowKind = LedgerRow['kind'];
