import type { AuditView, ExplanationView } from '../../../shared/rpc/auditViews.ts';
import { Badge } from '../../base/Badge.tsx';
import { Button } from '../../base/Button.tsx';
import { formatMoney } from '../../base/format.ts';
import { Icon } from '../../base/Icon.tsx';
import { useState } from 'react';
import { isZero } from './arithmetic.ts';
import { hypothesisTitle, parametersText } from './plainWords.ts';

const firstShown = 3;

/** What may have gone wrong at the biller's: the mistakes that account for the difference, best first. */
export function Explanations({ view }: { readonly view: AuditView }) {
  const [all, setAll] = useState(false);
  const { explanations } = view;
  const best = explanations[0];
  const explained = best !== undefined && isZero(best.residual);
  const exact = explanations.filter(({ residual }) => isZero(residual)).length;
  const shown = all ? explanations : explanations.slice(0, Math.max(1, Math.min(exact || 1, firstShown)));
  if (isZero(view.totals.difference.total) && explanations.length === 0) return null;
  return (
    <section className="explanations" aria-label="Explanations">
      {!explained && (
        <p className="explanations-none">
          <Icon name="question" />
          {best
            ? 'No single mistake and no pair explains the difference to the cent. The nearest:'
            : 'No mistake that is known here explains the difference.'}
        </p>
      )}
      <ol>
        {shown.map((explanation, index) => (
          <li key={index}>
            <Explanation explanation={explanation} view={view} best={index === 0 && explained} />
          </li>
        ))}
      </ol>
      {shown.length < explanations.length && (
        <Button kind="link" command="list.more" onClick={() => setAll(true)}>
          Show other possible explanations ({explanations.length - shown.length})
        </Button>
      )}
    </section>
  );
}

interface ExplanationProps {
  readonly explanation: ExplanationView;
  readonly view: AuditView;
  readonly best: boolean;
}

function Explanation({
  explanation: { hypothesis, parameters, residual, differingRows },
  view: { currency, timeZone },
  best,
}: ExplanationProps) {
  const exact = isZero(residual);
  const details = parametersText(parameters, timeZone);
  return (
    <div className={best ? 'explanation explanation-best' : 'explanation'}>
      <Icon name={exact ? 'lightbulb-sparkle' : 'lightbulb'} />
      <div>
        <p className="explanation-title">{hypothesisTitle(hypothesis)}</p>
        <p className="explanation-note">
          <code>{hypothesis}</code>
          {details !== '' && <> · {details}</>}
          {differingRows !== null && differingRows > 0 && (
            <>
              {' '}
              ·{' '}
              {differingRows === 1 ? '1 row still differs' : `${differingRows.toLocaleString('en')} rows still differ`}
            </>
          )}
        </p>
      </div>
      {exact ? (
        <Badge kind="good">explains to the cent</Badge>
      ) : (
        <span className="explanation-rest">{formatMoney(residual, currency)} left unexplained</span>
      )}
    </div>
  );
}
