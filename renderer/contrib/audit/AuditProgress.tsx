import { Button } from '../../base/Button.tsx';
import { useWorkbench } from '../../platform/useWorkbench.ts';
import type { AuditRunning } from './auditState.ts';
import { cancelAudit } from './runAudit.ts';

interface AuditProgressProps {
  readonly path: string;
  readonly running: AuditRunning;
}

/** How far the run is, and the way to stop it. */
export function AuditProgress({ path, running: { step, part } }: AuditProgressProps) {
  const workbench = useWorkbench();
  return (
    <div className="audit-progress" role="status">
      <label htmlFor="audit-progress">{step}…</label>
      <progress id="audit-progress" {...(part === null ? {} : { value: part, max: 1 })} />
      <Button onClick={() => void cancelAudit(workbench, path)}>Cancel</Button>
    </div>
  );
}
