import * as nodePath from 'node:path';
import type { AuditedFiles } from '../host/audit/auditFiles.ts';
import { auditInputs, type NamedInputs } from '../host/audit/evidence/auditInputs.ts';
import { evidenceOf, type AuditExtras } from '../host/audit/evidence/evidenceOf.ts';
import { evidencePack, type PackParts } from '../host/audit/evidence/evidencePack.ts';
import type { Ports } from '../platform/ports.ts';
import { attempt } from '../store/attempt.ts';
import { checkNewOutFile, writeNewOutFile } from '../store/newOutFile.ts';
import { exitCode, type CommandIo } from './command.ts';
import { failed } from './openBeside.ts';
import { plainText } from './plainText.ts';

/** What is packed when the audit is done. */
export interface ToPack extends Pick<PackParts, 'reportJson' | 'options'> {
  readonly audited: AuditedFiles;
  readonly extras: AuditExtras;
}

/** An evidence pack whose inputs are hashed. */
export interface OpenPack {
  /** Writes it, whole or not at all, and gives the exit code. */
  write(parts: ToPack): Promise<number>;
}

/** Makes sure that a pack can be made, and hashes the inputs before they are audited. */
export async function openPack(
  ports: Ports,
  io: CommandIo,
  { file, files }: { readonly file: string; readonly files: NamedInputs },
): Promise<OpenPack | { readonly exit: number }> {
  const named = Object.values(files).filter((input) => input !== null);
  for (const { absolute, shown } of named) {
    const there = await attempt(shown, () => ports.fs.realpath(absolute));
    if (!there.ok) return failed(there.error, io);
  }
  const read = named.map(({ absolute }) => absolute);
  const target = { absolute: nodePath.resolve(io.cwd, file), shown: file, inputs: read };
  const free = await checkNewOutFile(ports, target);
  if (!free.ok) return failed(free.error, io);
  const inputs = await attempt('the files of the audit', () => auditInputs(ports, files));
  if (!inputs.ok) return failed(inputs.error, io);
  return {
    async write({ audited, extras, reportJson, options }) {
      const evidence = evidenceOf(audited, inputs.value, extras);
      const pieces = evidencePack(ports, { evidence, inputs: inputs.value, reportJson, options });
      const written = await writeNewOutFile(ports, target, pieces);
      if (!written.ok) return failed(written.error, io).exit;
      const { bytes, sha256 } = written.value;
      io.stderr(`${plainText(file)}: evidence pack, ${bytes} bytes, SHA-256 ${sha256}\n`);
      return exitCode.fine;
    },
  };
}
