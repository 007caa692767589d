import { rowCells, shownColumns } from '../../../shared/audit/rowCells.ts';
import type { Finding } from '../../../shared/audit/finding.ts';
import type { TieOutLine } from '../../../shared/audit/tieOut.ts';
import { amountColumns, type LedgerColumns } from '../../../shared/ledger/ledgerColumns.ts';
import type { AuditList, RowsColumn } from '../../../shared/rpc/rowViews.ts';
import type { AuditedFiles } from '../audit/auditedFiles.ts';
import type { BadRowOfFile } from '../audit/unreadRows.ts';
import { addedColumns } from './ledgerColumns.ts';
import type { RowsOf } from './rowsOf.ts';
import { rowsOfList, type List } from './rowsOfList.ts';

/** A column with how its cell is made of a thing and its position. */
interface ListColumn<T> extends RowsColumn {
  cell(thing: T, position: number): string;
}

const kinds = { number: 'number', instant: 'instant', text: 'text' } as const;

function amount<T>(id: string, cell: ListColumn<T>['cell']): ListColumn<T> {
  return { ...column(id, 'number', cell), isAmount: true };
}

function column<T>(id: string, kind: keyof typeof kinds, cell: ListColumn<T>['cell']): ListColumn<T> {
  return { id, kind: kinds[kind], cell };
}

const numbered = column<unknown>('number', 'number', (_, position) => String(position + 1));

const findingColumns: readonly ListColumn<Finding>[] = [
  numbered,
  column('severity', 'text', ({ severity }) => severity),
  column('code', 'text', ({ code }) => code),
  column('rule', 'text', ({ rule }) => rule),
  column('row', 'number', ({ row }) => textOf(row)),
  column('invoice', 'number', ({ invoice }) => textOf(invoice)),
  column('at', 'instant', ({ at }) => textOf(at)),
  column('expected', 'text', ({ expected }) => expected),
  column('actual', 'text', ({ actual }) => actual),
  amount('credits', ({ credits }) => credits),
  amount('money', ({ money }) => money),
  column('message', 'text', ({ message }) => message),
];

const tieOutColumns: readonly ListColumn<TieOutLine>[] = [
  numbered,
  column('tied', 'text', ({ tied }) => (tied ? 'tied' : 'not tied')),
  column('invoice', 'number', ({ invoice }) => textOf(invoice)),
  column('issuedAt', 'instant', ({ issuedAt }) => issuedAt),
  column('kind', 'text', ({ kind }) => kind),
  amount('creditsExpected', ({ expected }) => expected?.credits ?? ''),
  amount('creditsActual', ({ actual }) => actual?.credits ?? ''),
  amount('expected', ({ expected }) => expected?.amount ?? ''),
  amount('actual', ({ actual }) => actual?.amount ?? ''),
  amount('difference', ({ difference }) => difference),
];

const badRowColumns: readonly ListColumn<BadRowOfFile>[] = [
  numbered,
  column('file', 'text', ({ file }) => file),
  column('line', 'number', ({ line }) => String(line)),
  column('column', 'text', (row) => row.column),
  column('reason', 'text', ({ reason }) => reason),
  column('text', 'text', ({ text }) => text),
];

/** The rows of a list of an audit. */
export function rowsOfAudit(audited: AuditedFiles, list: AuditList): RowsOf {
  return rowsOfList({ ...listOf(audited, list), zone: audited.input.terms.scenario.zone });
}

function listOf({ report, badRows, input }: AuditedFiles, list: AuditList): List {
  switch (list) {
    case 'findings':
      return listOfThings(findingColumns, report.findings);
    case 'tie-out':
      return listOfThings(tieOutColumns, report.tieOut);
    case 'bad-rows':
      return listOfThings(badRowColumns, badRows);
    case 'rows':
      return listOfColumns(input.ledger);
  }
}

function listOfThings<T>(columns: readonly ListColumn<T>[], things: readonly T[]): List {
  return {
    columns,
    total: things.length,
    cells: (position) => columns.map(({ cell }) => cell(things[position]!, position)),
  };
}

const figures: ReadonlySet<string> = new Set(['quantity', ...amountColumns]);

const readColumns: readonly RowsColumn[] = [
  { id: 'number', kind: 'number' },
  ...shownColumns.map((id) => ({
    id,
    kind: id === 'at' ? kinds.instant : figures.has(id) ? kinds.number : kinds.text,
    ...(addedColumns.has(id) ? { isAmount: true } : {}),
  })),
];

/** The rows of an audited ledger, as they were read. */
function listOfColumns(ledger: LedgerColumns | null): List {
  return {
    columns: readColumns,
    total: ledger?.count ?? 0,
    cells: (position) => [String(position + 1), ...rowCells(ledger!, position)],
  };
}

function textOf(value: number | string | null): string {
  return value === null ? '' : String(value);
}
