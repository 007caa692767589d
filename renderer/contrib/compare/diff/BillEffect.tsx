import { useRef } from 'react';
import type { BillDifference, BilledText } from '../../../../shared/rpc/compareViews.ts';
import { formatMoney } from '../../../base/format.ts';
import { Section } from '../../../base/Section.tsx';
import { Spinner } from '../../../base/Spinner.tsx';
import { InvoicePairs } from '../InvoicePairs.tsx';
import { signedMoney } from '../signedMoney.ts';
import type { Diffed } from './diffAddress.ts';
import { useBillDifference } from './useBillDifference.ts';
import { sideNames } from './versionTitle.ts';

interface BillEffectProps {
  readonly diffed: Diffed;
  readonly texts: { readonly left: string; readonly right: string };
}

/** What the difference of two scenarios does to the bill: both totals, and the invoice lines that differ. */
export function BillEffect({ diffed, texts }: BillEffectProps) {
  const { running, view, failure } = useBillDifference(diffed, texts);
  return (
    <div className="bill-effect" aria-busy={running}>
      <Section title="Effect on the bill" summary={view ? summaryOf(view) : null}>
        {failure !== null && <p className="bill-effect-note">The bills could not be computed: {failure}</p>}
        {view ? <Effect view={view} diffed={diffed} /> : failure === null && <Spinner label="Computing both bills" />}
      </Section>
    </div>
  );
}

function summaryOf({ first, second, difference }: BillDifference) {
  if (difference === null) return 'not comparable';
  const currency = first.currency ?? '';
  return (
    <>
      {totalOf(first)} → {totalOf(second)} <strong>{signedMoney(difference, currency)}</strong>
    </>
  );
}

function totalOf({ total, currency }: BilledText): string {
  return total === null ? 'no bill' : formatMoney(total, currency ?? '');
}

function Effect({ view, diffed }: { readonly view: BillDifference; readonly diffed: Diffed }) {
  const table = useRef<HTMLTableElement>(null);
  const { first, second, difference, pairs } = view;
  const names = sideNames(diffed);
  if (difference !== null && first.total !== null && second.total !== null) {
    if (pairs.every(({ same }) => same))
      return <p className="bill-effect-note">Every invoice line is the same: {totalOf(first)} in all.</p>;
    const totals = { first: first.total, second: second.total, difference };
    return <InvoicePairs pairs={pairs} totals={totals} currency={first.currency ?? ''} names={names} table={table} />;
  }
  return (
    <>
      <p className="bill-effect-note">{sayOne(names.first, first)}</p>
      <p className="bill-effect-note">{sayOne(names.second, second)}</p>
    </>
  );
}

function sayOne(name: string, billed: BilledText): string {
  return billed.fault === null ? `${name}: ${totalOf(billed)}` : `${name}: no bill. ${billed.fault}`;
}
