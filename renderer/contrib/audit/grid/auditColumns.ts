import type { AuditList } from '../../../../shared/rpc/rowViews.ts';
import { figureColumn as figure, instantColumn as instant, textColumn as text } from '../../../base/grid/columnOf.ts';
import type { GridColumn } from '../../../base/grid/gridColumn.ts';
import { ledgerColumns } from '../../../workbench/rows/ledgerColumns.ts';

const number: GridColumn = { ...figure('number', '#', 72, 'Number in the list'), namesRows: true };

/** The columns of each list of an audit, in the order in which the host gives their cells. */
export const auditColumns: Readonly<Record<AuditList, readonly GridColumn[]>> = {
  findings: [
    number,
    text('severity', 'Severity', 84),
    text('code', 'Finding', 150, 'Code of the finding'),
    text('rule', 'Rule', 60),
    figure('row', 'Row', 84, 'Row of the audited ledger'),
    figure('invoice', 'Invoice', 72),
    instant('at', 'At (UTC)', 170, 'Instant in UTC'),
    text('expected', 'Expected', 130),
    text('actual', 'Actual', 130),
    figure('credits', 'Credits', 110, 'Credits: actual less expected'),
    figure('money', 'Money', 100, 'Charged less what should have been'),
    text('message', 'What it is', 480, 'The finding in plain words'),
  ],
  rows: [
    number,
    ...['at', 'kind', 'id', 'meter', 'quantity'].map(ofLedger),
    ...['credits', 'included', 'prepaid', 'flex', 'blocked'].map(ofLedger),
    ...['includedAfter', 'prepaidAfter', 'flexMonthAfter'].map(ofLedger),
  ],
  'tie-out': [
    number,
    text('tied', 'Tied', 84, 'Whether the line is as it is due'),
    figure('invoice', 'Invoice', 72),
    instant('issuedAt', 'Issued (UTC)', 170),
    text('kind', 'Line', 120),
    figure('creditsExpected', 'Credits due', 110),
    figure('creditsActual', 'Credits billed', 110),
    figure('expected', 'Due', 110, 'Amount that is due'),
    figure('actual', 'Charged', 110, 'Amount that was charged'),
    figure('difference', 'Difference', 110, 'Charged less what is due'),
  ],
  'bad-rows': [
    number,
    text('file', 'File', 200),
    figure('line', 'Line', 84),
    text('column', 'Column', 120),
    text('reason', 'Reason', 320),
    text('text', 'Text', 320, 'What stands there'),
  ],
};

function ofLedger(id: string): GridColumn {
  return ledgerColumns.find((column) => column.id === id)!;
}

export const cellOrders = Object.fromEntries(
  Object.entries(auditColumns).map(([list, columns]) => [list, columns.map(({ id }) => id)]),
) as unknown as Readonly<Record<AuditList, readonly string[]>>;

export const listTitles: Readonly<Record<AuditList, string>> = {
  findings: 'Findings',
  rows: 'Audited rows',
  'tie-out': 'Tie-out',
  'bad-rows': 'Not read',
};
