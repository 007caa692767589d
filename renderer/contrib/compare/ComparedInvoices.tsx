import { useState } from 'react';
import type { ComparisonView, InvoiceComparison, LineDifference } from '../../../shared/rpc/compareViews.ts';
import { Button } from '../../base/Button.tsx';
import { formatMoney } from '../../base/format.ts';
import { signedMoney } from './signedMoney.ts';

interface ComparedInvoicesProps {
  readonly view: ComparisonView;
  readonly invoices: InvoiceComparison;
}

const firstShown = 100;

/** The invoice lines that differ, and the totals of both sides. */
export function ComparedInvoices({ view, invoices: { different, totals } }: ComparedInvoicesProps) {
  const [all, setAll] = useState(false);
  const shown = all ? different : different.slice(0, firstShown);
  const currency = view.first.currency ?? '';
  const text = (amount: string | null) => (amount === null ? 'no line' : formatMoney(amount, currency));
  return (
    <>
      <div className="table-scroll" role="group" tabIndex={0} aria-label="Invoice lines that differ">
        <table className="figures-table">
          <thead>
            <tr>
              <th scope="col" title="Time in UTC">
                Issued
              </th>
              <th scope="col">Line</th>
              <th scope="col" className="cell-figure">
                First
              </th>
              <th scope="col" className="cell-figure">
                Second
              </th>
              <th scope="col" className="cell-figure">
                Difference
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((line, index) => (
              <tr key={index}>
                <td>{instantText(line)}</td>
                <th scope="row">{line.kind}</th>
                <td className="cell-figure">{text(line.first)}</td>
                <td className="cell-figure">{text(line.second)}</td>
                <td className="cell-figure compare-off">{signedMoney(line.difference, currency)}</td>
              </tr>
            ))}
            <tr className="compare-total">
              <th scope="row" colSpan={2}>
                Total of all lines
              </th>
              <td className="cell-figure">{text(totals.first)}</td>
              <td className="cell-figure">{text(totals.second)}</td>
              <td className="cell-figure">{signedMoney(totals.difference, currency)}</td>
            </tr>
          </tbody>
        </table>
      </div>
      {shown.length < different.length && (
        <Button kind="link" onClick={() => setAll(true)}>
          Show all {different.length.toLocaleString('en')} lines
        </Button>
      )}
    </>
  );
}

function instantText({ issuedAt }: LineDifference): string {
  return issuedAt.replace('T', ' ').replace(/:00Z$/, 'Z');
}
