import type { ComparedView, ComparisonView } from '../../../shared/rpc/compareViews.ts';
import { classes } from '../../base/classes.ts';
import { formatMoney } from '../../base/format.ts';
import { Icon } from '../../base/Icon.tsx';
import { signedMoney } from './signedMoney.ts';

/** The answer in a glance: the same or not, and what it comes to in money. */
export function Outcome({ view }: { readonly view: ComparisonView }) {
  const { same, rows, invoices, notCompared, notes } = view;
  const whole = same && notCompared === null;
  const currency = view.first.currency ?? view.second.currency ?? '';
  const counts = [
    [rows.same, 'the same'],
    [rows.changed.count, 'changed'],
    [rows.added.count, 'added'],
    [rows.removed.count, 'removed'],
    [rows.balancesOnly, 'with other balances alone'],
  ] as const;
  const told = counts.filter(([count], index) => index === 0 || count > 0);
  return (
    <div className="outcome" role="group" aria-label="Outcome">
      <div className={classes('outcome-answer', same ? 'outcome-same' : 'outcome-other')}>
        <p className="outcome-word">
          <Icon name={same ? 'pass-filled' : 'diff'} />
          {whole ? 'The same' : same ? 'The same, as far as it was compared' : 'Different'}
        </p>
        <p className="outcome-note">
          Rows: {told.map(([count, what]) => `${count.toLocaleString('en')} ${what}`).join(', ')}.
        </p>
        {[notCompared, ...notes]
          .filter((note) => note !== null)
          .map((note) => (
            <p key={note} className="outcome-note">
              {note}
            </p>
          ))}
      </div>
      {invoices && (
        <>
          <Part title="First" text={formatMoney(invoices.totals.first, currency)} note={kindOf(view.first)} />
          <Part title="Second" text={formatMoney(invoices.totals.second, currency)} note={kindOf(view.second)} />
          <Part title="Difference" text={signedMoney(invoices.totals.difference, currency)} note="second less first" />
        </>
      )}
    </div>
  );
}

function kindOf({ kind, head, name }: ComparedView): string {
  if (kind === 'scenario') return `bill of ${name}`;
  return head === null ? name : `${name}, head ${head.slice(0, 8)}…`;
}

function Part({ title, text, note }: { readonly title: string; readonly text: string; readonly note: string }) {
  return (
    <div className="outcome-part">
      <span className="outcome-label">{title}</span>
      <span className="outcome-money">{text}</span>
      <span className="outcome-note">{note}</span>
    </div>
  );
}
