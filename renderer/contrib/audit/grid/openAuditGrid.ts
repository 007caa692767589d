import type { AuditList } from '../../../../shared/rpc/rowViews.ts';
import type { Workbench } from '../../../platform/workbench.ts';
import { changeAudit } from '../auditStore.ts';

/** Shows a list of an audit as a grid. */
export function openAuditGrid({ editors }: Workbench, path: string, list: AuditList): void {
  changeAudit(path, { list });
  editors.open(`auditrows:${path}`, { focus: true, pinned: true });
}
