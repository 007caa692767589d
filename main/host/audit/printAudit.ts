import { err, ok, type Result } from '../../../shared/base/result.ts';
import { evidenceHtml } from '../../../shared/audit/evidence/evidenceHtml.ts';
import type { RpcError } from '../../../shared/rpc/views.ts';
import { writeNewFile } from '../../store/newFile.ts';
import { fromStore } from '../fromStore.ts';
import type { PrintPdf } from '../hostPorts.ts';
import type { Papers } from './readPapers.ts';
import { reportStem } from './reportStem.ts';
import { withEvidence, type FromUploads } from './withEvidence.ts';

/** The report of an audit as one HTML file, to be looked at or printed elsewhere. */
export function reportAudit(
  papers: Papers,
  uploads: FromUploads,
): Promise<Result<{ readonly html: string }, RpcError>> {
  return withEvidence(papers, uploads, async ({ evidence }) => ok({ html: evidenceHtml(evidence) }));
}

/** Prints the report of an audit into the workspace, and notes it in the history. */
export async function printAudit(
  papers: Papers,
  uploads: FromUploads,
  print: PrintPdf | null,
): Promise<Result<{ readonly path: string }, RpcError>> {
  if (!print) return err({ code: 'no-printer', message: 'In a browser, the browser prints: open the report there.' });
  return withEvidence(papers, uploads, async ({ evidence }) => {
    const { workspace, audit } = papers;
    const pdf = await print({
      html: evidenceHtml(evidence),
      title: `Audit of ${evidence.name}`,
      period: `${evidence.period.from} until ${evidence.period.until}`,
      head: evidence.head ?? '',
    });
    const path = `reports/audit-${reportStem(audit.sources)}.pdf`;
    const written = fromStore(await writeNewFile(workspace, { path, chunks: [pdf] }));
    if (!written.ok) return written;
    const note = { audit: audit.key, path: written.value.path, sha256: written.value.sha256 };
    const noted = fromStore(await workspace.history.append({ kind: 'export', note }));
    return noted.ok ? ok({ path: written.value.path }) : noted;
  });
}
