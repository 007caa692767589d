import { useEffect, useRef, useState } from 'react';
import type { DragEvent } from 'react';
import { useStore } from 'zustand';
import { Banner } from '../../base/Banner.tsx';
import { Button } from '../../base/Button.tsx';
import { classes } from '../../base/classes.ts';
import type { EditorProps } from '../../platform/editor.ts';
import { useWorkbench } from '../../platform/useWorkbench.ts';
import { AuditHeader } from './AuditHeader.tsx';
import { AuditIntro } from './AuditIntro.tsx';
import { AuditProgress } from './AuditProgress.tsx';
import { AuditReport } from './AuditReport.tsx';
import { AuditSetup } from './AuditSetup.tsx';
import { auditStore, changeAudit } from './auditStore.ts';
import { freshAudit } from './auditState.ts';
import { firstChoice } from './firstChoice.ts';
import { Mappings } from './mapping/Mappings.tsx';
import { takeFiles } from './takeFiles.ts';
import '../../base/figuresTable.css';
import '../../base/editorPage.css';
import './audit.css';

/** An audit: what somebody exported, recomputed from the terms and compared. */
export function AuditEditor({ path }: EditorProps) {
  const workbench = useWorkbench();
  const audit = useStore(auditStore, ({ byPath }) => byPath[path]) ?? freshAudit;
  useFirstChoice(path);
  const { over, ...drop } = useDrop((files) => void takeFiles(workbench, path, files));
  const { view, running, failure, audited, choice, changed } = audit;
  const stale = view !== null && (audited !== choice || changed.length > 0);
  return (
    <div className={classes('editor-page audit', over && 'audit-over')} {...drop}>
      <AuditHeader path={path} audit={audit} />
      <AuditSetup path={path} audit={audit} />
      <Mappings path={path} />
      {running && <AuditProgress running={running} />}
      {failure !== null && <Banner kind="error">The audit could not be made: {failure}</Banner>}
      {stale && !running && (
        <Banner
          kind="warning"
          actions={
            <Button kind="link" command="audit.run">
              Run again
            </Button>
          }
        >
          {audited !== choice
            ? 'This report is of the files as they were chosen before.'
            : `${changed.join(', ')} changed on disk since: this report is of the files as they were.`}
        </Banner>
      )}
      {view ? <AuditReport path={path} audit={audit} view={view} /> : !running && <AuditIntro path={path} />}
      {over && <p className="audit-drop">Drop to audit: the columns tell what each file is</p>}
    </div>
  );
}

/** Chooses what the address names, once its files are known. */
function useFirstChoice(path: string): void {
  const { workspace } = useWorkbench();
  const files = useStore(workspace.store, (view) => view?.files);
  useEffect(() => {
    if (files && !auditStore.getState().byPath[path]) changeAudit(path, { choice: firstChoice(path, files) });
  }, [path, files]);
}

/** Files dragged over an element and dropped on it. Entering a child counts as staying. */
function useDrop(onFiles: (files: readonly File[]) => void) {
  const [over, setOver] = useState(false);
  const depth = useRef(0);
  const isFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files');
  const leave = (to: number): void => {
    depth.current = Math.max(0, to);
    setOver(depth.current > 0);
  };
  return {
    over,
    onDragEnter: (event: DragEvent) => isFiles(event) && leave(depth.current + 1),
    onDragLeave: (event: DragEvent) => isFiles(event) && leave(depth.current - 1),
    onDragOver: (event: DragEvent) => isFiles(event) && event.preventDefault(),
    onDrop: (event: DragEvent) => {
      if (!isFiles(event)) return;
      event.preventDefault();
      leave(0);
      onFiles([...event.dataTransfer.files]);
    },
  };
}
