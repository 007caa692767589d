import type { ImportCounts, RefusedRow } from './mapping.ts';

interface RefusedTableProps {
  readonly refused: readonly RefusedRow[];
  readonly counts: ImportCounts;
}

/** Rows that are not taken, each with its line and its reason. */
export function RefusedTable({ refused, counts }: RefusedTableProps) {
  if (refused.length === 0) return null;
  const hidden = counts.refused + counts.excluded - refused.length;
  return (
    <section className="refused" aria-label="Rows that are not taken">
      <h3>Rows that are not taken</h3>
      <div className="table-frame" tabIndex={0} role="group" aria-label="Rows that are not taken">
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
            {refused.map(({ line, column, reason, text, kind }, index) => (
              <tr key={index} className={`refused-${kind}`}>
                <th scope="row" className="cell-figure">
                  {line}
                </th>
                <td>{column}</td>
                <td>
                  {kind === 'excluded' && <em>left out: </em>}
                  {reason}
                </td>
                <td className="cell-text">
                  <code>{text}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {hidden > 0 && <p className="more">and {hidden.toLocaleString('en')} more</p>}
    </section>
  );
}
