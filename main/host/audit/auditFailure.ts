import type { AuditRefusal } from '../../../shared/audit/report.ts';
import type { Diagnostic } from '../../../shared/base/diagnostic.ts';
import type { AuditFault } from './readText.ts';

/** Why there is no report. */
export type AuditFailure =
  | { readonly from: 'file'; readonly fault: AuditFault }
  | { readonly from: 'diagnostics'; readonly file: string; readonly diagnostics: readonly Diagnostic[] }
  | { readonly from: 'refused'; readonly refusals: readonly AuditRefusal[] };

/** A failure as a result. */
export interface Failed {
  readonly ok: false;
  readonly error: AuditFailure;
}

export function ofFile(fault: AuditFault): Failed {
  return { ok: false, error: { from: 'file', fault } };
}

export function ofDiagnostics(file: string, diagnostics: readonly Diagnostic[]): Failed {
  return { ok: false, error: { from: 'diagnostics', file, diagnostics } };
}
