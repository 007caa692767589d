import type { ImportCounts } from './mapping.ts';
import { formatDecimal } from '../../base/format.ts';

/** Counts and control totals: they must tie to those of the source. */
export function CountsTable({ counts }: { readonly counts: ImportCounts }) {
  const { read, taken, refused, excluded, totals, first, last } = counts;
  return (
    <section className="counts" aria-label="Counts and control totals">
      <dl className="counts-strip">
        <Count title="Rows read" value={read} />
        <Count title="Usage rows" value={taken} tone="good" />
        <Count title="Refused" value={refused} tone={refused > 0 ? 'bad' : undefined} />
        <Count title="Excluded" value={excluded} />
      </dl>
      {first !== null && last !== null && (
        <p className="counts-span">
          From {first} to {last}
        </p>
      )}
      {totals.length > 0 && (
        <table className="figures-table">
          <caption>Control totals</caption>
          <thead>
            <tr>
              <th scope="col">Meter</th>
              <th scope="col" className="cell-figure">
                Rows
              </th>
              <th scope="col" className="cell-figure">
                Quantity
              </th>
            </tr>
          </thead>
          <tbody>
            {totals.map(({ meter, rows, quantity }) => (
              <tr key={meter}>
                <th scope="row">{meter}</th>
                <td className="cell-figure">{rows.toLocaleString('en')}</td>
                <td className="cell-figure">{formatDecimal(quantity)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

interface CountProps {
  readonly title: string;
  readonly value: number;
  readonly tone?: 'good' | 'bad' | undefined;
}

function Count({ title, value, tone }: CountProps) {
  return (
    <div className={tone ? `count count-${tone}` : 'count'}>
      <dt>{title}</dt>
      <dd>{value.toLocaleString('en')}</dd>
    </div>
  );
}
