import { Button } from '../../base/Button.tsx';
import type { AuditRunning } from './auditState.ts';

interface AuditProgressProps {
  readonly running: AuditRunning;
}

/** How far the run is, and the way to stop it. */
export function AuditProgress({ running: { step, part } }: AuditProgressProps) {
  return (
    <div className="audit-progress" role="status">
      <label htmlFor="audit-progress">{step}…</label>
      <progress id="audit-progress" {...(part === null ? {} : { value: part, max: 1 })} />
      <Button command="audit.cancel">Cancel</Button>
    </div>
  );
}
