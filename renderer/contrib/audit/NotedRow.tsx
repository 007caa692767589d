import type { PaperRow } from '../../../shared/rpc/auditViews.ts';
import { Button } from '../../base/Button.tsx';
import { useWorkbench } from '../../platform/useWorkbench.ts';
import type { AuditState } from './auditState.ts';
import { goToRow, rowPlace } from './goToRow.ts';

interface NotedRowProps {
  readonly noted: PaperRow;
  readonly audit: AuditState;
}

/** The row that a note is on, which leads there where it can be seen. */
export function NotedRow({ noted: { row }, audit }: NotedRowProps) {
  const workbench = useWorkbench();
  const place = rowPlace(audit.audited, row);
  const title = `Row ${row.toLocaleString('en')}`;
  if (!place) return title;
  return (
    <Button kind="link" command="audit.goToRow" onClick={() => goToRow(workbench, place)}>
      {title}
    </Button>
  );
}
