import { useRef } from 'react';
import { useStore } from 'zustand';
import { Button } from '../../base/Button.tsx';
import { useWorkbench } from '../../platform/useWorkbench.ts';
import { isStale, obstacle, type AuditState } from './auditState.ts';
import { auditStore } from './auditStore.ts';
import { useUnmapped } from './mapping/useUnmapped.ts';
import { takeFiles } from './takeFiles.ts';

interface AuditHeaderProps {
  readonly path: string;
  readonly audit: AuditState;
}

/** What this page does, and the two things to do here: put files in, and run. */
export function AuditHeader({ path, audit }: AuditHeaderProps) {
  const workbench = useWorkbench();
  const input = useRef<HTMLInputElement>(null);
  const ready = useStore(auditStore, ({ byPath }) => byPath[path] !== undefined);
  const unread = useUnmapped(path);
  const wrong = obstacle(audit.choice) ?? unread;
  const key = workbench.commands.keyOf('audit.run');
  return (
    <header className="editor-page-head">
      <div>
        <h1>{audit.view ? `Audit of ${audit.view.name}` : 'Audit'}</h1>
        <p>Every figure is recomputed from the terms and compared. The files are only read.</p>
      </div>
      <div className="audit-actions">
        <Button icon="cloud-upload" command="audit.addFiles" onClick={() => input.current?.click()}>
          Add files…
        </Button>
        <input
          ref={input}
          className="visually-hidden"
          type="file"
          multiple
          tabIndex={-1}
          aria-label="Files to audit"
          accept=".csv,.ndjson,.jsonl,.json,.txt,.tsv"
          onChange={(event) => {
            const files = [...(event.target.files ?? [])];
            event.target.value = '';
            void takeFiles(workbench, path, files);
          }}
        />
        {audit.view !== null && (
          <Button
            icon="file-pdf"
            disabled={isStale(audit)}
            title={
              workbench.context.get('electron') === true
                ? 'The report as PDF, with page numbers'
                : 'The report in a tab of its own, for the browser to print'
            }
            command="audit.print"
          >
            Print report
          </Button>
        )}
        {audit.view !== null && (
          <Button
            icon="file-zip"
            disabled={isStale(audit) || workbench.context.get('workspaceReadOnly') === true}
            title="Inputs, report, log, versions and hashes in one zip"
            command="audit.pack"
          >
            Evidence pack
          </Button>
        )}
        <Button
          kind="primary"
          icon="verified"
          disabled={!ready || wrong !== null || audit.running !== null}
          title={wrong ?? (key === null ? 'Run the audit' : `Run the audit (${key})`)}
          command="audit.run"
        >
          {audit.running ? 'Auditing…' : 'Run audit'}
        </Button>
      </div>
      {ready && wrong !== null && <p className="audit-obstacle">{wrong}</p>}
    </header>
  );
}
