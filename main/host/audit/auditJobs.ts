import { err, ok, type Result } from '../../../shared/base/result.ts';
import type { AuditSourceView, FindingView } from '../../../shared/rpc/auditViews.ts';
import type { RpcParams } from '../../../shared/rpc/table.ts';
import type { RpcError } from '../../../shared/rpc/views.ts';
import type { AuditedFiles } from './auditedFiles.ts';
import { findingViews } from './auditView.ts';

/** Nobody waits for the audit any more. */
export class AuditCancelled extends Error {
  override name = 'AuditCancelled';
}

/** An audit that was made, and a digest that names exactly what was audited. */
export interface KeptAudit {
  readonly audited: AuditedFiles;
  /** What was asked for. */
  readonly wanted: RpcParams<'audit.run'>;
  readonly sources: readonly AuditSourceView[];
  readonly key: string;
}

/** The audits that run, and the findings of the latest ones. */
export interface AuditJobs {
  /** Begins a job under the caller's name for it; gives back what asks whether it still goes on, throwing where not. */
  begin(job: string): () => void;
  end(job: string): void;
  cancel(job: string): boolean;
  /** Keeps an audit and gives its name. */
  keep(audit: KeptAudit): string;
  find(auditId: string): Result<KeptAudit, RpcError>;
  findings(auditId: string, code: string | null): Result<readonly FindingView[], RpcError>;
}

const mostKept = 2;

export function createAuditJobs(randomId: () => string): AuditJobs {
  const running = new Map<string, { cancelled: boolean }>();
  const kept = new Map<string, KeptAudit>();
  const find = (auditId: string): Result<KeptAudit, RpcError> => {
    const audit = kept.get(auditId);
    return audit ? ok(audit) : err({ code: 'unknown-audit', message: 'The audit is no longer kept: run it again.' });
  };
  return {
    begin(job) {
      const state = { cancelled: false };
      running.set(job, state);
      return () => {
        if (state.cancelled) throw new AuditCancelled();
      };
    },
    end: (job) => void running.delete(job),
    cancel(job) {
      const state = running.get(job);
      if (state) state.cancelled = true;
      return state !== undefined;
    },
    keep(audit) {
      const auditId = randomId();
      kept.set(auditId, audit);
      for (const oldest of kept.keys()) if (kept.size > mostKept) kept.delete(oldest);
      return auditId;
    },
    find,
    findings(auditId, code) {
      const audit = find(auditId);
      if (!audit.ok) return audit;
      return ok(findingViews(audit.value.audited.report).filter((finding) => code === null || finding.code === code));
    },
  };
}
