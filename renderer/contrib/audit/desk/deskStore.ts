import { useEffect } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { AuditDesk } from '../../../../shared/rpc/auditViews.ts';
import { useWorkbench } from '../../../platform/useWorkbench.ts';

/** What lies on the desk of each audit, by its id, and why things change after a sign-off. */
interface Desks {
  readonly byAudit: Readonly<Record<string, AuditDesk>>;
  readonly reason: string;
}

export const deskStore = createStore<Desks>(() => ({ byAudit: {}, reason: '' }));

export function keepDesk(auditId: string, desk: AuditDesk): void {
  deskStore.setState(({ byAudit }) => ({ byAudit: { ...byAudit, [auditId]: desk } }));
}

/** The desk of an audit, read when first asked for; null until then. */
export function useDesk(auditId: string): AuditDesk | null {
  const { rpc, notifications } = useWorkbench();
  const desk = useStore(deskStore, ({ byAudit }) => byAudit[auditId]) ?? null;
  const missing = desk === null;
  useEffect(() => {
    if (!missing) return;
    rpc('audit.desk', { auditId }).then(
      (read) => keepDesk(auditId, read),
      (error: unknown) => notifications.failed('Reading thresholds and samples', error),
    );
  }, [rpc, notifications, auditId, missing]);
  return desk;
}
