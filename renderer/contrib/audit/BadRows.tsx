import type { AuditView } from '../../../shared/rpc/auditViews.ts';

/** Rows that could not be read, each with its line and reason. */
export function BadRows({ view: { badRows } }: { readonly view: AuditView }) {
  const more = badRows.count - badRows.first.length;
  return (
    <>
      <p className="audit-more">They are in no figure of this report.</p>
      <div className="table-scroll" role="group" tabIndex={0} aria-label="Rows that could not be read">
        <table className="figures-table">
          <thead>
            <tr>
              <th scope="col">File</th>
              <th scope="col" className="cell-figure">
                Line
              </th>
              <th scope="col">Column</th>
              <th scope="col">Reason</th>
              <th scope="col">Text</th>
            </tr>
          </thead>
          <tbody>
            {badRows.first.map(({ file, line, column, reason, text }, index) => (
              <tr key={index}>
                <td>{file}</td>
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
      {more > 0 && <p className="audit-more">and {more.toLocaleString('en')} more</p>}
    </>
  );
}
