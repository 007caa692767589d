import { err, ok, type Result } from '../../shared/base/result.ts';
import { ledgerRows } from '../../shared/engine/rows.ts';
import { whyLedgerRow } from '../../shared/engine/whyLedgerRow.ts';
import type { LedgerView, RpcError, WhyNode } from '../../shared/rpc/views.ts';
import { scenarioAsRun } from '../../shared/scenario/scenarioAsRun.ts';
import { readDocument } from '../store/document.ts';
import { exportLedger } from '../store/ledgerExport.ts';
import { openLedger } from '../store/ledgerReader.ts';
import { verifyLedger } from '../store/ledgerVerifier.ts';
import { writeLedger } from '../store/ledgerWriter.ts';
import type { Ledger, Workspace } from '../store/workspaceTypes.ts';
import type { Events } from './events.ts';
import { exportIntoFolder } from './exports/exportIntoFolder.ts';
import { fromStore } from './fromStore.ts';
import type { Handlers } from './handlers.ts';
import type { OpenFolder } from './openFolder.ts';
import type { Output } from './output.ts';
import { runScenario } from './runScenario.ts';
import type { UsageFiles } from './usageFiles.ts';
import { engineVersion, policyVersion } from './versions.ts';

interface Parts {
  readonly open: OpenFolder;
  readonly files: UsageFiles;
  readonly events: Events;
  readonly output: Output;
}

type LedgerMethods = 'ledger.write' | 'ledger.open' | 'ledger.rows' | 'ledger.why' | 'ledger.verify' | 'ledger.export';

interface LedgerService {
  readonly handlers: Handlers<LedgerMethods>;
  /** The ledger at a path, as it was opened last. */
  at(path: string): Promise<Result<Ledger, RpcError>>;
}

/** Writes ledgers from scenarios, and opens, pages, verifies and exports them. */
export function ledgerService({ open, files, events, output }: Parts): LedgerService {
  /** The ledger looked at last: scrolling asks for page after page of it. */
  let last: { readonly workspace: Workspace; readonly path: string; readonly ledger: Ledger } | null = null;
  events.listen((told) => {
    const changed = told.event === 'workspace.changed' ? told.payload.paths : [];
    if (last && changed.some((path) => path === last?.path || path.startsWith(`${last?.path}/`))) last = null;
  });
  const openAnew = async (workspace: Workspace, path: string): Promise<Result<Ledger, RpcError>> => {
    const opened = fromStore(await openLedger(workspace, path));
    last = opened.ok ? { workspace, path, ledger: opened.value } : null;
    return opened;
  };
  const openAgain = async (workspace: Workspace, path: string) =>
    last?.workspace === workspace && last.path === path ? ok(last.ledger) : openAnew(workspace, path);
  const at = async (path: string): Promise<Result<Ledger, RpcError>> => {
    const workspace = open.workspace();
    return workspace.ok ? openAgain(workspace.value, path) : workspace;
  };
  const handlers: Handlers<LedgerMethods> = {
    'ledger.write': async ({ path }) => {
      const workspace = open.workspace();
      if (!workspace.ok) return workspace;
      const written = await writeFrom(workspace.value, files, path);
      if (written.ok)
        output.say(`Wrote ${written.value.path}: ${written.value.rowCount} rows, head ${written.value.head}`);
      return written;
    },
    'ledger.open': async ({ path }) => {
      const workspace = open.workspace();
      if (!workspace.ok) return workspace;
      const ledger = await openAnew(workspace.value, path);
      return ledger.ok ? ok(ledger.value.view) : ledger;
    },
    'ledger.rows': async ({ path, from, count }) => {
      const ledger = await at(path);
      return ledger.ok ? fromStore(await ledger.value.rows(from, count)) : ledger;
    },
    'ledger.why': async ({ path, row }) => {
      const ledger = await at(path);
      return ledger.ok ? whyRow(ledger.value, row) : ledger;
    },
    'ledger.verify': async ({ path, head }) => {
      const workspace = open.workspace();
      if (!workspace.ok) return workspace;
      const verified = fromStore(await verifyLedger(workspace.value, path, head));
      if (verified.ok) output.say(`Verified ${path}: ${verified.value.message}`);
      return verified;
    },
    'ledger.export': async ({ path, format }) => {
      const workspace = open.workspace();
      if (!workspace.ok) return workspace;
      const isOfRows = format === 'csv' || format === 'ndjson' || format === 'json';
      const exported = isOfRows
        ? fromStore(await exportLedger(workspace.value, path, format))
        : await exportIntoFolder(workspace.value, path, format);
      if (!exported.ok) return exported;
      const { path: made, rows, head } = exported.value;
      output.say(`Exported ${path} to ${made}: ${rows} rows, head ${head}`);
      return ok({ path: made });
    },
  };
  return { handlers, at };
}

async function writeFrom(workspace: Workspace, files: UsageFiles, path: string): Promise<Result<LedgerView, RpcError>> {
  const document = fromStore(await readDocument(workspace, path));
  if (!document.ok) return document;
  const { text } = document.value;
  const { scenario, run, diagnostics } = await runScenario({ text, readUsage: files.reader(workspace, path) });
  if (!scenario || !run)
    return err({ code: 'faults', message: `${path} has faults: no ledger is written.`, path, diagnostics });
  return fromStore(
    await writeLedger(workspace, {
      path: `${path.replace(/(?:\.scenario)?\.json$/, '')}.ledger`,
      name: scenario.name,
      currency: scenario.currency,
      engine: engineVersion,
      policy: policyVersion,
      scenario: scenarioAsRun(scenario.json.root!),
      rows: ledgerRows(run),
    }),
  );
}

async function whyRow(ledger: Ledger, row: number): Promise<Result<WhyNode, RpcError>> {
  const read = async (seq: number) => fromStore(await ledger.rows(seq - 1, 1));
  const page = await read(row);
  if (!page.ok) return page;
  const [found] = page.value.rows;
  if (!found) return err({ code: 'no-such-row', message: `The ledger has no row ${row}.` });
  const rowOf = async (seq: number) => {
    const cause = await read(seq);
    return cause.ok ? (cause.value.rows[0] ?? null) : null;
  };
  return ok(await whyLedgerRow(found, rowOf));
}
