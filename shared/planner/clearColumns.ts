import type { PathColumns } from '../forecast/pathColumns.ts';

/** Empties columns that are used for one path after the other: what is drawn adds to them. */
export function clearColumns({ monthAmount, monthFlex, monthBlocked, prepaidOut, includedOut }: PathColumns): void {
  monthAmount.fill(0);
  monthFlex.fill(0);
  monthBlocked.fill(0);
  includedOut.fill(NaN);
  prepaidOut.fill(NaN);
}
