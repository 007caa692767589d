import * as nodePath from 'node:path';
import type { Result } from '../../shared/base/result.ts';
import { rowCsv, rowsCsvHeader } from '../../shared/interchange/exporters/rowsCsv.ts';
import { rowsJsonComma, rowsJsonEnd, rowsJsonStart } from '../../shared/interchange/exporters/rowsJson.ts';
import { rowJson, rowNdjson } from '../../shared/interchange/exporters/rowsNdjson.ts';
import type { LedgerManifest } from '../../shared/ledger/manifest.ts';
import type { LedgerRow } from '../../shared/ledger/row.ts';
import { chainVerifier } from '../../shared/ledger/verify.ts';
import type { Ports } from '../platform/ports.ts';
import { attempt, refuse } from './attempt.ts';
import { findLedger, type LedgerFolder } from './ledgerFolder.ts';
import { ledgerLines } from './ledgerLines.ts';
import { writeNew } from './newFile.ts';
import { StoreFailure, type StoreError } from './storeError.ts';
import { textBlock } from './textBlock.ts';
import type { Workspace } from './workspaceTypes.ts';

export type ExportFormat = 'json' | 'ndjson' | 'csv';

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
    const folder = await findLedger(workspace, path);
    const { manifest } = folder;
    if (!manifest) refuse('damaged', path, folder.damage ?? 'the manifest is damaged');
    const wanted = `exports/${nodePath.posix.basename(path, '.ledger')}.${format}`;
    const chunks = pieces(workspace.ports, folder, manifest, format);
    const file = await writeNew(workspace, { path: wanted, chunks });
    return { path: file.path, sha256: file.sha256, rows: manifest.rows, head: manifest.head };
  });
}

async function* pieces(
  ports: Ports,
  folder: LedgerFolder,
  manifest: LedgerManifest,
  format: ExportFormat,
): AsyncGenerator<Uint8Array> {
  const block = textBlock();
  if (format === 'csv') block.add(rowsCsvHeader);
  if (format === 'json') block.add(rowsJsonStart({ ...manifest, rowCount: manifest.rows }));
  const write = format === 'csv' ? rowCsv : format === 'ndjson' ? rowNdjson : jsonRow;
  for await (const rows of verifiedRows(ports, folder, manifest)) {
    for (const row of rows) block.add(write(row));
    yield block.take();
  }
  if (format === 'json') block.add(rowsJsonEnd);
  yield block.take();
}

function jsonRow(row: LedgerRow): string {
  return (row.seq === 1 ? '' : rowsJsonComma) + rowJson(row);
}

async function* verifiedRows(
  { fs, sha256 }: Ports,
  folder: LedgerFolder,
  manifest: LedgerManifest,
): AsyncGenerator<LedgerRow[]> {
  const verifier = chainVerifier(manifest.scenarioSha256, null, sha256);
  for await (const lines of ledgerLines(fs, folder)) {
    yield lines.map((line) => verifier.accept(line ?? '') ?? damagedAt(folder.shown, verifier.rows + 1));
  }
  const found = verifier.finish(manifest);
  if (found.status !== 'intact') refuse('damaged', folder.shown, found.message);
}

function damagedAt(path: string, row: number): never {
  throw new StoreFailure({ code: 'damaged-row', path, row, cause: 'the row does not follow from the one before it' });
}
