import { figureColumn, instantColumn, textColumn } from '../../base/grid/columnOf.ts';
import type { GridColumn } from '../../base/grid/gridColumn.ts';

/** The columns of the rows of any ledger, ours or somebody's, as grids show them. */
export const ledgerColumns: readonly GridColumn[] = [
  { ...figureColumn('seq', '#', 84, 'Row'), namesRows: true },
  instantColumn('at', 'At (UTC)', 180, 'Instant in UTC'),
  textColumn('kind', 'Kind', 124),
  textColumn('meter', 'Meter', 140),
  figureColumn('quantity', 'Quantity', 96),
  figureColumn('credits', 'Credits', 124, 'Credits: what was asked for, granted, bought or summed'),
  figureColumn('included', 'Included', 124, 'Included credits: drawn by usage, else the change'),
  figureColumn('prepaid', 'Prepaid', 124, 'Prepaid credits: drawn by usage, else the change'),
  figureColumn('flex', 'Flex', 124, 'Flex credits: used, or whole credits billed at a close'),
  figureColumn('blocked', 'Blocked', 112, 'Credits that could not be served'),
  figureColumn('includedAfter', 'Included left', 124, 'Included credits after the row'),
  figureColumn('prepaidAfter', 'Prepaid left', 124, 'Prepaid credits after the row'),
  figureColumn('flexMonthAfter', 'Flex month', 124, 'Flex accrued in the open Flex month after the row'),
  textColumn('rule', 'Rule', 56),
  textColumn('cause', 'Cause', 190, 'What it followed from: a row, or a place in the scenario'),
  textColumn('id', 'Id', 150, 'Identity of the usage event, or the lot'),
  textColumn('flags', 'Flags', 90),
];
