import type { JsonValue } from '../../../shared/base/canonicalJson.ts';
import { err, ok, type Result } from '../../../shared/base/result.ts';
import { zoneOf, type Zone } from '../../../shared/calendar/zone.ts';
import type { LedgerRow } from '../../../shared/ledger/row.ts';
import type { CellsRow } from '../../../shared/rpc/rowViews.ts';
import type { RpcError } from '../../../shared/rpc/views.ts';
import type { StoreError } from '../../store/storeError.ts';
import { StoreFailure } from '../../store/storeError.ts';
import type { Ledger } from '../../store/workspaceTypes.ts';
import { storeRefusal } from '../refusalOf.ts';
import { cellsOfLedgerRow, cellsRow, ledgerColumns, ledgerGroups } from './ledgerColumns.ts';
import { blockRows, type RowsOf } from './rowsOf.ts';
import { stretches } from './stretches.ts';

/** The rows of a ledger on disk, each checked against the one before as it is read. */
export function rowsOfLedger(ledger: Ledger): RowsOf {
  const zone = zoneOfScenario(ledger.manifest?.scenario);
  return {
    columns: ledgerColumns,
    groupLabels: ledgerGroups,
    total: ledger.view.rowCount,
    ...(zone ? { zone } : {}),
    async *blocks() {
      for (let from = 0; from < ledger.view.rowCount; from += blockRows) {
        yield rowsOr(await ledger.rows(from, blockRows)).map(cellsOfLedgerRow);
      }
    },
    async at(positions) {
      const read = await Promise.all(stretches(positions).map(({ from, count }) => ledger.rows(from, count)));
      return inOrder(read, positions);
    },
  };
}

/** The zone that the scenario of a manifest names; null where it names none. */
function zoneOfScenario(scenario: JsonValue | undefined): Zone | null {
  if (typeof scenario !== 'object' || scenario === null || !('timeZone' in scenario)) return null;
  const { timeZone } = scenario;
  return typeof timeZone === 'string' ? zoneOf(timeZone) : null;
}

type PageResult = Result<{ readonly rows: readonly LedgerRow[] }, StoreError>;

function rowsOr(page: PageResult): readonly LedgerRow[] {
  if (!page.ok) throw new StoreFailure(page.error);
  return page.value.rows;
}

function inOrder(pages: readonly PageResult[], positions: Uint32Array): Result<readonly CellsRow[], RpcError> {
  const rows = new Map<number, CellsRow>();
  for (const page of pages) {
    if (!page.ok) return err(storeRefusal(page.error));
    for (const row of page.value.rows) rows.set(row.seq - 1, cellsRow(row));
  }
  return ok(Array.from(positions).flatMap((position) => rows.get(position) ?? []));
}
