import { useStore } from 'zustand';
import type { AuditView } from '../../../../shared/rpc/auditViews.ts';
import { Section } from '../../../base/Section.tsx';
import { TextField } from '../../../base/TextField.tsx';
import type { AuditState } from '../auditState.ts';
import { AuthorField } from '../AuthorField.tsx';
import { isSigned } from '../paperWords.ts';
import { deskStore, useDesk } from './deskStore.ts';
import { Exceptions } from './Exceptions.tsx';
import { Materiality, materialitySummary } from './Materiality.tsx';
import { RowNotes } from './RowNotes.tsx';
import { Samples, samplesSummary } from './Samples.tsx';
import { useDeskWriter } from './useDeskWriter.ts';
import './desk.css';

interface DeskProps {
  readonly path: string;
  readonly audit: AuditState;
  readonly view: AuditView;
}

/** What an auditor does with a report: judge it, look at rows by hand, and follow up what is open. */
export function Desk({ path, audit, view }: DeskProps) {
  const { auditId } = view;
  const { papers } = audit;
  const desk = useDesk(auditId);
  const writer = useDeskWriter(auditId, papers);
  return (
    <>
      <Working signed={isSigned(papers)} obstacle={writer.obstacle} />
      {desk && (
        <>
          <Section title="Materiality" summary={materialitySummary(desk)}>
            <Materiality key={desk.thresholds?.seq ?? 0} view={view} desk={desk} writer={writer} />
          </Section>
          <Section title="Random sample" summary={samplesSummary(desk)}>
            <Samples audit={audit} view={view} desk={desk} writer={writer} />
          </Section>
          <Exceptions key={auditId} {...{ path, audit, view, desk, writer }} />
        </>
      )}
      {view.rows > 0 && (
        <Section title="Notes on rows" summary={rowNotesSummary(audit)}>
          <RowNotes {...{ path, audit, view, writer }} />
        </Section>
      )}
    </>
  );
}

function rowNotesSummary({ papers }: AuditState): string {
  const count = papers.filter(({ row }) => row !== null).length;
  return count === 0 ? '' : String(count);
}

/** Who works here: asked once for all that is kept below. */
function Working({ signed, obstacle }: { readonly signed: boolean; readonly obstacle: string | null }) {
  const reason = useStore(deskStore, (desks) => desks.reason);
  return (
    <div className="desk-working" role="group" aria-label="Working papers">
      <p>
        What you enter below is kept in the folder’s hash-chained history, for exactly these files
        {signed ? '. The audit was signed off: each change now needs its reason.' : '.'}
        {obstacle !== null && <span className="desk-obstacle"> {obstacle}</span>}
      </p>
      <AuthorField />
      {signed && (
        <TextField
          label="Reason for changes after the sign-off"
          value={reason}
          onChange={(value) => deskStore.setState({ reason: value.slice(0, 1000) })}
        />
      )}
    </div>
  );
}
