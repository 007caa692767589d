import type { ReplayedLedger } from '../../main/host/exports/replayLedger.ts';
import { formatInstant } from '../../shared/calendar/instant.ts';
import type { Run } from '../../shared/engine/outcome.ts';
import { ledgerRows, rowCount } from '../../shared/engine/rows.ts';
import type { ExportHead } from '../../shared/interchange/exporters/exportHead.ts';

/** A run as the ledger that it would be read back from. */
export function replayedLedger(run: Run): ReplayedLedger {
  const manifest = { name: 'Acme', rows: rowCount(run) } as ReplayedLedger['manifest'];
  return {
    run,
    manifest,
    async *rows() {
      yield await Promise.resolve([...ledgerRows(run)]);
    },
  };
}

/** What an export of a run says of its ledger. */
export function headOf({ program, ...run }: Run): ExportHead {
  const { currency, minorDigits, zone, start, end } = program;
  return {
    name: 'Acme',
    currency,
    minorDigits,
    timeZone: zone.id,
    from: formatInstant(start),
    until: formatInstant(end),
    rows: rowCount({ program, ...run }),
    head: 'a'.repeat(64),
    scenarioSha256: 'b'.repeat(64),
    engine: 'drawdown/0.1.0',
    policy: 'R1-R27',
  };
}
