import type { AuditPreview } from '../../../../shared/rpc/auditViews.ts';
import { formatDecimal } from '../../../base/format.ts';
import { instantText } from '../instantText.ts';
import { shortTitle } from './columnWords.ts';

const texts = new Set(['at', 'issuedAt', 'kind', 'id', 'meter']);

/** What comes of the file: counts and sums, the first rows as they are read, and those that are not. */
export function PreviewRows({ preview, timeZone }: { readonly preview: AuditPreview; readonly timeZone: string }) {
  const { control, rows, rowColumns, refusedCount } = preview;
  if (!control) return null;
  const used = rowColumns.filter((_, index) => rows.some(({ cells }) => cells[index] !== ''));
  return (
    <>
      <dl className="map-counts">
        <Count
          title={preview.whole ? 'Rows read' : 'Rows read of the beginning'}
          value={control.rows.toLocaleString('en')}
        />
        <Count title="Refused" value={refusedCount.toLocaleString('en')} bad={refusedCount > 0} />
        {control.first !== null && <Count title="First" value={instantText(control.first, timeZone)} />}
        {control.last !== null && <Count title="Last" value={instantText(control.last, timeZone)} />}
      </dl>
      <p className="map-sums">
        {control.sums.map(({ title, rows: count, value }) => (
          <span key={title}>
            {title} <strong>{formatDecimal(value)}</strong> <small>({count.toLocaleString('en')})</small>
          </span>
        ))}
      </p>
      <div className="table-scroll map-table" role="group" tabIndex={0} aria-label="Rows as they are read">
        <table className="figures-table">
          <thead>
            <tr>
              <th scope="col" className="cell-figure">
                Line
              </th>
              {used.map((column) => (
                <th key={column} scope="col" className={texts.has(column) ? undefined : 'cell-figure'}>
                  {shortTitle(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ line, cells }) => (
              <tr key={line}>
                <th scope="row" className="cell-figure">
                  {line}
                </th>
                {used.map((column) => (
                  <Cell key={column} column={column} text={cells[rowColumns.indexOf(column)]!} timeZone={timeZone} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <RefusedRows preview={preview} />
    </>
  );
}

function Count({
  title,
  value,
  bad = false,
}: {
  readonly title: string;
  readonly value: string;
  readonly bad?: boolean;
}) {
  return (
    <div className={bad ? 'map-count map-count-bad' : 'map-count'}>
      <dt>{title}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function Cell({
  column,
  text,
  timeZone,
}: {
  readonly column: string;
  readonly text: string;
  readonly timeZone: string;
}) {
  if (column === 'at' || column === 'issuedAt') return <td title={text}>{instantText(text, timeZone)}</td>;
  if (texts.has(column)) return <td className="cell-text">{text}</td>;
  return <td className="cell-figure">{text === '' ? '' : formatDecimal(text)}</td>;
}

/** Rows that cannot be read, each with its line, column and reason. */
function RefusedRows({ preview: { refused, refusedCount } }: { readonly preview: AuditPreview }) {
  if (refused.length === 0) return null;
  return (
    <>
      <h4>Rows that cannot be read</h4>
      <div className="table-scroll map-table" role="group" tabIndex={0} aria-label="Rows that cannot be read">
        <table className="figures-table">
          <thead>
            <tr>
              <th scope="col" className="cell-figure">
                Line
              </th>
              <th scope="col">Column</th>
              <th scope="col">Reason</th>
              <th scope="col">Text</th>
            </tr>
          </thead>
          <tbody>
            {refused.map(({ line, column, reason, text }, index) => (
              <tr key={index}>
                <th scope="row" className="cell-figure">
                  {line}
                </th>
                <td>{column}</td>
                <td>{reason}</td>
                <td className="cell-text">
                  <code>{text}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {refusedCount > refused.length && (
        <p className="audit-more">and {(refusedCount - refused.length).toLocaleString('en')} more</p>
      )}
    </>
  );
}
