import type { UsageRow } from './mapping.ts';
import { formatDecimal } from '../../base/format.ts';

interface UsageRowsTableProps {
  readonly rows: readonly UsageRow[];
  readonly taken: number;
}

/** The first usage rows as they would be written. */
export function UsageRowsTable({ rows, taken }: UsageRowsTableProps) {
  if (rows.length === 0) return <p className="more">No usage row comes out of this file as it is read now.</p>;
  return (
    <section className="usage-rows" aria-label="First usage rows">
      <h3>
        First {rows.length} of {taken.toLocaleString('en')} usage rows
      </h3>
      <div className="table-frame" tabIndex={0} role="group" aria-label="First usage rows">
        <table className="figures-table">
          <thead>
            <tr>
              <th scope="col" className="cell-figure">
                Line
              </th>
              <th scope="col">At</th>
              <th scope="col">Meter</th>
              <th scope="col" className="cell-figure">
                Quantity
              </th>
              <th scope="col" className="cell-figure">
                Credits
              </th>
              <th scope="col">Id</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={index}>
                <th scope="row" className="cell-figure">
                  {row.line}
                </th>
                <td>{row.at}</td>
                <td>{row.meter}</td>
                <td className="cell-figure">{formatDecimal(row.quantity)}</td>
                <td className="cell-figure">{row.billable ? formatDecimal(row.credits) : 'free'}</td>
                <td>{row.id}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
