import { useState } from 'react';
import type { FormEvent } from 'react';
import type { AuditPaper, AuditView, PaperStatus } from '../../../../shared/rpc/auditViews.ts';
import { Button } from '../../../base/Button.tsx';
import { Select } from '../../../base/Select.tsx';
import { TextField } from '../../../base/TextField.tsx';
import { useWorkbench } from '../../../platform/useWorkbench.ts';
import type { AuditState } from '../auditState.ts';
import { changeAudit } from '../auditStore.ts';
import { NotedRow } from '../NotedRow.tsx';
import { statusTitles, writtenText } from '../paperWords.ts';
import type { DeskWriter } from './useDeskWriter.ts';

interface RowNotesProps {
  readonly path: string;
  readonly audit: AuditState;
  readonly view: AuditView;
  readonly writer: DeskWriter;
}

/** Notes on rows of the audited ledger; with a status a row is an exception. */
export function RowNotes(props: RowNotesProps) {
  const { audit } = props;
  const notes = audit.papers.filter(({ row }) => row !== null);
  return (
    <div className="row-notes">
      <RowNoteForm {...props} />
      {notes.length > 0 && (
        <ol className="paper-notes" aria-label="Notes on rows">
          {notes.map((note) => (
            <RowNote key={note.seq} note={note} audit={audit} />
          ))}
        </ol>
      )}
    </div>
  );
}

function RowNote({ note, audit }: { readonly note: AuditPaper; readonly audit: AuditState }) {
  const { row, status, text, by, at, reason } = note;
  return (
    <li data-scope="note">
      {row && <NotedRow noted={row} audit={audit} />}
      <span className="row-note-row">{row?.text}</span>
      <span>
        {status !== null && <strong>{statusTitles[status]}: </strong>}
        {text}
      </span>
      <span className="paper-by">
        {by}, {writtenText(at)}
        {reason !== null && ` · after the sign-off, because: ${reason}`}
      </span>
    </li>
  );
}

const choices = [
  { value: '', title: 'A note only' },
  ...(['open', 'explained', 'accepted', 'disputed', 'settled'] as const).map((value) => ({
    value,
    title: `Exception: ${statusTitles[value].toLowerCase()}`,
  })),
];

function RowNoteForm({ path, view, writer }: RowNotesProps) {
  const { rpc, notifications } = useWorkbench();
  const [row, setRow] = useState('');
  const [text, setText] = useState('');
  const [status, setStatus] = useState('');
  const number = /^[1-9]\d{0,14}$/.test(row.replace(/[\s,]/g, '')) ? Number(row.replace(/[\s,]/g, '')) : null;
  const outside = row !== '' && (number === null || number > view.rows);
  const ready = number !== null && !outside && text.trim() !== '' && writer.obstacle === null;
  const write = async (event: FormEvent) => {
    event.preventDefault();
    if (!ready) return;
    const about = { finding: null, row: number, status: status === '' ? null : (status as PaperStatus) };
    const papers = await writer.write('Writing the note', (common) =>
      rpc('audit.note', { ...common, ...about, text: text.trim() }),
    );
    if (!papers) return;
    changeAudit(path, { papers });
    setText('');
    notifications.announce(`The note on row ${number} is kept.`);
  };
  return (
    <form className="desk-form" aria-label="Note on a row" onSubmit={(event) => void write(event)}>
      <TextField
        label="Row"
        numeric
        inputMode="numeric"
        value={row}
        hint={`1 to ${view.rows.toLocaleString('en')}`}
        error={outside ? `a row from 1 to ${view.rows.toLocaleString('en')}` : null}
        onChange={setRow}
      />
      <TextField label="Note on the row" className="desk-wide" value={text} onChange={setText} />
      <Select label="What becomes of it" value={status} options={choices} onChange={setStatus} />
      <div className="desk-actions">
        <Button command="audit.noteRow" type="submit" icon="comment" disabled={!ready} title={writer.obstacle ?? ''}>
          Note on row
        </Button>
      </div>
    </form>
  );
}
