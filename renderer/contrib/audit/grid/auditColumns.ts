import type { AuditList } from '../../../../shared/rpc/rowViews.ts';
import type { GridColumn } from '../../../base/grid/gridColumn.ts';

const column =
  (kind: GridColumn['kind']) =>
  (id: string, title: string, widthPx: number, about = title) => ({
    id,
    title,
    about,
    widthPx,
    kind,
    namesRows: id === 'number',
  });
const text = column('text');
const figure = column('number');
const instant = column('instant');

const number = figure('number', '#', 72, 'Number in the list');

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
    instant('at', 'At (UTC)', 170, 'Instant in UTC'),
    text('kind', 'Kind', 110),
    text('id', 'Id', 150),
    text('meter', 'Meter', 130),
    figure('quantity', 'Quantity', 96),
    figure('credits', 'Credits', 110),
    figure('included', 'Included', 110),
    figure('prepaid', 'Prepaid', 110),
    figure('flex', 'Flex', 110),
    figure('blocked', 'Blocked', 110),
    figure('includedAfter', 'Included left', 110, 'Included credits after the row'),
    figure('prepaidAfter', 'Prepaid left', 110, 'Prepaid credits after the row'),
    figure('flexMonthAfter', 'Flex month', 110, 'Flex of the open month after the row'),
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

export const cellOrders = Object.fromEntries(
  Object.entries(auditColumns).map(([list, columns]) => [list, columns.map(({ id }) => id)]),
) as unknown as Readonly<Record<AuditList, readonly string[]>>;

export const listTitles: Readonly<Record<AuditList, string>> = {
  findings: 'Findings',
  rows: 'Audited rows',
  'tie-out': 'Tie-out',
  'bad-rows': 'Not read',
};
