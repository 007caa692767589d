import * as nodePath from 'node:path';
import type { Result } from '../../shared/base/result.ts';
import { chainStart } from '../../shared/ledger/chain.ts';
import { chainVerifier, type SavedHead } from '../../shared/ledger/verify.ts';
import type { LedgerManifest } from '../../shared/ledger/manifest.ts';
import type { VerifyView } from '../../shared/rpc/views.ts';
import type { Ports } from '../platform/ports.ts';
import { attempt, systemCode } from './attempt.ts';
import { boundedJson } from './boundedJson.ts';
import { decodeText } from './decodeText.ts';
import { findLedger, type LedgerFolder } from './ledgerFolder.ts';
import { acceptLines } from './acceptLines.ts';
import { ledgerBlocks } from './ledgerLines.ts';
import { jsonLimit } from './limits.ts';
import { manifestText } from './manifestFile.ts';
import { readBytes } from './readBytes.ts';
import { describeStoreError, type StoreError } from './storeError.ts';
import type { Workspace } from './workspaceTypes.ts';

/**
 * Verifies every row of a ledger, against a head kept from earlier: the one given, else the one that the workspace's history
 * noted when the ledger was run. Where the manifest is damaged, rows that are too say more than it.
 */
export function verifyLedger(
  workspace: Workspace,
  path: string,
  head: string | null,
): Promise<Result<VerifyView, StoreError>> {
  return attempt(path, async () => {
    const folder = await findLedger(workspace, path);
    const { manifest } = folder;
    const fault = manifest
      ? await manifestAltered(workspace, folder, manifest)
      : (folder.damage ?? 'The manifest is damaged.');
    const start = fault === null ? manifest!.scenarioSha256 : await startStated(workspace, folder);
    if (start === null) return damaged(fault!);
    const claim = fault === null ? manifest : null;
    const found = await verifyRows(workspace, folder, { start, claim, saved: await savedHead(workspace, path, head) });
    return fault !== null && found.status === 'intact' ? damaged(fault) : found;
  });
}

interface Stated {
  readonly start: string;
  readonly claim: LedgerManifest | null;
  readonly saved: SavedHead | null;
}

async function verifyRows(
  workspace: Workspace,
  folder: LedgerFolder,
  { start, claim, saved }: Stated,
): Promise<VerifyView> {
  const verifier = chainVerifier(start, saved, workspace.ports);
  try {
    for await (const block of ledgerBlocks(workspace.ports.fs, folder)) if (!acceptLines(verifier, block)) break;
  } catch (error) {
    // A segment that is gone takes its rows with it: the count tells.
    if (systemCode(error) !== 'ENOENT') throw error;
  }
  return verifier.finish(claim);
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
  const text = await manifestAsWritten(ports, { absolute, shown });
  if (text !== manifestText(manifest)) return 'The manifest is not written as it was.';
  const start = chainStart(manifest.scenario, ports.sha256);
  return start === manifest.scenarioSha256 ? null : 'The scenario in the manifest is not the one that was run.';
}

async function manifestAsWritten(
  { fs }: Ports,
  { absolute, shown }: Pick<LedgerFolder, 'absolute' | 'shown'>,
): Promise<string> {
  const file = { absolute: nodePath.join(absolute, 'manifest.json'), shown: `${shown}/manifest.json` };
  return decodeText(await readBytes(fs, file, jsonLimit), file.shown);
}

/** The chain's start by a damaged manifest: its scenario, where that is still the one whose hash it states. */
async function startStated({ ports }: Workspace, folder: LedgerFolder): Promise<string | null> {
  try {
    const stated = boundedJson(await manifestAsWritten(ports, folder)) as Partial<LedgerManifest> | null;
    if (stated?.scenario === undefined) return null;
    const start = chainStart(stated.scenario, ports.sha256);
    return start === stated.scenarioSha256 ? start : null;
  } catch {
    return null;
  }
}

/** The head, with the number of rows that the history knows it by: that tells a cut end from a new chain. */
async function savedHead(workspace: Workspace, path: string, head: string | null): Promise<SavedHead | null> {
  const entries = await workspace.history.entries();
  if (!entries.ok) {
    workspace.ports.log.note('history-not-read', {
      code: entries.error.code,
      cause: describeStoreError(entries.error),
    });
    return head === null ? null : { head, rows: null };
  }
  let noted: SavedHead | null = null;
  for (const { kind, note } of entries.value) {
    if (kind !== 'run' || typeof note !== 'object' || note === null || Array.isArray(note)) continue;
    const run = note as { readonly path?: unknown; readonly head?: unknown; readonly rows?: unknown };
    if (typeof run.head !== 'string' || typeof run.rows !== 'number') continue;
    if (head === null ? run.path === path : run.head === head) noted = { head: run.head, rows: run.rows };
  }
  return noted ?? (head === null ? null : { head, rows: null });
}
