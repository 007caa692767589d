import type { z } from 'zod';
import { ok, type Result } from '../../../shared/base/result.ts';
import type { rowSource } from '../../../shared/rpc/rowMethods.ts';
import type { RpcError } from '../../../shared/rpc/views.ts';
import type { Ledger } from '../../store/workspaceTypes.ts';
import type { AuditJobs } from '../audit/auditJobs.ts';
import type { Runs } from '../runs.ts';
import type { RowsOfFileAt } from './openedFiles.ts';
import type { RowsOf } from './rowsOf.ts';
import { rowsOfAudit } from './rowsOfAudit.ts';
import { rowsOfLedger } from './rowsOfLedger.ts';
import { rowsOfRun } from './rowsOfRun.ts';

export type RowSource = z.infer<typeof rowSource>;

export interface SourceParts {
  readonly runs: Runs;
  /** The ledger at a path, as it was opened last. */
  readonly ledgerAt: (path: string) => Promise<Result<Ledger, RpcError>>;
  readonly fileAt: RowsOfFileAt;
  readonly audits: Pick<AuditJobs, 'find'>;
}

/** Finds the rows of a source. */
export async function rowsOfSource(
  { runs, ledgerAt, fileAt, audits }: SourceParts,
  source: RowSource,
): Promise<Result<RowsOf, RpcError>> {
  if ('runId' in source) {
    const run = runs.find(source.runId);
    return run.ok ? ok(rowsOfRun(run.value)) : run;
  }
  if ('file' in source) return fileAt(source.file);
  if ('auditId' in source) {
    const audit = audits.find(source.auditId);
    return audit.ok ? ok(rowsOfAudit(audit.value.audited, source.list)) : audit;
  }
  const ledger = await ledgerAt(source.ledger);
  return ledger.ok ? ok(rowsOfLedger(ledger.value)) : ledger;
}
