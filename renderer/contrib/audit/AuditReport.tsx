import type { AuditPaper, AuditView } from '../../../shared/rpc/auditViews.ts';
import { classes } from '../../base/classes.ts';
import { Section } from '../../base/Section.tsx';
import { isStale, type AuditState } from './auditState.ts';
import { BadRows } from './BadRows.tsx';
import { Desk } from './desk/Desk.tsx';
import { Reconciliation, reconciliationSummary } from './desk/Reconciliation.tsx';
import { Explanations } from './Explanations.tsx';
import { GridLink } from './grid/GridLink.tsx';
import { Findings } from './Findings.tsx';
import { Papers } from './Papers.tsx';
import { NotChecked } from './NotChecked.tsx';
import { SourcesTable } from './SourcesTable.tsx';
import { TieOut } from './TieOut.tsx';
import { TotalsTable } from './TotalsTable.tsx';
import { Verdict } from './Verdict.tsx';

interface AuditReportProps {
  readonly path: string;
  readonly audit: AuditState;
  readonly view: AuditView;
}

/** What the audit came to, the answer first. */
export function AuditReport({ path, audit, view }: AuditReportProps) {
  const { tieOutCount, findingCount, badRows } = view;
  return (
    <div className={classes('audit-report', isStale(audit) && 'audit-stale')}>
      <Verdict path={path} audit={audit} view={view} />
      {view.status === 'findings' && <Explanations view={view} />}
      {view.status === 'findings' && (
        <Section title="Reconciliation" summary={reconciliationSummary(view)}>
          <Reconciliation key={view.auditId} view={view} />
        </Section>
      )}
      {findingCount > 0 && (
        <Section
          title="Findings"
          summary={findingCount.toLocaleString('en')}
          actions={<GridLink path={path} list="findings" />}
        >
          <Findings key={view.auditId} path={path} audit={audit} view={view} />
        </Section>
      )}
      {badRows.count > 0 && (
        <Section
          title="Rows that could not be read"
          summary={badRows.count.toLocaleString('en')}
          actions={<GridLink path={path} list="bad-rows" />}
        >
          <BadRows view={view} />
        </Section>
      )}
      {tieOutCount.lines > 0 && (
        <Section
          title="Tie-out of invoice lines"
          summary={`${tieOutCount.tied.toLocaleString('en')} of ${tieOutCount.lines.toLocaleString('en')} tied`}
          actions={<GridLink path={path} list="tie-out" />}
        >
          <TieOut view={view} />
        </Section>
      )}
      <Section title="Totals">
        <TotalsTable view={view} />
      </Section>
      <Section title="What was not checked" summary={String(view.notChecked.length)}>
        <NotChecked view={view} />
      </Section>
      <Desk path={path} audit={audit} view={view} />
      <Section title="Notes and sign-off" summary={papersSummary(audit.papers)}>
        <Papers path={path} audit={audit} view={view} />
      </Section>
      <Section title="Sources and control totals" summary={String(view.sources.length)}>
        <SourcesTable view={view} />
      </Section>
    </div>
  );
}

function papersSummary(papers: readonly AuditPaper[]): string {
  const notes = papers.filter(({ role }) => role === null).length;
  const isSigned = (as: AuditPaper['role']) => papers.some(({ role }) => role === as);
  const signed = isSigned('reviewer')
    ? 'signed off'
    : isSigned('preparer')
      ? 'prepared, not reviewed'
      : 'not signed off';
  const parts = [notes > 0 ? `${notes} ${notes === 1 ? 'note' : 'notes'}` : null, signed];
  return parts.filter((part) => part !== null).join(', ');
}
