import * as nodePath from 'node:path';
import type { Result } from '../../shared/base/result.ts';
import { attempt } from './attempt.ts';
import { writeNew } from './newFile.ts';
import { exportedRows, type ExportFormat } from './exportedRows.ts';
import type { StoreError } from './storeError.ts';
import { verifiedLedger } from './verifiedRows.ts';
import type { Workspace } from './workspaceTypes.ts';

/** An exported file, and the head that lets it be checked against the ledger. */
export interface ExportedLedger {
  readonly path: string;
  readonly sha256: string;
  readonly rows: number;
  readonly head: string;
}

/** Exports the rows of a ledger to `exports/`, verifying each on the way: a damaged ledger gives no file. */
export function exportLedger(
  workspace: Workspace,
  path: string,
  format: ExportFormat,
): Promise<Result<ExportedLedger, StoreError>> {
  return attempt(path, async () => {
    const ledger = await verifiedLedger(workspace, path);
    const wanted = `exports/${nodePath.posix.basename(path, '.ledger')}.${format}`;
    const file = await writeNew(workspace, { path: wanted, chunks: exportedRows(ledger, format) });
    return { path: file.path, sha256: file.sha256, rows: ledger.manifest.rows, head: ledger.manifest.head };
  });
}
