import type { LedgerManifest } from '../../shared/ledger/manifest.ts';
import type { LedgerView } from '../../shared/rpc/views.ts';

/** What the workbench shows of a ledger. */
export function ledgerView(path: string, manifest: LedgerManifest, damage: string | null): LedgerView {
  const { format, name, currency, rows, head, scenarioSha256, engine, policy, createdAt, closing } = manifest;
  return {
    path,
    format,
    name,
    currency,
    rowCount: rows,
    head,
    scenarioSha256,
    engine,
    policy,
    createdAt,
    closing,
    damage,
  };
}
