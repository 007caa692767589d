import { useState } from 'react';
import { useStore } from 'zustand';
import type { AuditPaper, AuditView } from '../../../shared/rpc/auditViews.ts';
import { Button } from '../../base/Button.tsx';
import { Icon } from '../../base/Icon.tsx';
import { TextField } from '../../base/TextField.tsx';
import { useWorkbench } from '../../platform/useWorkbench.ts';
import type { AuditState } from './auditState.ts';
import { auditStore } from './auditStore.ts';
import { AuthorField } from './AuthorField.tsx';
import { NoteLine } from './FindingNotes.tsx';
import { goToFinding } from './goToFinding.ts';
import { NotedRow } from './NotedRow.tsx';
import { isAbout, isSigned, signedBy, writtenText } from './paperWords.ts';
import { codeTitle } from './plainWords.ts';
import { signOff, writeNote } from './writePaper.ts';

interface PapersProps {
  readonly path: string;
  readonly audit: AuditState;
  readonly view: AuditView;
}

/** The working papers of the audit: who signed it off, and every note, as the chained history keeps them. */
export function Papers({ path, audit, view }: PapersProps) {
  const { papers } = audit;
  const notes = papers.filter(({ role }) => role === null);
  const later = papers.filter(({ reason }) => reason !== null).length;
  return (
    <div className="papers">
      <div className="paper-signs">
        <Signed title="Prepared" paper={signedBy(papers, 'preparer')} />
        <Signed title="Reviewed" paper={signedBy(papers, 'reviewer')} />
      </div>
      <PaperForm path={path} papers={papers} />
      {notes.length > 0 && (
        <ol className="paper-notes" aria-label="Notes">
          {notes.map((note) => (
            <NoteLine key={note.seq} note={note} about={<About {...{ path, audit, view, note }} />} />
          ))}
        </ol>
      )}
      {later > 0 && (
        <p>
          {later === 1 ? 'One paper was' : `${later} papers were`} written after the sign-off, with{' '}
          {later === 1 ? 'its' : 'their'} reason.
        </p>
      )}
      <p className="audit-more">
        They belong to exactly these files, by their digests, and are kept in the folder’s hash-chained history.
      </p>
    </div>
  );
}

/** The row or the finding that a note is about, which leads there. */
function About({ path, audit, view, note }: PapersProps & { readonly note: AuditPaper }) {
  const workbench = useWorkbench();
  const { finding: named, row } = note;
  if (row) {
    return (
      <>
        <NotedRow noted={row} audit={audit} /> ({row.text}):{' '}
      </>
    );
  }
  if (!named) return null;
  const title = `${codeTitle(named.code)}${named.row === null ? '' : `, row ${named.row.toLocaleString('en')}`}`;
  const finding = view.findings.find((each) => isAbout(note, each));
  if (!finding) return `${title}: `;
  return (
    <>
      <Button kind="link" command="audit.openFinding" onClick={() => goToFinding(workbench, path, finding)}>
        {title}
      </Button>
      :{' '}
    </>
  );
}

function Signed({ title, paper }: { readonly title: string; readonly paper: AuditPaper | null }) {
  return (
    <div className={paper ? 'paper-sign paper-signed' : 'paper-sign'}>
      <Icon name={paper ? 'pass-filled' : 'circle-large-outline'} />
      <div>
        <p className="paper-sign-title">{paper ? `${title} by ${paper.by}` : `Not ${title.toLowerCase()} yet`}</p>
        {paper && (
          <p className="paper-by">
            {writtenText(paper.at)}
            {paper.text !== '' && ` · ${paper.text}`}
            {paper.reason !== null && ` · again, because: ${paper.reason}`}
          </p>
        )}
      </div>
    </div>
  );
}

function PaperForm({ path, papers }: { readonly path: string; readonly papers: readonly AuditPaper[] }) {
  const workbench = useWorkbench();
  const author = useStore(auditStore, (state) => state.author).trim();
  const [text, setText] = useState('');
  const [reason, setReason] = useState('');
  const readOnly = workbench.context.get('workspaceReadOnly') === true;
  const named = author !== '' && !readOnly;
  const preparer = signedBy(papers, 'preparer');
  const done = (written: boolean): void => {
    if (!written) return;
    setText('');
    setReason('');
  };
  const sign = async (role: 'preparer' | 'reviewer') =>
    done(await signOff(workbench, path, { role, text: text.trim(), reason }));
  const note = async () =>
    done(await writeNote(workbench, path, { finding: null, status: null, text: text.trim(), reason }));
  return (
    <div className="paper-form paper-form-wide" role="group" aria-label="Sign off or note">
      <AuthorField />
      <TextField label="Conclusion or note" value={text} onChange={setText} />
      {isSigned(papers) && (
        <TextField label="Reason for a change after the sign-off" value={reason} onChange={setReason} />
      )}
      <div className="paper-actions">
        <Button icon="pass" disabled={!named} command="audit.signPreparer" onClick={() => void sign('preparer')}>
          Sign as preparer
        </Button>
        <Button
          icon="pass"
          disabled={!named || preparer === null}
          command="audit.signReviewer"
          onClick={() => void sign('reviewer')}
        >
          Sign as reviewer
        </Button>
        <Button
          icon="comment"
          disabled={!named || text.trim() === ''}
          command="audit.addNote"
          onClick={() => void note()}
        >
          Add note
        </Button>
      </div>
    </div>
  );
}
