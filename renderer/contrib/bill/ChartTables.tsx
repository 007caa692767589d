import type { BillView, MonthView } from '../../../shared/rpc/views.ts';
import { formatCredits, formatMoney } from '../../base/format.ts';
import { partTitles } from '../../charts/MonthBars.tsx';
import { monthTitle } from '../../charts/axisText.ts';
import { monthParts } from '../../charts/monthSeries.ts';
import { Figure } from './Figure.tsx';

interface TableProps {
  readonly bill: BillView;
  /** Whether the chart shows the place of a row. */
  shows(row: number): boolean;
}

/** Credits and money by month, each figure answering why. */
export function MonthTable({ bill, shows }: TableProps) {
  return (
    <table className="figures-table">
      <thead>
        <tr>
          <th scope="col">Month</th>
          {monthParts.map((part) => (
            <th key={part} scope="col" className="cell-figure">
              {partTitles[part]}
            </th>
          ))}
          <th scope="col" className="cell-figure">
            Invoiced
          </th>
        </tr>
      </thead>
      <tbody>
        {bill.months.map(
          (month, index) =>
            shows(index) && <MonthRow key={month.label} month={month} index={index} currency={bill.currency} />,
        )}
      </tbody>
    </table>
  );
}

function MonthRow({
  month,
  index,
  currency,
}: {
  readonly month: MonthView;
  readonly index: number;
  readonly currency: string;
}) {
  const title = monthTitle(month.label);
  return (
    <tr>
      <th scope="row">{title}</th>
      {monthParts.map((figure) => (
        <td key={figure} className="cell-figure">
          <Figure
            label={`${title}, ${partTitles[figure]}, credits`}
            text={formatCredits(month[figure])}
            target={{ kind: 'month', month: index, figure }}
          />
        </td>
      ))}
      <td className="cell-figure">
        <Figure
          label={`${title}, invoiced`}
          text={formatMoney(month.invoiced, currency)}
          target={{ kind: 'month', month: index, figure: 'invoiced' }}
        />
      </td>
    </tr>
  );
}

/** The days on which a pool ran out. */
export function BalanceTable({ bill, shows }: TableProps) {
  if (bill.runOuts.length === 0) return <p>No pool ran out in this time.</p>;
  return (
    <table className="figures-table">
      <caption>Days on which a pool ran out</caption>
      <thead>
        <tr>
          <th scope="col">Day</th>
          <th scope="col">Pool</th>
          <th scope="col" className="cell-figure">
            Ledger row
          </th>
        </tr>
      </thead>
      <tbody>
        {bill.runOuts
          .filter((_, index) => shows(index))
          .map(({ pool, date, row }) => (
            <tr key={`${pool}-${row}`}>
              <th scope="row">{date}</th>
              <td>{pool === 'included' ? 'Included' : 'Prepaid'}</td>
              <td className="cell-figure">
                <Figure label={`${date}, ledger row`} text={row.toLocaleString('en')} target={{ kind: 'row', row }} />
              </td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}

/** Money invoiced by month and in all so far. */
export function CostTable({ bill, shows }: TableProps) {
  return (
    <table className="figures-table">
      <thead>
        <tr>
          <th scope="col">Month</th>
          <th scope="col" className="cell-figure">
            Invoiced
          </th>
          <th scope="col" className="cell-figure">
            So far
          </th>
        </tr>
      </thead>
      <tbody>
        {bill.months.map(
          (month, index) =>
            shows(index) && (
              <tr key={month.label}>
                <th scope="row">{monthTitle(month.label)}</th>
                <td className="cell-figure">
                  <Figure
                    label={`${monthTitle(month.label)}, invoiced`}
                    text={formatMoney(month.invoiced, bill.currency)}
                    target={{ kind: 'month', month: index, figure: 'invoiced' }}
                  />
                </td>
                <td className="cell-figure">{formatMoney(month.cumulative, bill.currency)}</td>
              </tr>
            ),
        )}
      </tbody>
    </table>
  );
}
