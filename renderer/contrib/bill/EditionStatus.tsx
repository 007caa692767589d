import { useStore } from 'zustand';
import { useWorkbench } from '../../platform/useWorkbench.ts';
import { billRuns } from '../../workbench/bills/useBill.ts';
import { StatusButton } from '../../workbench/parts/StatusButton.tsx';

/** Which edition of the price list the bill in front is priced by, once there is one. */
export function EditionStatus() {
  const workbench = useWorkbench();
  const path = useStore(workbench.context.store, (values) => values.documentPath as string | null);
  const catalog = useStore(billRuns(workbench).store, (runs) => (path ? runs[path]?.bill?.catalog : undefined));
  if (!path || !catalog) return null;
  return (
    <StatusButton
      icon="tag"
      label={`Priced by the catalog edition ${catalog.title}: go to it`}
      onClick={() => void workbench.commands.run('scenario.revealPath', { path, jsonPath: 'catalog' })}
    >
      {catalog.title}
    </StatusButton>
  );
}
