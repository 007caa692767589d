import type { LedgerManifest } from '../../shared/ledger/manifest.ts';
import type { LedgerRow } from '../../shared/ledger/row.ts';
import { chainVerifier } from '../../shared/ledger/verify.ts';
import type { Ports } from '../platform/ports.ts';
import { refuse } from './attempt.ts';
import { findLedger, type LedgerFolder } from './ledgerFolder.ts';
import { ledgerLines } from './ledgerLines.ts';
import { StoreFailure } from './storeError.ts';
import type { Workspace } from './workspaceTypes.ts';

/** A ledger whose rows can be read from the first to the last, as often as needed, each verified on the way. */
export interface VerifiedLedger {
  readonly manifest: LedgerManifest;
  /** Blocks of rows. Throws a refusal at the first one that does not follow, and where the end is not the head. */
  rows(): AsyncGenerator<LedgerRow[]>;
}

/** Finds a ledger to read as a whole, throwing refusals: one without a sound manifest is not read. */
export async function verifiedLedger(workspace: Workspace, path: string): Promise<VerifiedLedger> {
  const folder = await findLedger(workspace, path);
  const { manifest } = folder;
  if (!manifest) refuse('damaged', path, folder.damage ?? 'the manifest is damaged');
  return { manifest, rows: () => verifiedRows(workspace.ports, folder, manifest) };
}

async function* verifiedRows(
  ports: Ports,
  folder: LedgerFolder,
  manifest: LedgerManifest,
): AsyncGenerator<LedgerRow[]> {
  const verifier = chainVerifier(manifest.scenarioSha256, null, ports);
  for await (const lines of ledgerLines(ports.fs, folder)) {
    yield lines.map((line) => verifier.accept(line ?? '')?.row ?? damagedAt(folder.shown, verifier.rows + 1));
  }
  const found = verifier.finish(manifest);
  if (found.status !== 'intact') refuse('damaged', folder.shown, found.message);
}

function damagedAt(path: string, row: number): never {
  throw new StoreFailure({ code: 'damaged-row', path, row, cause: 'the row does not follow from the one before it' });
}
