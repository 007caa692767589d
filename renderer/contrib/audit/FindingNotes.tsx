import { useState, type ReactNode } from 'react';
import { useStore } from 'zustand';
import type { AuditPaper, FindingView, PaperStatus } from '../../../shared/rpc/auditViews.ts';
import { Button } from '../../base/Button.tsx';
import { Select } from '../../base/Select.tsx';
import { TextField } from '../../base/TextField.tsx';
import { useWorkbench } from '../../platform/useWorkbench.ts';
import type { AuditState } from './auditState.ts';
import { auditStore } from './auditStore.ts';
import { AuthorField } from './AuthorField.tsx';
import { isAbout, isSigned, statusOf, statusTitles, writtenText } from './paperWords.ts';
import { writeNote } from './writePaper.ts';

interface FindingNotesProps {
  readonly path: string;
  readonly finding: FindingView;
  readonly audit: AuditState;
}

/** What was noted on a finding, and what becomes of it. */
export function FindingNotes({ path, finding, audit: { papers } }: FindingNotesProps) {
  const [writing, setWriting] = useState(false);
  const { context } = useWorkbench();
  const notes = papers.filter((paper) => isAbout(paper, finding));
  const readOnly = context.get('workspaceReadOnly') === true;
  return (
    <div className="finding-notes">
      {notes.length > 0 && (
        <ul aria-label="Notes on the finding">
          {notes.map((note) => (
            <NoteLine key={note.seq} note={note} />
          ))}
        </ul>
      )}
      {writing ? (
        <NoteForm {...{ path, finding, papers }} onDone={() => setWriting(false)} />
      ) : (
        <Button
          kind="link"
          icon="comment"
          disabled={readOnly}
          command="audit.noteFinding"
          onClick={() => setWriting(true)}
        >
          Add a note…
        </Button>
      )}
    </div>
  );
}

interface NoteLineProps {
  readonly note: AuditPaper;
  /** What it is about, where that is not seen from where it stands. */
  readonly about?: ReactNode;
}

/** One note: what it says, who wrote it, when, and why so late. */
export function NoteLine({ note: { text, by, at, status, reason }, about }: NoteLineProps) {
  return (
    <li data-scope="note">
      {about}
      {status !== null && <strong>{statusTitles[status]}: </strong>}
      {text}
      <span className="paper-by">
        {by}, {writtenText(at)}
        {reason !== null && ` · after the sign-off, because: ${reason}`}
      </span>
    </li>
  );
}

interface NoteFormProps {
  readonly path: string;
  readonly finding: FindingView;
  readonly papers: readonly AuditPaper[];
  onDone(): void;
}

function NoteForm({ path, finding, papers, onDone }: NoteFormProps) {
  const workbench = useWorkbench();
  const author = useStore(auditStore, (state) => state.author);
  const [text, setText] = useState('');
  const [reason, setReason] = useState('');
  const [status, setStatus] = useState<PaperStatus>(statusOf(papers, finding) ?? 'open');
  const signed = isSigned(papers);
  const ready = text.trim() !== '' && author.trim() !== '' && (!signed || reason.trim() !== '');
  const write = async () => {
    if (await writeNote(workbench, path, { finding: finding.index, status, text: text.trim(), reason })) onDone();
  };
  return (
    <form
      className="paper-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) void write();
      }}
    >
      <TextField label="Note" value={text} autoFocus onChange={setText} />
      <Select<PaperStatus>
        label="What becomes of it"
        value={status}
        options={statuses.map((value) => ({ value, title: statusTitles[value] }))}
        onChange={setStatus}
      />
      <AuthorField />
      {signed && <TextField label="Reason for a change after the sign-off" value={reason} onChange={setReason} />}
      <div className="paper-actions">
        <Button command="audit.writeNote" type="submit" kind="primary" disabled={!ready}>
          Write note
        </Button>
        <Button command="edit.cancel" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

const statuses: readonly PaperStatus[] = ['open', 'explained', 'accepted', 'disputed', 'settled'];
