import type { FindingView } from '../../../shared/rpc/auditViews.ts';
import type { Workbench } from '../../platform/workbench.ts';
import { auditStore, selectFinding } from './auditStore.ts';
import { goToRow, rowPlace } from './goToRow.ts';
import { askForRows } from './rows/rowsAsk.ts';

/** Chooses a finding and shows its row in the grid, where the ledger is a folder, else beside what was found. */
export function goToFinding(workbench: Workbench, path: string, finding: FindingView): void {
  selectFinding(path, finding);
  const place = rowPlace(auditStore.getState().byPath[path]?.audited ?? null, finding.row);
  if (place?.path.endsWith('.ledger')) return goToRow(workbench, place);
  askForRows(path);
  workbench.editors.open(`audit:${path}`, { focus: true });
}
