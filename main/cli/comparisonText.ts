import type { ChangedRow, Listed } from '../../shared/audit/compareLedgers.ts';
import type { LedgerRow } from '../../shared/ledger/row.ts';
import type { Comparison } from '../host/compare/compareSides.ts';
import { table } from './plainText.ts';

/** What the two sides are called, and the heads of ledgers. */
export interface Compared {
  readonly names: { readonly first: string; readonly second: string };
  readonly heads: { readonly first: string | null; readonly second: string | null };
}

/** Rows of each sort that are printed; `--json` lists more. */
const printedRows = 20;

/** A comparison as an auditor reads it: the verdict, the rows, then the money. */
export function comparisonText(comparison: Comparison, { names, heads }: Compared): string {
  const { same, rows, notCompared } = comparison;
  const sides = (['first', 'second'] as const).map((side) => [
    names[side],
    `${rows.rows[side]} rows`,
    heads[side] ?? '',
  ]);
  const parts = [
    same && notCompared === null ? 'The rows and the invoices are the same.\n' : `${differences(comparison)}\n`,
    table([['ledger', 'rows', 'head'], ...sides], []),
    listed('added', rows.added, added),
    listed('removed', rows.removed, added),
    listed('changed', rows.changed, changed),
    money(comparison),
  ];
  return parts.filter((part) => part !== '').join('\n');
}

function differences({ rows, invoices }: Comparison): string {
  const { added: more, removed, changed: other, balancesOnly, same } = rows;
  const counts = `Rows: ${same} same, ${more.count} added, ${removed.count} removed, ${other.count} changed`;
  const following = `, ${balancesOnly} whose balances alone differ.`;
  return `${counts}${following}${invoices ? ` Invoice lines: ${invoices.different.length} differ.` : ''}`;
}

function listed<Row>(title: string, { count, rows }: Listed<Row>, line: (row: Row) => string[]): string {
  if (count === 0) return '';
  const shown = rows.slice(0, printedRows).map((row) => [title, ...line(row)]);
  const more = count > printedRows ? `and ${count - printedRows} more: --json lists them\n` : '';
  return table(shown, []) + more;
}

function added(row: LedgerRow): string[] {
  return [`row ${row.seq}`, row.at, row.kind, row.id, row.meter, row.credits];
}

function changed({ first, second, columns }: ChangedRow): string[] {
  const cells = columns.map((column) => `${column} ${first[column]} → ${second[column]}`);
  return [`row ${first.seq}`, first.at, first.kind, first.id, first.meter, cells.join(', ')];
}

function money({ invoices, notCompared }: Comparison): string {
  if (!invoices) return `${notCompared}\n`;
  const { different, totals } = invoices;
  if (different.length === 0) return '';
  const lines = different.map(({ issuedAt, kind, first, second, difference }) => {
    return [issuedAt, kind, first ?? 'none', second ?? 'none', difference];
  });
  const total = ['', 'total', totals.first, totals.second, totals.difference];
  return table([['invoiced', 'line', 'first', 'second', 'difference'], ...lines, total], [2, 3, 4]);
}
