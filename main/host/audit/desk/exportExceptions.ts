import { ok, type Result } from '../../../../shared/base/result.ts';
import { filterExceptions, type ExceptionFilter } from '../../../../shared/audit/exceptions.ts';
import { csvByteOrderMark } from '../../../../shared/interchange/exporters/csvCell.ts';
import { exceptionsCsv } from '../../../../shared/interchange/exporters/exceptionsCsv.ts';
import type { RpcError } from '../../../../shared/rpc/views.ts';
import { writeNewFile } from '../../../store/newFile.ts';
import { fromStore } from '../../fromStore.ts';
import type { Papers } from '../readPapers.ts';
import { reportStem } from '../reportStem.ts';
import { exceptionsOfAudit } from './exceptionsOfAudit.ts';

/** Writes the exceptions that a filter leaves as a CSV into the workspace, and notes it in the history. */
export async function exportExceptions(
  papers: Papers,
  filter: ExceptionFilter,
): Promise<Result<{ readonly path: string; readonly rows: number }, RpcError>> {
  const { workspace, audit } = papers;
  const rows = filterExceptions(exceptionsOfAudit(papers), filter);
  const chunks = [Buffer.from(csvByteOrderMark + exceptionsCsv(rows))];
  const path = `reports/exceptions-${reportStem(audit.sources)}.csv`;
  const written = fromStore(await writeNewFile(workspace, { path, chunks }));
  if (!written.ok) return written;
  const note = { audit: audit.key, path: written.value.path, sha256: written.value.sha256, filter: { ...filter } };
  const noted = fromStore(await workspace.history.append({ kind: 'export', note }));
  return noted.ok ? ok({ path: written.value.path, rows: rows.length }) : noted;
}
