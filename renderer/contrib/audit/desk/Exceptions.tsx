import { useEffect, useState } from 'react';
import type { AuditDesk, AuditView, ExceptionsPage, PaperStatus } from '../../../../shared/rpc/auditViews.ts';
import { Button } from '../../../base/Button.tsx';
import { Section } from '../../../base/Section.tsx';
import { Select } from '../../../base/Select.tsx';
import { TextField } from '../../../base/TextField.tsx';
import { useWorkbench } from '../../../platform/useWorkbench.ts';
import type { AuditState } from '../auditState.ts';
import { statusTitles } from '../paperWords.ts';
import { ExceptionRows } from './ExceptionRows.tsx';
import type { DeskWriter } from './useDeskWriter.ts';

interface ExceptionsProps {
  readonly path: string;
  readonly audit: AuditState;
  readonly view: AuditView;
  readonly desk: AuditDesk;
  readonly writer: DeskWriter;
}

type Status = PaperStatus | 'unsettled' | 'any';
const pageRows = 200;

/** What has to be followed up: by whom, until when, and what became of it. */
export function Exceptions(props: ExceptionsProps) {
  const { audit, view, desk } = props;
  const [status, setStatus] = useState<Status>('any');
  const [owner, setOwner] = useState('');
  const [text, setText] = useState('');
  const [count, setCount] = useState(pageRows);
  const filter = { status: status === 'any' ? null : status, owner: owner === '' ? null : owner, text };
  const page = useExceptions(view.auditId, { ...filter, count }, [audit.papers, desk]);
  if (!page || page.all === 0) return null;
  const { total, all, unsettled, owners, exceptions } = page;
  return (
    <Section title="Exceptions" summary={`${unsettled.toLocaleString('en')} of ${all.toLocaleString('en')} open`}>
      <div className="desk-form" role="group" aria-label="Filter exceptions">
        <Select<Status> label="Status" value={status} options={statuses} onChange={setStatus} />
        <Select
          label="Owner"
          value={owner}
          options={[{ value: '', title: 'Anybody' }, ...owners.map((value) => ({ value, title: value }))]}
          onChange={setOwner}
        />
        <TextField
          label="Words"
          value={text}
          placeholder="code, rule, note …"
          onChange={(value) => setText(value.slice(0, 200))}
        />
        <div className="desk-actions">
          <ExportButton auditId={view.auditId} filter={filter} disabled={total === 0} />
        </div>
      </div>
      <p className="audit-more" role="status">
        {total === all
          ? `${all.toLocaleString('en')} exceptions`
          : `${total.toLocaleString('en')} of ${all.toLocaleString('en')} exceptions`}
      </p>
      {total > 0 && <ExceptionRows {...props} exceptions={exceptions} owners={owners} />}
      {exceptions.length < total && (
        <Button kind="link" command="list.more" onClick={() => setCount(Math.min(2000, count + pageRows))}>
          Show more: {(total - exceptions.length).toLocaleString('en')} are not listed
        </Button>
      )}
    </Section>
  );
}

const statuses: readonly { readonly value: Status; readonly title: string }[] = [
  { value: 'any', title: 'Any' },
  { value: 'unsettled', title: 'Open or disputed' },
  ...(['open', 'disputed', 'explained', 'accepted', 'settled'] as const).map((value) => ({
    value,
    title: statusTitles[value],
  })),
];

interface Wanted {
  readonly status: PaperStatus | 'unsettled' | null;
  readonly owner: string | null;
  readonly text: string;
  readonly count: number;
}

/** The exceptions that a filter leaves, read again when anything changes. The last answer stands until the next. */
function useExceptions(auditId: string, wanted: Wanted, after: readonly unknown[]): ExceptionsPage | null {
  const { rpc, notifications } = useWorkbench();
  const [page, setPage] = useState<ExceptionsPage | null>(null);
  const { status, owner, text, count } = wanted;
  const [papers, desk] = after;
  useEffect(() => {
    let latest = true;
    rpc('audit.exceptions', { auditId, filter: { status, owner, text }, from: 0, count }).then(
      (read) => latest && setPage(read),
      (error: unknown) => latest && notifications.failed('Listing the exceptions', error),
    );
    return () => {
      latest = false;
    };
  }, [rpc, notifications, auditId, status, owner, text, count, papers, desk]);
  return page;
}

interface ExportButtonProps {
  readonly auditId: string;
  readonly filter: Omit<Wanted, 'count'>;
  readonly disabled: boolean;
}

function ExportButton({ auditId, filter, disabled }: ExportButtonProps) {
  const { rpc, notifications, workspace, context } = useWorkbench();
  const readOnly = context.get('workspaceReadOnly') === true;
  const write = async () => {
    try {
      const { path, rows } = await rpc('audit.exportExceptions', { auditId, filter });
      await workspace.refresh();
      notifications.show('info', `${rows.toLocaleString('en')} exceptions were written to ${path}.`);
    } catch (error) {
      notifications.failed('Exporting the exceptions', error);
    }
  };
  return (
    <Button icon="export" disabled={disabled || readOnly} command="audit.exportExceptions" onClick={() => void write()}>
      Export CSV
    </Button>
  );
}
