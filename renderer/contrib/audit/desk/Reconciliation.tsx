import { useState } from 'react';
import type { ReactNode } from 'react';
import type { AuditView } from '../../../../shared/rpc/auditViews.ts';
import { classes } from '../../../base/classes.ts';
import { formatMoney } from '../../../base/format.ts';
import { Segmented } from '../../../base/Segmented.tsx';
import { isZero, signedCredits, signedMoney } from '../arithmetic.ts';
import { codeTitle, hypothesisTitle, parametersText } from '../plainWords.ts';
import './desk.css';

/** From the bill that is due to the bill as charged, cause by cause. */
export function Reconciliation({ view }: { readonly view: AuditView }) {
  const { byHypothesis } = view.reconciliation;
  const [by, setBy] = useState<'finding' | 'mistake'>(
    byHypothesis !== null && isZero(byHypothesis.unexplained) ? 'mistake' : 'finding',
  );
  return (
    <>
      {byHypothesis !== null && (
        <Segmented<'finding' | 'mistake'>
          label="Split the difference"
          options={[
            { id: 'mistake', title: 'By supposed mistake' },
            { id: 'finding', title: 'By finding' },
          ]}
          value={by}
          onChange={setBy}
        />
      )}
      <Bridge view={view} by={by} />
    </>
  );
}

/** What is left unexplained, for the section's title. */
export function reconciliationSummary({ reconciliation, currency }: AuditView): string {
  const { byFinding, byHypothesis } = reconciliation;
  const rest = byHypothesis?.unexplained ?? byFinding.unexplained;
  return isZero(rest) ? 'explained to the cent' : `${signedMoney(rest, currency)} not explained`;
}

interface BridgeProps {
  readonly view: AuditView;
  readonly by: 'finding' | 'mistake';
}

function Bridge({ view, by }: BridgeProps) {
  const { reconciliation, currency } = view;
  const { expected, actual, byFinding, byHypothesis } = reconciliation;
  const bySupposed = by === 'mistake' && byHypothesis !== null;
  const rest = bySupposed ? byHypothesis.unexplained : byFinding.unexplained;
  return (
    <div className="table-scroll" role="group" tabIndex={0} aria-label="Reconciliation by cause">
      <table className="figures-table bridge">
        <thead>
          <tr>
            <th scope="col">{bySupposed ? 'Supposed mistake' : 'Cause'}</th>
            <th scope="col">Rule</th>
            <th scope="col" className="cell-figure">
              {bySupposed ? 'Lines' : 'Findings'}
            </th>
            <th scope="col" className="cell-figure">
              Credits
            </th>
            <th scope="col" className="cell-figure">
              Money
            </th>
          </tr>
        </thead>
        <tbody>
          <End title="Due by the terms" text={formatMoney(expected, currency)} />
          {bySupposed
            ? byHypothesis.causes.map(({ hypothesis, parameters, ...cause }) => (
                <Cause key={hypothesis} {...cause} rule="–" currency={currency}>
                  {hypothesisTitle(hypothesis)}
                  {Object.keys(parameters).length > 0 && ` (${parametersText(parameters, view.timeZone)})`}
                </Cause>
              ))
            : byFinding.causes.map(({ code, ...cause }) => (
                <Cause key={`${code} ${cause.rule}`} {...cause} currency={currency}>
                  {codeTitle(code)}
                </Cause>
              ))}
          <End title="Not explained" text={signedMoney(rest, currency)} off={!isZero(rest)} />
          <End title="As charged" text={formatMoney(actual, currency)} last />
        </tbody>
      </table>
    </div>
  );
}

interface CauseProps {
  readonly children: ReactNode;
  readonly rule: string;
  readonly count: number;
  readonly credits: string;
  readonly money: string;
  readonly currency: string;
}

function Cause({ children, rule, count, credits, money, currency }: CauseProps) {
  return (
    <tr>
      <th scope="row" className="bridge-cause">
        {children}
      </th>
      <td>{rule}</td>
      <td className="cell-figure">{count.toLocaleString('en')}</td>
      <td className="cell-figure">{isZero(credits) ? '' : signedCredits(credits)}</td>
      <td className="cell-figure">{signedMoney(money, currency)}</td>
    </tr>
  );
}

interface EndProps {
  readonly title: string;
  readonly text: string;
  readonly off?: boolean;
  readonly last?: boolean;
}

function End({ title, text, off = false, last = false }: EndProps) {
  return (
    <tr className={classes('bridge-end', last && 'bridge-last')}>
      <th scope="row" colSpan={4}>
        {title}
      </th>
      <td className={classes('cell-figure', off && 'totals-off')}>{text}</td>
    </tr>
  );
}
