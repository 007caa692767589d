import * as nodePath from 'node:path';
import { evidenceHtml } from '../../shared/audit/evidence/evidenceHtml.ts';
import type { AuditedFiles } from '../host/audit/auditedFiles.ts';
import { auditInputs, type NamedInputs } from '../host/audit/evidence/auditInputs.ts';
import { evidenceOf } from '../host/audit/evidence/evidenceOf.ts';
import { evidencePack, type PackParts } from '../host/audit/evidence/evidencePack.ts';
import type { Ports } from '../platform/ports.ts';
import { attempt } from '../store/attempt.ts';
import { checkNewOutFile, writeNewOutFile, type NewOutFile } from '../store/newOutFile.ts';
import type { Chunks } from '../store/tempFile.ts';
import type { AuditExtras } from './auditExtras.ts';
import { exitCode, type CommandIo } from './command.ts';
import { failed } from './openBeside.ts';
import { plainText } from './plainText.ts';

/** What is written when the audit is done. */
export interface ToPack extends Pick<PackParts, 'reportJson' | 'options'> {
  readonly audited: AuditedFiles;
  readonly extras: AuditExtras;
}

/** Files to write an audit into, its inputs hashed. */
export interface OpenPack {
  /** Writes each, whole or not at all, and gives the exit code. */
  write(parts: ToPack): Promise<number>;
}

/** The evidence pack and the report, as they were named; undefined where they were not asked for. */
export interface PackFiles {
  readonly evidence: string | undefined;
  readonly report: string | undefined;
}

/** Makes sure that the files can be made, and hashes the inputs before they are audited. */
export async function openPack(
  ports: Ports,
  io: CommandIo,
  { evidence, report, files }: PackFiles & { readonly files: NamedInputs },
): Promise<OpenPack | { readonly exit: number }> {
  const named = Object.values(files).filter((input) => input !== null);
  for (const { absolute, shown } of named) {
    const there = await attempt(shown, () => ports.fs.realpath(absolute));
    if (!there.ok) return failed(there.error, io);
  }
  const read = named.map(({ absolute }) => absolute);
  const target = (file: string): NewOutFile => ({
    absolute: nodePath.resolve(io.cwd, file),
    shown: file,
    inputs: read,
  });
  for (const file of [evidence, report]) {
    const free = file === undefined ? null : await checkNewOutFile(ports, target(file));
    if (free?.ok === false) return failed(free.error, io);
  }
  const inputs = await attempt('the files of the audit', () => auditInputs(ports, files));
  if (!inputs.ok) return failed(inputs.error, io);
  const write = async (file: string, what: string, chunks: Chunks): Promise<number> => {
    const written = await writeNewOutFile(ports, target(file), chunks);
    if (!written.ok) return failed(written.error, io).exit;
    const { bytes, sha256 } = written.value;
    io.stderr(`${plainText(file)}: ${what}, ${bytes} bytes, SHA-256 ${sha256}\n`);
    return exitCode.fine;
  };
  return {
    async write({ audited, extras: { judgement, sample }, reportJson, options }) {
      const extras = { judgement, samples: sample ? [sample] : [], exceptions: null, papers: null };
      const told = evidenceOf(audited, inputs.value, extras);
      if (report !== undefined) {
        const exit = await write(report, 'report', [Buffer.from(evidenceHtml(told))]);
        if (exit !== exitCode.fine) return exit;
      }
      if (evidence === undefined) return exitCode.fine;
      const pieces = evidencePack(ports, { evidence: told, inputs: inputs.value, reportJson, options });
      return write(evidence, 'evidence pack', pieces);
    },
  };
}
