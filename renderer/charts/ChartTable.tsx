import { formatCredits, formatDecimal, formatMoney } from '../base/format.ts';
import { shareText, type ChartColumn, type ChartData } from './chartData.ts';

/** More rows are for the export. */
const mostRows = 500;

/** The figures of a chart, for those who do not see it or want them exact. */
export function ChartTable({ data }: { readonly data: ChartData }) {
  const { caption, columns, rows, currency } = data;
  return (
    <table className="figures-table">
      {caption !== undefined && <caption>{caption}</caption>}
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.title} scope="col" className={classOf(column)}>
              {column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.slice(0, mostRows).map((row, index) => (
          <tr key={index}>
            {row.map((text, at) => {
              const column = columns[at]!;
              return at === 0 ? (
                <th key={at} scope="row" className={classOf(column)}>
                  {cellText(text, column, currency)}
                </th>
              ) : (
                <td key={at} className={classOf(column)}>
                  {cellText(text, column, currency)}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
      {rows.length > mostRows && (
        <tfoot>
          <tr>
            <td colSpan={columns.length}>
              The first {mostRows} of {rows.length.toLocaleString('en')} rows: all are in the export.
            </td>
          </tr>
        </tfoot>
      )}
    </table>
  );
}

function classOf({ kind }: ChartColumn): string | undefined {
  return kind === 'text' ? undefined : 'cell-figure';
}

/** One figure as people write it. */
export function cellText(text: string, { kind }: Pick<ChartColumn, 'kind'>, currency: string): string {
  if (text === '') return '';
  if (kind === 'money') return formatMoney(text, currency);
  if (kind === 'credits') return formatCredits(text, 4);
  if (kind === 'share') return shareText(Number(text));
  return kind === 'count' ? formatDecimal(text) : text;
}
