import { err, ok, type Result } from '../../../shared/base/result.ts';
import type { AuditSourceView, FindingView } from '../../../shared/rpc/auditViews.ts';
import type { RpcParams } from '../../../shared/rpc/table.ts';
import type { RpcError } from '../../../shared/rpc/views.ts';
import type { AuditedFiles } from './auditedFiles.ts';
import { AuditCancelled } from './auditCancelled.ts';
import { findingViews } from './auditView.ts';

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
  /** Begins a job under the caller's name for it; where it is cancelled, the signal is aborted for that reason. */
  begin(job: string): AbortSignal;
  end(job: string): void;
  cancel(job: string): boolean;
  /** Keeps an audit and gives its name. */
  keep(audit: KeptAudit): string;
  find(auditId: string): Result<KeptAudit, RpcError>;
  findings(auditId: string, code: string | null): Result<readonly FindingView[], RpcError>;
}

const mostKept = 2;

export function createAuditJobs(randomId: () => string): AuditJobs {
  const running = new Map<string, AbortController>();
  const kept = new Map<string, KeptAudit>();
  const find = (auditId: string): Result<KeptAudit, RpcError> => {
    const audit = kept.get(auditId);
    return audit ? ok(audit) : err({ code: 'unknown-audit', message: 'The audit is no longer kept: run it again.' });
  };
  return {
    begin(job) {
      const controller = new AbortController();
      running.set(job, controller);
      return controller.signal;
    },
    end: (job) => void running.delete(job),
    cancel(job) {
      const controller = running.get(job);
      controller?.abort(new AuditCancelled());
      return controller !== undefined;
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
