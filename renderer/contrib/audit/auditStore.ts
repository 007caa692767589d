import { createStore } from 'zustand/vanilla';
import type { FindingView } from '../../../shared/rpc/auditViews.ts';
import { freshAudit, type AuditChoice, type AuditState } from './auditState.ts';

/** The audits by the editor's path, and the one that was run or looked at last. */
export interface AuditsState {
  readonly byPath: Readonly<Record<string, AuditState>>;
  readonly latest: string | null;
  /** The name that notes and sign-offs are written with. */
  readonly author: string;
}

export const auditStore = createStore<AuditsState>(() => ({ byPath: {}, latest: null, author: '' }));

export function auditAt(path: string): AuditState {
  return auditStore.getState().byPath[path] ?? freshAudit;
}

export function changeAudit(path: string, change: Partial<AuditState>): void {
  auditStore.setState(({ byPath, latest }) => ({
    byPath: { ...byPath, [path]: { ...(byPath[path] ?? freshAudit), ...change } },
    latest: change.view ? path : latest,
  }));
}

/** Shows a finding in full, in its audit. */
export function selectFinding(path: string, selected: FindingView | null): void {
  changeAudit(path, { selected });
}

/** Forgets all audits: another folder was opened. */
export function forgetAudits(): void {
  auditStore.setState({ byPath: {}, latest: null });
}

/** Notes which sources of the reports were changed on disk since. */
export function markChanged(paths: readonly string[]): void {
  for (const [path, { view, audited, changed }] of Object.entries(auditStore.getState().byPath)) {
    if (!view || !audited) continue;
    const sources = sourcePaths(audited).filter((source) =>
      paths.some((each) => each === source || each.startsWith(`${source}/`)),
    );
    const added = sources.filter((source) => !changed.includes(source));
    if (added.length > 0) changeAudit(path, { changed: [...changed, ...added] });
  }
}

/** The files of the folder that were audited. */
function sourcePaths({ terms, ledger, usage, invoices, map }: AuditChoice): string[] {
  const files = [ledger, usage, invoices, map].flatMap((file) => (file?.kind === 'path' ? [file.path] : []));
  return terms === null ? files : [terms, ...files];
}
