import type { LedgerColumns } from '../ledger/ledgerColumns.ts';
import type { EvidenceSample } from './evidence/evidence.ts';
import { rowCells, shownColumns } from './rowCells.ts';
import { sampleRows } from './sample.ts';

const columns = ['line', ...shownColumns] as const;

/** Draws rows of an audited ledger at random, and shows them as the file states them. `line` is the line of the file. */
export function sampledRows(
  ledger: LedgerColumns,
  { seed, size }: { readonly seed: number; readonly size: number },
): EvidenceSample {
  const { population, rows } = sampleRows({ seed, size, population: ledger.count });
  return { seed, population, columns, rows: rows.map((row) => ({ row, cells: cellsOf(ledger, row - 1) })) };
}

/** A row of an audited ledger in a line, as the file states it: its cells that are not empty. `row` from 1. */
export function rowText(ledger: LedgerColumns, row: number): string {
  const cells = cellsOf(ledger, row - 1);
  const [, at, kind, ...rest] = cells;
  const named = rest.flatMap((cell, index) => (cell === '' || cell === '0' ? [] : [`${columns[index + 3]!} ${cell}`]));
  return [`${kind} at ${at}`, ...named].join(', ');
}

function cellsOf(ledger: LedgerColumns, row: number): string[] {
  return [String(ledger.line[row]!), ...rowCells(ledger, row)];
}
