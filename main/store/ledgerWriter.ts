import { assert } from '../../shared/base/assert.ts';
import type { Result } from '../../shared/base/result.ts';
import { chainStart, hashVersion } from '../../shared/ledger/chain.ts';
import { ledgerFormat, type ClosingBalances, type LedgerManifest } from '../../shared/ledger/manifest.ts';
import type { LedgerRow } from '../../shared/ledger/row.ts';
import type { LedgerView } from '../../shared/rpc/views.ts';
import { attempt, refuse, systemCode } from './attempt.ts';
import { confirm } from './durableWrite.ts';
import { namesToTry } from './fileNames.ts';
import { ledgerView } from './ledgerView.ts';
import { locateForWriting, syncFolder } from './locate.ts';
import { manifestDigest, readManifest, writeManifest } from './manifestFile.ts';
import { renameWithRetry } from './rename.ts';
import { writeSegments, type WrittenRows } from './segmentWriter.ts';
import type { StoreError } from './storeError.ts';
import { removeFolderQuietly, tempPath } from './tempFile.ts';
import type { NewLedger, Workspace } from './workspaceTypes.ts';

/**
 * Writes a whole ledger beside its place and renames it in: all of it, or nothing. One that is there is never overwritten.
 * The run is noted in the workspace's history, so that the head stays known.
 */
export function writeLedger(workspace: Workspace, ledger: NewLedger): Promise<Result<LedgerView, StoreError>> {
  return attempt(ledger.path, async () => {
    await workspace.checkWritable();
    if (!ledger.path.endsWith('.ledger')) refuse('bad-name', ledger.path, 'a ledger ends in .ledger');
    const { absolute } = await locateForWriting(workspace, ledger.path);
    const temp = tempPath(absolute, workspace.ports);
    try {
      const manifest = await writeFolder(workspace, temp, ledger);
      const path = await workspace.inOrder(() => publish(workspace, temp, ledger.path));
      await noteRun(workspace, path, manifest);
      return ledgerView(path, manifest, null);
    } catch (error) {
      await removeFolderQuietly(workspace.ports.fs, temp);
      throw error;
    }
  });
}

async function writeFolder(workspace: Workspace, folder: string, ledger: NewLedger): Promise<LedgerManifest> {
  const { ports } = workspace;
  await ports.fs.mkdir(folder, 0o700);
  const start = chainStart(ledger.scenario, ports.sha256);
  const written = await writeSegments(ports, { folder, shown: ledger.path, start }, ledger.rows);
  const manifest = manifestOf(workspace, ledger, start, written);
  await writeManifest(ports, folder, manifest);
  const read = await readManifest(ports, folder, ledger.path);
  assert(read.head === written.head && read.rows === written.rows, 'a ledger reads back as it was written');
  await syncFolder(ports.fs, folder);
  return read;
}

function manifestOf({ ports }: Workspace, ledger: NewLedger, start: string, written: WrittenRows): LedgerManifest {
  const closing = closingOf(written.last, ledger.closing);
  const manifest = {
    format: ledgerFormat,
    hashVersion,
    name: ledger.name,
    currency: ledger.currency,
    createdAt: new Date(ports.clock.now()).toISOString(),
    engine: ledger.engine,
    policy: ledger.policy,
    scenario: ledger.scenario,
    scenarioSha256: start,
    rows: written.rows,
    segments: written.segments,
    closing,
    head: written.head,
  } as const;
  return { ...manifest, digest: manifestDigest(ports, manifest) };
}

function closingOf(last: LedgerRow | null, stated: ClosingBalances | undefined): ClosingBalances {
  if (!last) return stated ?? { included: '0', prepaid: '0', flexMonth: '0' };
  const closing = { included: last.includedAfter, prepaid: last.prepaidAfter, flexMonth: last.flexMonthAfter };
  const same =
    !stated ||
    (stated.included === closing.included &&
      stated.prepaid === closing.prepaid &&
      stated.flexMonth === closing.flexMonth);
  assert(same, 'the closing balances are those after the last row');
  return closing;
}

async function publish(workspace: Workspace, temp: string, wanted: string): Promise<string> {
  await workspace.checkWritable();
  for (const path of namesToTry(wanted)) {
    const { absolute, stat } = await locateForWriting(workspace, path);
    if (stat) continue;
    try {
      await renameWithRetry(workspace.ports, temp, absolute, path);
    } catch (error) {
      if (systemCode(error) === 'ENOTEMPTY' || systemCode(error) === 'EEXIST') continue;
      throw error;
    }
    await confirm(workspace.ports, absolute);
    return path;
  }
  return refuse('exists', wanted, 'every numbered name is taken');
}

/** The ledger is in place; a history that cannot take the note must not take it away again. */
async function noteRun({ history, ports }: Workspace, path: string, manifest: LedgerManifest): Promise<void> {
  const { head, rows, scenarioSha256, engine, policy } = manifest;
  const noted = await history.append({ kind: 'run', note: { path, head, rows, scenarioSha256, engine, policy } });
  if (!noted.ok) ports.log.note('history-not-written', { code: noted.error.code });
}
