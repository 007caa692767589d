import type { AuditList } from '../../../../shared/rpc/rowViews.ts';
import { Button } from '../../../base/Button.tsx';
import { useWorkbench } from '../../../platform/useWorkbench.ts';
import { listTitles } from './auditColumns.ts';
import { openAuditGrid } from './openAuditGrid.ts';

/** Goes from a section of the report to all of its rows as a grid. */
export function GridLink({ path, list }: { readonly path: string; readonly list: AuditList }) {
  const workbench = useWorkbench();
  return (
    <Button kind="link" icon="table" command="audit.openGrid" onClick={() => openAuditGrid(workbench, path, list)}>
      {listTitles[list]} as a grid
    </Button>
  );
}
