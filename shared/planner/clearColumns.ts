import type { PathColumns } from '../forecast/pathColumns.ts';

/** Empties the one row of columns that are used for one path after the other: what is drawn adds to them. */
export function clearColumns(columns: PathColumns): void {
  const { months, monthAmount, monthFlex, monthBlocked } = columns;
  for (let month = 0; month < months; month++) {
    monthAmount[month] = 0;
    monthFlex[month] = 0;
    monthBlocked[month] = 0;
  }
  columns.includedOut[0] = NaN;
  columns.prepaidOut[0] = NaN;
}
