import { useState } from 'react';
import type { RefObject } from 'react';
import type { InvoicePair, PairedLine } from '../../../shared/rpc/compareViews.ts';
import { Button } from '../../base/Button.tsx';
import { classes } from '../../base/classes.ts';
import { formatCredits, formatMoney } from '../../base/format.ts';
import { Segmented } from '../../base/Segmented.tsx';
import { signedMoney } from './signedMoney.ts';

interface InvoicePairsProps {
  readonly pairs: readonly InvoicePair[];
  readonly totals: { readonly first: string; readonly second: string; readonly difference: string };
  readonly currency: string;
  /** What the two bills are called. */
  readonly names: { readonly first: string; readonly second: string };
  /** Where the lines are walked. */
  readonly table: RefObject<HTMLTableElement | null>;
}

const firstShown = 100;

/** The invoice lines of two bills side by side: those that differ, or all. */
export function InvoicePairs({ pairs, totals, currency, names, table }: InvoicePairsProps) {
  const [which, setWhich] = useState<'different' | 'all'>('different');
  const [whole, setWhole] = useState(false);
  const different = pairs.filter(({ same }) => !same);
  const wanted = which === 'all' ? pairs : different;
  const shown = whole ? wanted : wanted.slice(0, firstShown);
  return (
    <>
      <Segmented<'different' | 'all'>
        label="Invoice lines"
        options={[
          { id: 'different', title: `That differ (${different.length.toLocaleString('en')})` },
          { id: 'all', title: `All (${pairs.length.toLocaleString('en')})` },
        ]}
        value={which}
        onChange={setWhich}
      />
      <div className="table-scroll" role="group" tabIndex={0} aria-label="Invoice lines of both">
        <table className="figures-table invoice-pairs" ref={table}>
          <PairsHead names={names} />
          <tbody>
            {shown.map((pair, index) => (
              <PairRow key={index} pair={pair} currency={currency} />
            ))}
            <tr className="compare-total">
              <th scope="row" colSpan={2}>
                Total of all lines
              </th>
              <td className="cell-figure">{formatMoney(totals.first, currency)}</td>
              <td className="cell-figure">{formatMoney(totals.second, currency)}</td>
              <td className="cell-figure">{signedMoney(totals.difference, currency)}</td>
            </tr>
          </tbody>
        </table>
      </div>
      {shown.length < wanted.length && (
        <Button kind="link" command="list.more" onClick={() => setWhole(true)}>
          Show all {wanted.length.toLocaleString('en')} lines
        </Button>
      )}
    </>
  );
}

function PairsHead({ names }: Pick<InvoicePairsProps, 'names'>) {
  return (
    <thead>
      <tr>
        <th scope="col" title="Time in UTC">
          Issued
        </th>
        <th scope="col">Line</th>
        <th scope="col" className="cell-figure">
          {names.first}
        </th>
        <th scope="col" className="cell-figure">
          {names.second}
        </th>
        <th scope="col" className="cell-figure">
          Difference
        </th>
      </tr>
    </thead>
  );
}

function PairRow({ pair, currency }: { readonly pair: InvoicePair; readonly currency: string }) {
  const { issuedAt, kind, first, second, difference, same } = pair;
  return (
    <tr data-different={!same || undefined} tabIndex={same ? undefined : -1}>
      <td>{issuedAt.replace('T', ' ').replace(/:00Z$/, 'Z')}</td>
      <th scope="row">{kind}</th>
      <LineCell line={first} currency={currency} />
      <LineCell line={second} currency={currency} />
      <td className={classes('cell-figure', !same && 'compare-off')}>
        {same ? '' : signedMoney(difference, currency)}
      </td>
    </tr>
  );
}

function LineCell({ line, currency }: { readonly line: PairedLine | null; readonly currency: string }) {
  if (!line) return <td className="cell-figure compare-none">no line</td>;
  return (
    <td className="cell-figure">
      {line.credits !== null && <span className="invoice-credits">{formatCredits(line.credits)} cr</span>}
      {formatMoney(line.amount, currency)}
    </td>
  );
}
