import type { AuditView } from '../../../shared/rpc/auditViews.ts';
import { Button } from '../../base/Button.tsx';
import { classes } from '../../base/classes.ts';
import { formatMoney } from '../../base/format.ts';
import { Icon } from '../../base/Icon.tsx';
import { useWorkbench } from '../../platform/useWorkbench.ts';
import { isZero, signedMoney } from './arithmetic.ts';
import type { AuditState } from './auditState.ts';
import { codeTitle, lowerFirst } from './plainWords.ts';
import { goToRow, rowPlace } from './goToRow.ts';
import { selectFinding } from './auditStore.ts';
import { askForRows } from './rows/rowsAsk.ts';

interface VerdictProps {
  readonly path: string;
  readonly audit: AuditState;
  readonly view: AuditView;
}

/** The answer in a glance: clean or not, where it first goes wrong, and what it comes to in money. */
export function Verdict({ path, audit, view }: VerdictProps) {
  const { expected, actual, difference } = view.totals;
  const off = difference.total;
  const clean = view.status === 'clean';
  return (
    <div className="verdict" role="group" aria-label="Verdict">
      <div className={classes('verdict-answer', clean ? 'verdict-clean' : 'verdict-findings')}>
        <p className="verdict-word">
          <Icon name={clean ? 'pass-filled' : 'error'} />
          {clean
            ? 'Clean'
            : `${view.findingCount.toLocaleString('en')} ${view.findingCount === 1 ? 'finding' : 'findings'}`}
        </p>
        {clean ? <Clean view={view} /> : <FirstDivergence path={path} audit={audit} view={view} />}
      </div>
      <Part title="By the terms" text={money(expected.total, view)} note="recomputed" />
      <Part title="As charged" text={money(actual.total, view)} note={chargedNote(audit)} />
      <Part
        title="Difference"
        text={signedMoney(off, view.currency)}
        note={isZero(off) ? 'nothing to claim' : off.startsWith('-') ? 'charged too little' : 'charged too much'}
        tone={isZero(off) ? (clean ? 'good' : undefined) : 'bad'}
      />
    </div>
  );
}

function money(text: string | undefined, { currency }: AuditView): string {
  return text === undefined ? '–' : formatMoney(text, currency);
}

function chargedNote({ audited }: AuditState): string {
  return audited?.invoices ? 'as invoiced' : 'as the ledger has it';
}

function Clean({ view }: { readonly view: AuditView }) {
  const what = [
    view.rows > 0 ? `${view.rows.toLocaleString('en')} rows` : null,
    view.invoiceLines > 0 ? `${view.invoiceLines.toLocaleString('en')} invoice lines` : null,
  ].filter((part) => part !== null);
  const open = view.notChecked.length;
  const odd = view.findingCount;
  return (
    <p className="verdict-note">
      All {what.join(' and ')} are what the terms say
      {open > 0 ? `, as far as it was checked: ${open === 1 ? 'one thing was' : `${open} things were`} not.` : '.'}
      {odd > 0 &&
        ` ${odd === 1 ? 'One thing is' : `${odd.toLocaleString('en')} things are`} odd, and no error: see the findings.`}
    </p>
  );
}

function FirstDivergence({ path, audit, view }: VerdictProps) {
  const workbench = useWorkbench();
  const first = view.firstDivergence;
  if (!first) return <p className="verdict-note">No row differs by itself: see the findings.</p>;
  const place = rowPlace(audit.audited, first.row);
  const finding = view.findings.find(({ row }) => row === first.row);
  const go = (): void => {
    if (place?.path.endsWith('.ledger')) return goToRow(workbench, place);
    if (!finding) return;
    askForRows(path);
    selectFinding(path, finding);
  };
  return (
    <p className="verdict-note">
      First divergence: <strong>row {first.row.toLocaleString('en')}</strong>, {lowerFirst(codeTitle(first.code))}.
      {(finding || place?.path.endsWith('.ledger')) && (
        <Button kind="link" icon="arrow-right" command="audit.goToRow" onClick={go}>
          Go to row {first.row.toLocaleString('en')}
        </Button>
      )}
    </p>
  );
}

interface PartProps {
  readonly title: string;
  readonly text: string;
  readonly note: string;
  readonly tone?: 'good' | 'bad' | undefined;
}

function Part({ title, text, note, tone }: PartProps) {
  return (
    <div className={classes('verdict-part', tone && `verdict-${tone}`)}>
      <span className="verdict-label">{title}</span>
      <span className="verdict-money">{text}</span>
      <span className="verdict-note">{note}</span>
    </div>
  );
}
