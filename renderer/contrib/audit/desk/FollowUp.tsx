import { useState } from 'react';
import type { FormEvent } from 'react';
import type { AuditException, PaperStatus } from '../../../../shared/rpc/auditViews.ts';
import { Button } from '../../../base/Button.tsx';
import { Select } from '../../../base/Select.tsx';
import { TextField } from '../../../base/TextField.tsx';
import { useWorkbench } from '../../../platform/useWorkbench.ts';
import type { AuditState } from '../auditState.ts';
import { changeAudit } from '../auditStore.ts';
import { goToRow, rowPlace } from '../goToRow.ts';
import { statusTitles } from '../paperWords.ts';
import type { DeskWriter } from './useDeskWriter.ts';

interface FollowUpProps {
  readonly path: string;
  readonly audit: AuditState;
  readonly exception: AuditException;
  readonly owners: readonly string[];
  readonly writer: DeskWriter;
  onDone(): void;
}

/** What becomes of an exception, who follows it up and until when. */
export function FollowUp({ path, audit, exception, owners, writer, onDone }: FollowUpProps) {
  const workbench = useWorkbench();
  const [status, setStatus] = useState<PaperStatus>(exception.status);
  const [owner, setOwner] = useState(exception.owner ?? '');
  const [due, setDue] = useState(exception.due ?? '');
  const [text, setText] = useState('');
  const assigned = owner.trim() !== (exception.owner ?? '') || due !== (exception.due ?? '');
  const ready = writer.obstacle === null && (text.trim() !== '' || (assigned && status === exception.status));
  const write = async (event: FormEvent) => {
    event.preventDefault();
    if (!ready) return;
    const { finding, row } = exception;
    const about = finding === null ? { finding, row } : { finding };
    const said = { status, owner: owner.trim() === '' ? null : owner.trim(), due: due === '' ? null : due };
    const papers = await writer.write('Keeping what becomes of it', (common) =>
      workbench.rpc('audit.note', { ...common, ...about, ...said, text: text.trim() }),
    );
    if (!papers) return;
    changeAudit(path, { papers });
    onDone();
  };
  const place = rowPlace(audit.audited, exception.row);
  return (
    <form className="desk-form" aria-label="Follow up" onSubmit={(event) => void write(event)}>
      <p className="desk-full">{exception.message}</p>
      <Select<PaperStatus>
        label="What becomes of it"
        value={status}
        options={statuses.map((value) => ({ value, title: statusTitles[value] }))}
        onChange={setStatus}
      />
      <TextField label="Owner" value={owner} list={owners} onChange={(value) => setOwner(value.slice(0, 100))} />
      <TextField label="Due" type="date" value={due} onChange={setDue} />
      <TextField label="Note" className="desk-wide" value={text} autoFocus onChange={setText} />
      <div className="desk-actions">
        <Button
          command="audit.followUp"
          type="submit"
          kind="primary"
          disabled={!ready}
          title={writer.obstacle ?? 'A changed status needs a note'}
        >
          Keep
        </Button>
        <Button command="edit.cancel" onClick={onDone}>
          Cancel
        </Button>
        {place && (
          <Button kind="link" icon="list-ordered" command="audit.goToRow" onClick={() => goToRow(workbench, place)}>
            Go to row {place.row.toLocaleString('en')}
          </Button>
        )}
      </div>
    </form>
  );
}

const statuses: readonly PaperStatus[] = ['open', 'explained', 'accepted', 'disputed', 'settled'];
