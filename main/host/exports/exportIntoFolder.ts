import * as nodePath from 'node:path';
import { err, ok, type Result } from '../../../shared/base/result.ts';
import type { RpcError } from '../../../shared/rpc/views.ts';
import { attempt } from '../../store/attempt.ts';
import type { ExportedLedger } from '../../store/ledgerExport.ts';
import { writeNew } from '../../store/newFile.ts';
import { verifiedLedger } from '../../store/verifiedRows.ts';
import type { Workspace } from '../../store/workspaceTypes.ts';
import { fromStore } from '../fromStore.ts';
import { exportFormats, type LedgerExportFormat } from './exportFormats.ts';
import { exportLedgerAs } from './exportLedgerAs.ts';

/** Exports a ledger of the workspace to `exports/`, under a name of its own. */
export async function exportIntoFolder(
  workspace: Workspace,
  path: string,
  format: LedgerExportFormat,
): Promise<Result<ExportedLedger, RpcError>> {
  const done = await attempt(path, async (): Promise<Result<ExportedLedger, RpcError>> => {
    const ledger = await verifiedLedger(workspace, path);
    const pieces = await exportLedgerAs(ledger, { format, byteOrderMark: false });
    if (!pieces.ok) return err({ code: pieces.error.code, message: `${path}: ${pieces.error.message}`, path });
    const file = await writeNew(workspace, { path: fileOf(path, format), chunks: pieces.value });
    const { rows, head } = ledger.manifest;
    return ok({ path: file.path, sha256: file.sha256, rows, head });
  });
  return done.ok ? done.value : fromStore(done);
}

/** `exports/acme.xlsx`, `exports/acme.invoices.csv`: where the extension does not say the format, the name does. */
function fileOf(path: string, format: LedgerExportFormat): string {
  const { extension } = exportFormats[format];
  const name = nodePath.posix.basename(path, '.ledger');
  return `exports/${name}.${format === extension ? '' : `${format}.`}${extension}`;
}
