import { ok, type Result } from '../../../shared/base/result.ts';
import type { AuditPaper } from '../../../shared/rpc/auditViews.ts';
import type { RpcError } from '../../../shared/rpc/views.ts';
import type { Workspace } from '../../store/workspaceTypes.ts';
import { fromStore } from '../fromStore.ts';
import type { OpenFolder } from '../openFolder.ts';
import type { AuditJobs, KeptAudit } from './auditJobs.ts';
import { deskPapersOf, type DeskPapers } from './desk/deskPapers.ts';
import { papersOf } from './papers.ts';

/** An audit with all that was written about it. */
export interface Papers {
  readonly workspace: Workspace;
  readonly audit: KeptAudit;
  /** Notes and sign-offs, oldest first. */
  readonly papers: readonly AuditPaper[];
  readonly desk: DeskPapers;
}

/** Reads what the history holds about an audit. */
export type ReadPapers = (auditId: string) => Promise<Result<Papers, RpcError>>;

/** Papers come from the history of the open workspace. */
export function papersReader(open: OpenFolder, jobs: AuditJobs): ReadPapers {
  return async (auditId) => {
    const workspace = open.workspace();
    if (!workspace.ok) return workspace;
    const audit = jobs.find(auditId);
    if (!audit.ok) return audit;
    const entries = fromStore(await workspace.value.history.entries());
    if (!entries.ok) return entries;
    const { key } = audit.value;
    const papers = papersOf(entries.value, key);
    return ok({ workspace: workspace.value, audit: audit.value, papers, desk: deskPapersOf(entries.value, key) });
  };
}
