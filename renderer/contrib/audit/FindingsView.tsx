import { useStore } from 'zustand';
import type { AuditView, FindingView } from '../../../shared/rpc/auditViews.ts';
import { Button } from '../../base/Button.tsx';
import { CommandButton } from '../../base/CommandButton.tsx';
import { EmptyState } from '../../base/EmptyState.tsx';
import { Icon } from '../../base/Icon.tsx';
import { rove } from '../../base/rove.ts';
import { useWorkbench } from '../../platform/useWorkbench.ts';
import { isZero, signedMoney } from './arithmetic.ts';
import { auditStore } from './auditStore.ts';
import { figureText, whereText } from './findingText.ts';
import { goToFinding } from './goToFinding.ts';
import { openAuditGrid } from './grid/openAuditGrid.ts';
import { codeTitle } from './plainWords.ts';

/** The findings of the latest audit, beside the problems; one click goes to the row. */
export function FindingsView() {
  const workbench = useWorkbench();
  const { commands } = workbench;
  const latest = useStore(auditStore, (state) => state.latest);
  const audit = useStore(auditStore, (state) => (latest === null ? undefined : state.byPath[latest]));
  const view = audit?.view;
  if (latest === null || !view) {
    return (
      <EmptyState
        icon="verified"
        title="No audit yet"
        text="Audit a ledger or invoices: what is not as the terms say is listed here."
        actions={<Button onClick={() => void commands.run('audit.open')}>New audit</Button>}
      />
    );
  }
  if (view.findingCount === 0)
    return (
      <EmptyState icon="pass" title={`The audit of ${view.name} is clean`} text="Nothing differs from the terms." />
    );
  const more = view.findingCount - view.findings.length;
  return (
    <>
      <ul className="problems" aria-label="Findings" onKeyDown={(event) => rove(event, 'button')}>
        {view.findings.map((finding, at) => (
          <li key={finding.index}>
            <FindingLine path={latest} {...{ finding, view }} first={at === 0} />
          </li>
        ))}
      </ul>
      {more > 0 && (
        <Button kind="link" command="audit.openGrid" onClick={() => openAuditGrid(workbench, latest, 'findings')}>
          {more.toLocaleString('en')} more, as a grid
        </Button>
      )}
    </>
  );
}

interface FindingLineProps {
  readonly path: string;
  readonly finding: FindingView;
  readonly view: AuditView;
  readonly first: boolean;
}

function FindingLine({ path, finding, view, first }: FindingLineProps) {
  const workbench = useWorkbench();
  const { severity, code, expected, actual, money, message } = finding;
  return (
    <CommandButton
      command="audit.openFinding"
      data-scope="finding"
      className="problem"
      data-autofocus={first || undefined}
      title={message}
      onClick={() => goToFinding(workbench, path, finding)}
    >
      <Icon name={severity} label={severity} className={`problem-${severity}`} />
      <span className="problem-message">{codeTitle(code)}</span>
      <span className="problem-detail">
        expected {figureText(expected)}, found {figureText(actual)}
        {isZero(money) ? '' : `, ${signedMoney(money, view.currency)}`}
      </span>
      <span className="problem-place">
        {view.name} › {whereText(finding)}
      </span>
    </CommandButton>
  );
}
