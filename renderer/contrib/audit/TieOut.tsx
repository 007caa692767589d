import { useMemo, useState } from 'react';
import type { AuditView, Judgement, TieOutFigures, TieOutLine } from '../../../shared/rpc/auditViews.ts';
import { Button } from '../../base/Button.tsx';
import { formatCredits, formatMoney } from '../../base/format.ts';
import { Icon } from '../../base/Icon.tsx';
import { Segmented } from '../../base/Segmented.tsx';
import { signedMoney } from './arithmetic.ts';
import { useDesk } from './desk/deskStore.ts';
import { ThresholdMark } from './desk/ThresholdMark.tsx';
import { instantText } from './instantText.ts';
import { kindTitle } from './plainWords.ts';

const firstShown = 100;

/** Each invoice line beside the recomputed one, tied or not. */
export function TieOut({ view }: { readonly view: AuditView }) {
  const { tieOut, tieOutCount } = view;
  const open = tieOutCount.lines - tieOutCount.tied;
  const [which, setWhich] = useState<'all' | 'open'>('all');
  const [all, setAll] = useState(false);
  const marks = useDesk(view.auditId)?.judgement?.marks.lines ?? null;
  const lines = useMemo(() => {
    const marked = tieOut.map((line, index) => ({ line, mark: marks?.[index] ?? null }));
    return marked.filter(({ line }) => which === 'all' || !line.tied);
  }, [tieOut, marks, which]);
  const shown = all ? lines : lines.slice(0, firstShown);
  return (
    <>
      {open > 0 && (
        <Segmented<'all' | 'open'>
          label="Lines"
          options={[
            { id: 'all', title: 'All lines' },
            { id: 'open', title: `Not tied (${open.toLocaleString('en')})` },
          ]}
          value={which}
          onChange={setWhich}
        />
      )}
      <div className="table-scroll" role="group" tabIndex={0} aria-label="Tie-out of invoice lines">
        <table className="figures-table tie-out">
          <thead>
            <tr>
              <th scope="col">Tied</th>
              <th scope="col" className="cell-figure">
                Invoice
              </th>
              <th scope="col" title={`Time in ${view.timeZone}`}>
                Issued
              </th>
              <th scope="col">Line</th>
              <th scope="col" className="cell-figure tie-out-credits">
                Credits due
              </th>
              <th scope="col" className="cell-figure tie-out-credits">
                Credits charged
              </th>
              <th scope="col" className="cell-figure">
                Due
              </th>
              <th scope="col" className="cell-figure">
                Charged
              </th>
              <th scope="col" className="cell-figure">
                Difference
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ line, mark }, index) => (
              <Line key={index} line={line} mark={mark} view={view} />
            ))}
          </tbody>
        </table>
      </div>
      {shown.length < lines.length && (
        <Button kind="link" command="list.more" onClick={() => setAll(true)}>
          Show all {lines.length.toLocaleString('en')} lines
        </Button>
      )}
      {tieOut.length < tieOutCount.lines && (
        <p className="audit-more">The first {tieOut.length.toLocaleString('en')} lines are listed.</p>
      )}
    </>
  );
}

interface LineProps {
  readonly line: TieOutLine;
  readonly mark: Judgement['marks']['lines'][number];
  readonly view: AuditView;
}

function Line({ line, mark, view }: LineProps) {
  const { currency } = view;
  const { invoice, issuedAt, kind, expected, actual, difference, tied } = line;
  const differs = (part: keyof TieOutFigures): string =>
    expected?.[part] === actual?.[part] ? 'cell-figure' : 'cell-figure tie-out-off';
  return (
    <tr className={tied ? undefined : 'tie-out-open'}>
      <td>
        <Icon name={tied ? 'pass' : 'error'} label={tied ? 'Tied' : 'Not tied'} className={tied ? 'tied' : 'untied'} />
      </td>
      <td className="cell-figure">{invoice}</td>
      <td title={issuedAt}>{instantText(issuedAt, view.timeZone)}</td>
      <th scope="row">
        {kindTitle(kind)} <ThresholdMark mark={mark} />
      </th>
      <td className="cell-figure tie-out-credits">{creditsText(expected)}</td>
      <td className={`${differs('credits')} tie-out-credits`}>{creditsText(actual)}</td>
      <td className="cell-figure">{amountText(expected, currency)}</td>
      <td className={differs('amount')}>{amountText(actual, currency)}</td>
      <td className="cell-figure">{tied ? '' : signedMoney(difference, currency)}</td>
    </tr>
  );
}

function creditsText(figures: TieOutFigures | null): string {
  return figures?.credits ? formatCredits(figures.credits) : '';
}

function amountText(figures: TieOutFigures | null, currency: string): string {
  return figures ? formatMoney(figures.amount, currency) : 'no line';
}
