import path from 'node:path';
import { err, type Result } from '../../shared/base/result.ts';
import type { LedgerManifest } from '../../shared/ledger/manifest.ts';
import { exportFormats, isExportFormat, type LedgerExportFormat } from '../host/exports/exportFormats.ts';
import { exportLedgerAs, type ExportPieces } from '../host/exports/exportLedgerAs.ts';
import { sha256Stream } from '../platform/sha256.ts';
import { attempt } from '../store/attempt.ts';
import { verifyLedger } from '../store/ledgerVerifier.ts';
import { writeOutFile } from '../store/outFile.ts';
import { describeStoreError, type StoreError } from '../store/storeError.ts';
import { verifiedLedger } from '../store/verifiedRows.ts';
import type { Workspace } from '../store/workspaceTypes.ts';
import { exitCode, UsageError, type Command, type CommandIo } from './command.ts';
import { failed, openBeside } from './openBeside.ts';
import { parseFileCommand } from './parse.ts';
import { plainText } from './plainText.ts';
import { progress } from './progress.ts';

const formats = Object.entries(exportFormats).map(([format, { what }]) => `    ${format.padEnd(12)}  ${what}`);

export const exportUsage = `drawdown export NAME.ledger --format FORMAT [--out FILE] [--bom] [--json]
  Writes a ledger in another form, to standard output or to FILE, after verifying its chain: a damaged ledger gives no export (1).
  What was exported is told on standard error, as JSON with --json; with --out and --json on standard output. --bom puts a mark
  before CSV that makes Excel read it as UTF-8. Formats:
${formats.join('\n')}`;

const options = {
  format: { type: 'string' },
  out: { type: 'string' },
  bom: { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

/** Exports a ledger, verified, to standard output or to a file. */
export const exportCommand: Command = async (args, io) => {
  const { file, values } = parseFileCommand(args, options);
  const format = formatOf(values['format']);
  const out = values['out'] === undefined ? null : String(values['out']);
  if (out === '') throw new UsageError('--out takes the name of a file');
  const beside = await openBeside(file, io);
  if ('exit' in beside) return beside.exit;
  const { workspace, name } = beside;
  // What was exported is told as JSON on the same stream: nothing else may stand there.
  const tellProgress = values['json'] && out === null ? () => undefined : progress(io);
  const ledger = await openVerified(workspace, name, { file, io });
  if (!ledger.ok) return ledger.error;
  tellProgress('the chain is verified');
  const pieces = await exportLedgerAs(ledger.value, { format, byteOrderMark: values['bom'] === true });
  if (!pieces.ok) return tell(io, `${file}: ${pieces.error.message}`, exitCode.findings);
  const counted = countedPieces(pieces.value, tellProgress);
  const written = out === null ? await toOutput(counted, io) : await toFile(counted, { out, workspace, name, io });
  if (!written.ok) return exitOf(written.error, io);
  const told = summary(ledger.value.manifest, { ...written.value, format, file: out });
  const text = values['json'] ? `${JSON.stringify(told, null, 2)}\n` : summaryText(told);
  if (out !== null && values['json']) io.stdout(text);
  else io.stderr(text);
  return exitCode.fine;
};

function formatOf(given: string | boolean | undefined): LedgerExportFormat {
  const known = Object.keys(exportFormats).join(', ');
  if (given === undefined) throw new UsageError(`--format is missing: one of ${known}`);
  const word = String(given);
  if (!isExportFormat(word)) throw new UsageError(`there is no format "${word}": one of ${known}`);
  return word;
}

/** Verifies the whole ledger before anything is written: standard output cannot be taken back. */
async function openVerified(workspace: Workspace, name: string, { file, io }: { file: string; io: CommandIo }) {
  const verified = await verifyLedger(workspace, name, null);
  if (!verified.ok) return err(exitOf(verified.error, io));
  const { status, message } = verified.value;
  if (status !== 'intact') {
    return err(tell(io, `${file}: ${status}. ${message} Nothing was exported.`, exitCode.findings));
  }
  const ledger = await attempt(name, () => verifiedLedger(workspace, name));
  return ledger.ok ? ledger : err(exitOf(ledger.error, io));
}

async function* countedPieces(pieces: ExportPieces, tellProgress: (step: string) => void): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const piece of pieces) {
    yield piece;
    bytes += piece.length;
    tellProgress(`${bytes} bytes are written`);
  }
}

interface Written {
  readonly bytes: number;
  readonly sha256: string;
}

function toOutput(pieces: ExportPieces, io: CommandIo): Promise<Result<Written, StoreError>> {
  return attempt('standard output', async () => {
    const hash = sha256Stream();
    let bytes = 0;
    for await (const piece of pieces) {
      hash.add(piece);
      bytes += piece.length;
      await io.writeOut(piece);
    }
    return { bytes, sha256: hash.digest() };
  });
}

function toFile(
  chunks: ExportPieces,
  { out, workspace, name, io }: { out: string; workspace: Workspace; name: string; io: CommandIo },
): Promise<Result<Written, StoreError>> {
  const inputs = [path.join(workspace.folder, name)];
  return writeOutFile(workspace.ports, { absolute: path.resolve(io.cwd, out), shown: out, chunks, inputs });
}

type Summary = ReturnType<typeof summary>;

function summary(
  { name, rows, head, scenarioSha256, engine, policy }: LedgerManifest,
  written: Written & { readonly format: LedgerExportFormat; readonly file: string | null },
) {
  return { ...written, name, rows, head, scenarioSha256, engine, policy };
}

function summaryText({ file, format, bytes, sha256, rows, head, engine, policy }: Summary): string {
  const where = file === null ? 'standard output' : plainText(file);
  return `${where}: ${format}, ${bytes} bytes, SHA-256 ${sha256}\n${rows} rows, head ${head}\n${engine}, ${policy}\n`;
}

/** A row that no longer follows is a finding, as for verify; so is a manifest that was damaged meanwhile. */
function exitOf(error: StoreError, io: CommandIo): number {
  const isDamage = error.code === 'damaged' || error.code === 'damaged-row';
  return isDamage ? tell(io, describeStoreError(error), exitCode.findings) : failed(error, io).exit;
}

function tell(io: CommandIo, message: string, exit: number): number {
  io.stderr(`${plainText(message)}\n`);
  return exit;
}
