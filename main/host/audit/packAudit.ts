import { ok, type Result } from '../../../shared/base/result.ts';
import type { RpcError } from '../../../shared/rpc/views.ts';
import { writeNewFile } from '../../store/newFile.ts';
import { fromStore } from '../fromStore.ts';
import { evidencePack, type PackParts } from './evidence/evidencePack.ts';
import type { Papers } from './readPapers.ts';
import { reportStem } from './reportStem.ts';
import { withEvidence, type AuditEvidence, type FromUploads } from './withEvidence.ts';

/** Writes an audit's evidence pack into the workspace. */
export function packAudit(papers: Papers, uploads: FromUploads): Promise<Result<{ readonly path: string }, RpcError>> {
  return withEvidence(papers, uploads, (made) => writePack(papers, made));
}

async function writePack(
  { workspace, audit }: Papers,
  { evidence, inputs }: AuditEvidence,
): Promise<Result<{ readonly path: string }, RpcError>> {
  const { report, badRows, badRowCount } = audit.audited;
  const { judgement, samples, exceptions, papers } = evidence;
  const beside = { judgement: judgement && { ...judgement, marks: undefined }, samples, exceptions, papers };
  const reportJson = `${JSON.stringify({ ...report, badRowCount, badRows, ...beside }, null, 2)}\n`;
  const parts: PackParts = { evidence, inputs, reportJson, options: optionsOf(audit.wanted.head, evidence) };
  const chunks = evidencePack(workspace.ports, parts);
  const path = `reports/audit-${reportStem(audit.sources)}.zip`;
  const written = fromStore(await writeNewFile(workspace, { path, chunks }));
  if (!written.ok) return written;
  const note = { audit: audit.key, path: written.value.path, sha256: written.value.sha256 };
  const noted = fromStore(await workspace.history.append({ kind: 'export', note }));
  return noted.ok ? ok({ path: written.value.path }) : noted;
}

const thresholdOptions = { overall: '--materiality', tolerance: '--tolerance', trivial: '--trivial' } as const;

/** What has to be given on the command line to come to the same; of several samples, the last. */
function optionsOf(head: string | null, { judgement, samples }: AuditEvidence['evidence']): string[] {
  const amounts = judgement?.thresholds;
  const thresholds = (['overall', 'tolerance', 'trivial'] as const).flatMap((threshold) => {
    const amount = amounts?.[threshold] ?? null;
    return amount === null ? [] : [thresholdOptions[threshold], amount];
  });
  const last = samples.at(-1);
  const sample = last ? ['--sample', String(last.rows.length), '--seed', String(last.seed)] : [];
  return [...(head === null ? [] : ['--head', head]), ...thresholds, ...sample];
}
