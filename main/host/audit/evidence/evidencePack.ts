import type { Evidence } from '../../../../shared/audit/evidence/evidence.ts';
import { evidenceHtml } from '../../../../shared/audit/evidence/evidenceHtml.ts';
import { csvByteOrderMark } from '../../../../shared/interchange/exporters/csvCell.ts';
import { exceptionsCsv } from '../../../../shared/interchange/exporters/exceptionsCsv.ts';
import { findingsCsv } from '../../../../shared/interchange/exporters/findingsCsv.ts';
import { hashVersion } from '../../../../shared/ledger/chain.ts';
import { ledgerFormat } from '../../../../shared/ledger/manifest.ts';
import type { Ports } from '../../../platform/ports.ts';
import { readChunks } from '../../../store/readBytes.ts';
import { zipArchive, type ArchivedFile } from '../../../store/zipArchive.ts';
import type { AuditInputs } from './auditInputs.ts';
import { evidenceLog } from './evidenceLog.ts';

/** What goes into an evidence pack. */
export interface PackParts {
  readonly evidence: Evidence;
  readonly inputs: AuditInputs;
  /** The report as `--json` prints it. */
  readonly reportJson: string;
  /** Options that changed what came out, as they were given: `--head HASH`. */
  readonly options: readonly string[];
}

/**
 * An evidence pack as pieces of a zip: the inputs as audited, the outputs, a log by which the audit can be made again, versions, and a
 * `SHA256SUMS` of all of them. The same audit gives the same bytes. An input that changed since it was hashed is refused.
 */
export function evidencePack(ports: Ports, parts: PackParts): AsyncGenerator<Uint8Array> {
  const { evidence, inputs, reportJson } = parts;
  const { report, judgement, versions, exceptions } = evidence;
  const stated = { ...versions, ledgerFormat, hashVersion };
  return zipArchive([
    text('report.html', evidenceHtml(evidence)),
    text('report.json', reportJson),
    text('findings.csv', csvByteOrderMark + findingsCsv(report.findings, judgement?.marks.findings ?? [])),
    ...(exceptions === null ? [] : [text('exceptions.csv', csvByteOrderMark + exceptionsCsv(exceptions))]),
    text('log.txt', evidenceLog(parts)),
    text('versions.json', `${JSON.stringify(stated, null, 2)}\n`),
    ...inputs.files.map(({ path, absolute, shown, sha256 }): ArchivedFile => {
      return { path, sha256, chunks: () => readChunks(ports.fs, { absolute, shown }) };
    }),
  ]);
}

function text(path: string, content: string): ArchivedFile {
  return { path, sha256: null, chunks: () => [Buffer.from(content)] };
}
