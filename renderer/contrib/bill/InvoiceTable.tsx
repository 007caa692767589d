import { memo, useState } from 'react';
import { parseInstant, formatLocalDate } from '../../../shared/calendar/instant.ts';
import { zoneOf } from '../../../shared/calendar/zone.ts';
import type { BillView, InvoiceView } from '../../../shared/rpc/views.ts';
import { Button } from '../../base/Button.tsx';
import { formatCredits, formatDecimal, formatMoney } from '../../base/format.ts';
import { FoldButton } from '../../base/FoldButton.tsx';
import { Figure } from './Figure.tsx';

const lineTitles = { subscription: 'Subscription', prepaid: 'Prepaid', flex: 'Flex', 'final-flex': 'Final Flex' };
const firstShown = 60;

/** The invoices; each unfolds into its lines. */
export const InvoiceTable = memo(function InvoiceTable({ bill }: { readonly bill: BillView }) {
  const { invoices } = bill.statement;
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set());
  const [all, setAll] = useState(false);
  if (invoices.length === 0) return <p className="bill-none">Nothing was invoiced in this time.</p>;
  const shown = all ? invoices : invoices.slice(0, firstShown);
  const allOpen = open.size >= invoices.length;
  return (
    <>
      <div className="table-tools">
        <Button
          kind="link"
          command={allOpen ? 'bill.foldInvoices' : 'bill.unfoldInvoices'}
          icon={allOpen ? 'collapse-all' : 'expand-all'}
          onClick={() => setOpen(new Set(allOpen ? [] : invoices.map(({ number }) => number)))}
        >
          {allOpen ? 'Fold all' : 'Unfold all'}
        </Button>
      </div>
      <div className="table-scroll">
        <table className="figures-table invoice-table">
          <thead>
            <tr>
              <th scope="col">Invoice</th>
              <th scope="col">Date</th>
              <th scope="col">For</th>
              <th scope="col" className="cell-figure">
                Credits
              </th>
              <th scope="col" className="cell-figure">
                Unit price
              </th>
              <th scope="col" className="cell-figure">
                Amount
              </th>
            </tr>
          </thead>
          {shown.map((invoice) => (
            <InvoiceRows
              key={invoice.number}
              invoice={invoice}
              bill={bill}
              open={open.has(invoice.number)}
              onToggle={() => setOpen(toggled(open, invoice.number))}
            />
          ))}
        </table>
      </div>
      {shown.length < invoices.length && (
        <Button kind="link" command="list.more" onClick={() => setAll(true)}>
          Show all {invoices.length.toLocaleString('en')} invoices
        </Button>
      )}
    </>
  );
});

function toggled(open: ReadonlySet<number>, number: number): ReadonlySet<number> {
  const next = new Set(open);
  if (!next.delete(number)) next.add(number);
  return next;
}

interface InvoiceRowsProps {
  readonly invoice: InvoiceView;
  readonly bill: BillView;
  readonly open: boolean;
  onToggle(): void;
}

function InvoiceRows({ invoice, bill, open, onToggle }: InvoiceRowsProps) {
  const kinds = [...new Set(invoice.lines.map(({ kind }) => lineTitles[kind]))];
  return (
    <tbody>
      <tr className="invoice-row" data-scope="fold">
        <th scope="row">
          <FoldButton className="invoice-fold" open={open} onToggle={onToggle}>
            {invoice.number}
          </FoldButton>
        </th>
        <td>{dateOf(invoice, bill)}</td>
        <td>{kinds.join(', ')}</td>
        <td />
        <td />
        <td className="cell-figure">
          <Figure
            label={`Invoice ${invoice.number}, total`}
            text={formatMoney(invoice.total, bill.currency)}
            target={{ kind: 'invoice', invoice: invoice.number }}
          />
        </td>
      </tr>
      {open &&
        invoice.lines.map((line, index) => (
          <tr key={index} className="invoice-line">
            <td />
            <td />
            <td>{lineTitles[line.kind]}</td>
            <td className="cell-figure">{line.credits === null ? '' : formatCredits(line.credits)}</td>
            <td className="cell-figure">{formatDecimal(line.unitPrice)}</td>
            <td className="cell-figure">
              <Figure
                label={`Invoice ${invoice.number}, ${lineTitles[line.kind]}`}
                text={formatMoney(line.amount, bill.currency)}
                target={{ kind: 'line', invoice: invoice.number, line: index }}
              />
            </td>
          </tr>
        ))}
    </tbody>
  );
}

function dateOf(invoice: InvoiceView, bill: BillView): string {
  const zone = zoneOf(bill.timeZone);
  const instant = zone ? parseInstant(invoice.issuedAt, zone) : null;
  return zone && instant !== null ? formatLocalDate(instant, zone) : invoice.issuedAt;
}
