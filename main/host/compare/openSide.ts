import * as nodePath from 'node:path';
import type { Diagnostic } from '../../../shared/base/diagnostic.ts';
import { err, ok, type Result } from '../../../shared/base/result.ts';
import { columnRows, comparableColumns } from '../../../shared/audit/columnRows.ts';
import { zoneOf } from '../../../shared/calendar/zone.ts';
import { ledgerRows } from '../../../shared/engine/rows.ts';
import type { LedgerRow } from '../../../shared/ledger/row.ts';
import { attempt } from '../../store/attempt.ts';
import { readDocument } from '../../store/document.ts';
import { verifyLedger } from '../../store/ledgerVerifier.ts';
import { locate } from '../../store/locate.ts';
import type { StoreError } from '../../store/storeError.ts';
import { verifiedLedger } from '../../store/verifiedRows.ts';
import type { Workspace } from '../../store/workspaceTypes.ts';
import { readLedger } from '../audit/readLedger.ts';
import { replayLedger } from '../exports/replayLedger.ts';
import { runScenario } from '../runScenario.ts';
import type { UsageFiles } from '../usageFiles.ts';
import type { Side } from './side.ts';

/** Why something cannot be compared: the disk, what is in a file, or faults of a scenario. */
export type SideFault =
  | { readonly from: 'store'; readonly error: StoreError }
  | { readonly from: 'content'; readonly message: string }
  | { readonly from: 'faults'; readonly diagnostics: readonly Diagnostic[] };

interface Places {
  readonly workspace: Workspace;
  readonly files: UsageFiles;
  /** Aborted where nobody waits for it any more: what it is then is of no matter. */
  readonly signal?: AbortSignal | undefined;
}

/** Opens what lies at a path as one side of a comparison: a scenario is run, a ledger verified, any other file read as rows. */
export async function openSide(path: string, places: Places): Promise<Result<Side, SideFault>> {
  const { workspace } = places;
  const located = await attempt(path, () => locate(workspace, path));
  if (!located.ok) return err({ from: 'store', error: located.error });
  const { absolute, stat } = located.value;
  if (stat.isDirectory()) return ledgerSide(workspace, path);
  return path.endsWith('.json') ? scenarioSide(path, places) : rowsSide(workspace, { absolute, shown: path });
}

async function ledgerSide(workspace: Workspace, path: string): Promise<Result<Side, SideFault>> {
  const verified = await verifyLedger(workspace, path, null);
  if (!verified.ok) return err({ from: 'store', error: verified.error });
  const { status, message } = verified.value;
  if (status !== 'intact') return content(`${path}: ${status}. ${message} Nothing was compared.`);
  const ledger = await attempt(path, () => verifiedLedger(workspace, path));
  if (!ledger.ok) return err({ from: 'store', error: ledger.error });
  const { manifest, rows } = ledger.value;
  const { name, currency, head } = manifest;
  return ok({
    kind: 'ledger',
    name,
    currency,
    head,
    columns: null,
    notes: [],
    rows,
    async invoices() {
      const replayed = await replayLedger(ledger.value);
      if (!replayed.ok) return err(replayed.error.message);
      const { invoices, program } = replayed.value.run;
      return ok({ invoices, minorDigits: program.minorDigits });
    },
  });
}

async function scenarioSide(path: string, { workspace, files, signal }: Places): Promise<Result<Side, SideFault>> {
  const document = await readDocument(workspace, path);
  if (!document.ok) return err({ from: 'store', error: document.error });
  const readUsage = files.reader(workspace, path);
  const { scenario, run, diagnostics } = await runScenario({ text: document.value.text, readUsage, signal });
  if (!scenario || !run) return err({ from: 'faults', diagnostics });
  const { invoices, program } = run;
  return ok({
    kind: 'scenario',
    name: scenario.name,
    currency: scenario.currency,
    head: null,
    columns: null,
    notes: [],
    rows: () => blocksOf(ledgerRows(run)),
    invoices: () => Promise.resolve(ok({ invoices, minorDigits: program.minorDigits })),
  });
}

async function rowsSide(
  workspace: Workspace,
  file: { readonly absolute: string; readonly shown: string },
): Promise<Result<Side, SideFault>> {
  const how = { zone: zoneOf('UTC')!, mapping: null, head: null, progress: () => undefined };
  const read = await readLedger(workspace.ports, file, how);
  if (!read.ok) return content(read.error.message);
  const { rows, badRowCount } = read.value;
  const unread = `${file.shown}: ${badRowCount} rows could not be read, and are not compared.`;
  return ok({
    kind: 'rows',
    name: nodePath.posix.basename(file.shown),
    currency: null,
    head: null,
    columns: comparableColumns(rows),
    notes: badRowCount > 0 ? [unread] : [],
    rows: () => columnRows(rows),
    invoices: () => Promise.resolve(err('rows alone give no invoices.')),
  });
}

const rowsABlock = 4096;

function* blocksOf(rows: Iterable<LedgerRow>): Generator<LedgerRow[], void> {
  let block: LedgerRow[] = [];
  for (const row of rows) {
    if (block.push(row) < rowsABlock) continue;
    yield block;
    block = [];
  }
  yield block;
}

function content(message: string): Result<never, SideFault> {
  return err({ from: 'content', message });
}
