import * as nodePath from 'node:path';
import type { AuditSourceView } from '../../../shared/rpc/auditViews.ts';

/** What the files that are written about an audit are named by: the file that was audited. */
export function reportStem(sources: readonly Pick<AuditSourceView, 'role' | 'name'>[]): string {
  const audited = sources.find(({ role }) => role === 'ledger') ?? sources.find(({ role }) => role === 'invoices');
  const name = nodePath.posix.basename(audited?.name ?? 'audit').replace(/\.(csv|ndjson|jsonl|ledger)$/i, '');
  return name.replace(/[^\p{L}\p{N}._-]+/gu, '-');
}
