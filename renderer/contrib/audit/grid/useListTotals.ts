import { useEffect, useState } from 'react';
import { auditLists, type AuditList } from '../../../../shared/rpc/rowViews.ts';
import { useWorkbench } from '../../../platform/useWorkbench.ts';

/** How many rows each list of an audit has. */
export function useListTotals(auditId: string): Readonly<Record<AuditList, number>> | null {
  const { rpc, notifications } = useWorkbench();
  const [totals, setTotals] = useState<Readonly<Record<AuditList, number>> | null>(null);
  useEffect(() => {
    let gone = false;
    const open = async () => {
      const opened = auditLists.map(async (list) => [
        list,
        (await rpc('rows.open', { source: { auditId, list } })).total,
      ]);
      const all = Object.fromEntries(await Promise.all(opened)) as Record<AuditList, number>;
      if (!gone) setTotals(all);
    };
    open().catch((error: unknown) => gone || notifications.failed('Opening the lists of the audit', error));
    return () => {
      gone = true;
    };
  }, [rpc, notifications, auditId]);
  return totals;
}
