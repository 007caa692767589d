import type { Result } from '../../../shared/base/result.ts';
import type { Zone } from '../../../shared/calendar/zone.ts';
import type { CellsRow, RowsColumn } from '../../../shared/rpc/rowViews.ts';
import type { RpcError } from '../../../shared/rpc/views.ts';

/** Rows of one source, that do not change while it is held: positions count from 0, as they stand. */
export interface RowsOf {
  readonly columns: readonly RowsColumn[];
  readonly total: number;
  /** The zone of their months; none: UTC. */
  readonly zone?: Zone;
  /** For some columns the group that a cell belongs to; in the others it follows from what they hold. */
  readonly groupLabels?: Readonly<Record<string, (cell: string) => string>>;
  /** All rows in blocks, each to be gone through once. Throws what the source throws. */
  blocks(): AsyncIterable<Iterable<CellsOfRow>>;
  /** The rows at some positions, in the order of the positions. */
  at(positions: Uint32Array): Promise<Result<readonly CellsRow[], RpcError>>;
}

/** The cell of a row in the column of that index. */
export type CellsOfRow = (column: number) => string;

/** Rows of a block. */
export const blockRows = 2048;
