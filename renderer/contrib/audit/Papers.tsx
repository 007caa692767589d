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
import { isSigned, signedBy, writtenText } from './paperWords.ts';
import { codeTitle } from './plainWords.ts';
import { signOff, writeNote } from './writePaper.ts';

interface PapersProps {
  readonly path: string;
  readonly audit: AuditState;
  readonly view: AuditView;
}

/** The working papers of the audit: who signed it off, and every note, as the chained history keeps them. */
export function Papers({ path, audit: { papers } }: PapersProps) {
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
            <NoteLine key={note.seq} note={note.finding || note.row ? { ...note, text: about(note) } : note} />
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

function about({ finding, row: noted, text }: AuditPaper): string {
  if (noted) return `Row ${noted.row.toLocaleString('en')} (${noted.text}): ${text}`;
  const row = finding === null || finding.row === null ? '' : `, row ${finding.row.toLocaleString('en')}`;
  return `${codeTitle(finding?.code ?? '')}${row}: ${text}`;
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
