import * as nodePath from 'node:path';
import type { Result } from '../../shared/base/result.ts';
import { chainStart } from '../../shared/ledger/chain.ts';
import { chainVerifier, type SavedHead } from '../../shared/ledger/verify.ts';
import type { LedgerManifest } from '../../shared/ledger/manifest.ts';
import type { VerifyView } from '../../shared/rpc/views.ts';
import { attempt, systemCode } from './attempt.ts';
import { decodeText } from './decodeText.ts';
import { findLedger, type LedgerFolder } from './ledgerFolder.ts';
import { ledgerLines } from './ledgerLines.ts';
import { jsonLimit } from './limits.ts';
import { manifestText } from './manifestFile.ts';
import { readBytes } from './readBytes.ts';
import { describeStoreError, type StoreError } from './storeError.ts';
import type { Workspace } from './workspaceTypes.ts';

/** Verifies every row of a ledger, against a head kept from earlier where there is one. */
export function verifyLedger(
  workspace: Workspace,
  path: string,
  head: string | null,
): Promise<Result<VerifyView, StoreError>> {
  return attempt(path, async () => {
    const folder = await findLedger(workspace, path);
    if (!folder.manifest) return damaged(folder.damage ?? 'The manifest is damaged.');
    const altered = await manifestAltered(workspace, folder, folder.manifest);
    if (altered) return damaged(altered);
    return verifyRows(workspace, folder, folder.manifest, await savedHead(workspace, head));
  });
}

async function verifyRows(
  workspace: Workspace,
  folder: LedgerFolder,
  manifest: LedgerManifest,
  saved: SavedHead | null,
): Promise<VerifyView> {
  const verifier = chainVerifier(manifest.scenarioSha256, saved, workspace.ports.sha256);
  try {
    for await (const lines of ledgerLines(workspace.ports.fs, folder)) {
      if (!lines.every((line) => verifier.accept(line ?? ''))) break;
    }
  } catch (error) {
    // A segment that is gone takes its rows with it: the count tells.
    if (systemCode(error) !== 'ENOENT') throw error;
  }
  return verifier.finish(manifest);
}

function damaged(message: string): VerifyView {
  return { status: 'damaged', rows: 0, head: '', row: null, message };
}

/** What is wrong with the manifest beyond what reading it shows. */
async function manifestAltered(
  { ports }: Workspace,
  { absolute, shown }: LedgerFolder,
  manifest: LedgerManifest,
): Promise<string | null> {
  const file = { absolute: nodePath.join(absolute, 'manifest.json'), shown: `${shown}/manifest.json` };
  const text = decodeText(await readBytes(ports.fs, file, jsonLimit), file.shown);
  if (text !== manifestText(manifest)) return 'The manifest is not written as it was.';
  const start = chainStart(manifest.scenario, ports.sha256);
  return start === manifest.scenarioSha256 ? null : 'The scenario in the manifest is not the one that was run.';
}

/** The head, with the number of rows that the history knows it by: that tells a cut end from a new chain. */
async function savedHead(workspace: Workspace, head: string | null): Promise<SavedHead | null> {
  if (head === null) return null;
  const entries = await workspace.history.entries();
  if (!entries.ok) {
    workspace.ports.log.note('history-not-read', {
      code: entries.error.code,
      cause: describeStoreError(entries.error),
    });
    return { head, rows: null };
  }
  for (const { kind, note } of entries.value) {
    if (kind !== 'run' || typeof note !== 'object' || note === null || Array.isArray(note)) continue;
    const run = note as { readonly head?: unknown; readonly rows?: unknown };
    if (run.head === head && typeof run.rows === 'number') return { head, rows: run.rows };
  }
  return { head, rows: null };
}
