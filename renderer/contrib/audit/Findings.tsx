import { useState } from 'react';
import { flushSync } from 'react-dom';
import type { AuditPaper, AuditView, FindingGroup, FindingView, PaperStatus } from '../../../shared/rpc/auditViews.ts';
import { Badge } from '../../base/Badge.tsx';
import { Button } from '../../base/Button.tsx';
import { FoldButton } from '../../base/FoldButton.tsx';
import { Icon } from '../../base/Icon.tsx';
import { signedCredits, signedMoney } from './arithmetic.ts';
import type { AuditState } from './auditState.ts';
import { selectFinding } from './auditStore.ts';
import { FindingDetail } from './FindingDetail.tsx';
import { figureText, whereText } from './findingText.ts';
import { instantText } from './instantText.ts';
import { statusOf, statusTitles } from './paperWords.ts';
import { codeTitle } from './plainWords.ts';
import { RowsAround } from './rows/RowsAround.tsx';
import { useGroupFindings } from './useGroupFindings.ts';

interface FindingsProps {
  readonly path: string;
  readonly audit: AuditState;
  readonly view: AuditView;
}

const openAtFirst = 2;

/** The findings by code, and the chosen one in full beside them. */
export function Findings({ path, audit, view }: FindingsProps) {
  const { selected, papers } = audit;
  return (
    <>
      <div className="findings">
        <div className="findings-scroll" role="group" tabIndex={0} aria-label="Findings by code">
          <table className="figures-table findings-table">
            <thead>
              <tr>
                <th scope="col">Finding</th>
                <th scope="col" title={`Time in ${view.timeZone}`}>
                  At
                </th>
                <th scope="col" className="cell-figure">
                  Expected
                </th>
                <th scope="col" className="cell-figure">
                  Actual
                </th>
                <th scope="col" className="cell-figure finding-credits">
                  Credits
                </th>
                <th scope="col" className="cell-figure">
                  Money
                </th>
              </tr>
            </thead>
            {view.groups.map((group, index) => (
              <GroupRows
                key={group.code}
                {...{ view, group, selected, papers }}
                openAtFirst={index < openAtFirst}
                onSelect={(finding) => selectFinding(path, finding)}
              />
            ))}
          </table>
        </div>
        {selected && <FindingDetail path={path} finding={selected} audit={audit} view={view} />}
      </div>
      {selected && (
        <RowsAround key={selected.index} path={path} finding={selected} view={view} audited={audit.audited} />
      )}
    </>
  );
}

interface GroupRowsProps {
  readonly view: AuditView;
  readonly group: FindingGroup;
  readonly selected: FindingView | null;
  readonly papers: readonly AuditPaper[];
  readonly openAtFirst: boolean;
  onSelect(finding: FindingView): void;
}

function GroupRows({ view, group, selected, papers, openAtFirst: open, onSelect }: GroupRowsProps) {
  const [shown, setShown] = useState(open);
  const { findings, more } = useGroupFindings(view, group);
  const { code, count, money, severity } = group;
  return (
    <tbody>
      <tr className="finding-group" data-scope="fold">
        <th scope="rowgroup" colSpan={6}>
          <span className="finding-group-line">
            <FoldButton className="finding-fold" open={shown} onToggle={() => setShown(!shown)}>
              <Icon name={severity} label={severityTitles[severity]} className={`finding-${severity}`} />
              {codeTitle(code)}
              <span className="finding-count">{count.toLocaleString('en')}</span>
              <code>{code}</code>
            </FoldButton>
            {signedMoney(money, view.currency)}
          </span>
        </th>
      </tr>
      {shown &&
        findings.map((finding) => (
          <FindingRow
            key={finding.index}
            finding={finding}
            view={view}
            status={statusOf(papers, finding)}
            chosen={finding.index === selected?.index}
            onSelect={() => onSelect(finding)}
          />
        ))}
      {shown && findings.length < group.listed && (
        <tr>
          <td colSpan={6}>
            <Button kind="link" command="list.more" onClick={() => void more()}>
              Show more: {(group.listed - findings.length).toLocaleString('en')} are not listed yet
            </Button>
          </td>
        </tr>
      )}
    </tbody>
  );
}

const severityTitles = { error: 'Error', warning: 'Warning', info: 'Information' };

interface FindingRowProps {
  readonly finding: FindingView;
  readonly view: AuditView;
  readonly status: PaperStatus | null;
  readonly chosen: boolean;
  onSelect(): void;
}

function FindingRow({ finding, view, status, chosen, onSelect }: FindingRowProps) {
  const { at, expected, actual, credits, money } = finding;
  return (
    <tr
      className={chosen ? 'finding-row finding-chosen' : 'finding-row'}
      data-scope="finding"
      data-acts-in="finding"
      onClick={onSelect}
      onContextMenu={() => chosen || flushSync(onSelect)}
    >
      <th scope="row">
        <button type="button" className="finding-choose" aria-pressed={chosen} onClick={onSelect}>
          {whereText(finding)}
        </button>
        {status !== null && (
          <Badge kind={status === 'open' || status === 'disputed' ? 'warning' : 'neutral'}>
            {statusTitles[status]}
          </Badge>
        )}
      </th>
      <td title={at ?? undefined}>{at === null ? '' : instantText(at, view.timeZone)}</td>
      <td className="cell-figure">{figureText(expected)}</td>
      <td className="cell-figure finding-actual">{figureText(actual)}</td>
      <td className="cell-figure finding-credits">{signedCredits(credits)}</td>
      <td className="cell-figure">{signedMoney(money, view.currency)}</td>
    </tr>
  );
}
