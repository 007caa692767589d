import type { AuditView, FindingView } from '../../../shared/rpc/auditViews.ts';
import { Button } from '../../base/Button.tsx';
import { useWorkbench } from '../../platform/useWorkbench.ts';
import type { Workbench } from '../../platform/workbench.ts';
import { findingArithmetic } from './arithmetic.ts';
import type { AuditState } from './auditState.ts';
import { figureText, whereText } from './findingText.ts';
import { instantText } from './instantText.ts';
import { FindingNotes } from './FindingNotes.tsx';
import { goToRow, rowPlace, type RowPlace } from './goToRow.ts';
import { codeTitle } from './plainWords.ts';
import { FindingReasonPart } from './rows/FindingReasonPart.tsx';

interface FindingDetailProps {
  readonly path: string;
  readonly finding: FindingView;
  readonly audit: AuditState;
  readonly view: AuditView;
}

/** One finding in full: what stands there, what should, the rule in plain words, and the sum. */
export function FindingDetail({ path, finding, audit, view }: FindingDetailProps) {
  const { code, rule, expected, actual, message, at } = finding;
  return (
    <aside
      className="finding-detail"
      data-scope="finding"
      data-acts-of="finding"
      aria-label="The finding in full"
      aria-live="polite"
    >
      <h3>{codeTitle(code)}</h3>
      <p className="finding-where">
        {whereText(finding)}
        {at !== null && ` · ${instantText(at, view.timeZone)} ${view.timeZone}`}
      </p>
      <p>{message}</p>
      <dl className="finding-figures">
        <div>
          <dt>Expected</dt>
          <dd>{figureText(expected)}</dd>
        </div>
        <div className="finding-actual">
          <dt>Actual</dt>
          <dd>{figureText(actual)}</dd>
        </div>
      </dl>
      <p className="finding-sum">
        {findingArithmetic(finding, view.currency).map((line) => (
          <span key={line}>{line}</span>
        ))}
      </p>
      {view.ruleTexts[rule] !== undefined && (
        <p className="finding-rule">
          <span className="finding-rule-id">{rule}</span> {view.ruleTexts[rule]}
        </p>
      )}
      {audit.audited?.terms && <FindingReasonPart finding={finding} view={view} terms={audit.audited.terms} />}
      <FindingLinks finding={finding} audit={audit} />
      <FindingNotes key={finding.index} path={path} {...{ finding, audit, view }} />
    </aside>
  );
}

function FindingLinks({ finding, audit }: Pick<FindingDetailProps, 'finding' | 'audit'>) {
  const workbench = useWorkbench();
  const place = rowPlace(audit.audited, finding.row);
  const terms = audit.audited?.terms ?? null;
  return (
    <div className="finding-links">
      {place?.path.endsWith('.ledger') && (
        <Button kind="link" icon="list-ordered" command="audit.goToRow" onClick={() => goToRow(workbench, place)}>
          Go to row {place.row.toLocaleString('en')}
        </Button>
      )}
      {place?.path.endsWith('.ledger') && (
        <Button kind="link" icon="question" command="audit.why" onClick={() => void askWhy(workbench, place)}>
          Why is the row so?
        </Button>
      )}
      {terms !== null && (
        <Button
          kind="link"
          icon="go-to-file"
          command="audit.openTerms"
          onClick={() => workbench.editors.openFile(terms, { focus: true })}
        >
          Open the terms
        </Button>
      )}
    </div>
  );
}

async function askWhy({ rpc, commands, notifications }: Workbench, { path, row }: RowPlace): Promise<void> {
  try {
    const node = await rpc('ledger.why', { path, row });
    await commands.run('why.show', { kind: 'answer', ledger: path, node, focus: true });
  } catch (error) {
    notifications.failed('Asking why', error);
  }
}
