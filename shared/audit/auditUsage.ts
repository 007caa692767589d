import type { UsageColumns } from '../engine/program.ts';
import { rowFlag, type LedgerColumns } from '../ledger/ledgerColumns.ts';
import { rowKinds } from '../ledger/row.ts';
import { UsageBuilder } from '../scenario/usageBuilder.ts';
import type { UsageFileRows } from '../scenario/usageFileRows.ts';
import { isModelEvent, pricedDemand, type AuditTerms } from './terms.ts';

/** The index of the kind `use` among the kinds of rows. */
export const useKind = rowKinds.indexOf('use');

/** Usage to recompute with. `rowOf` gives for each event its row in the ledger, from 0, or -1 where no row shows it. */
export interface AuditUsage {
  readonly usage: UsageColumns;
  readonly rowOf: Int32Array;
}

/** What the terms make of a usage row: its demand in nanocredits, NaN where its meter or rate is unknown. */
export interface RatedRow {
  readonly demand: number;
  readonly flags: number;
  readonly calls: number;
}

/** Flags and calls that the terms state for events by id, where the ledger states none. */
export type StatedEvents = ReadonlyMap<string, { readonly flags: number; readonly calls: number }>;

/** The events that the terms list by id. */
export function statedEvents({ scenario }: AuditTerms): StatedEvents {
  const events = new Map<string, { flags: number; calls: number }>();
  for (const { id, whole, billable, use } of scenario.events) {
    const flags = (whole ? rowFlag.whole : 0) | (billable ? 0 : rowFlag.free);
    const calls = use.meter === null ? 1 : use.calls;
    if (id !== '' && (flags !== 0 || calls !== 1)) events.set(id, { flags, calls });
  }
  return events;
}

/** Rates one usage row of a ledger from its quantity, or takes its credits where it has none. @rule R18 R22 */
export function rateRow(terms: AuditTerms, ledger: LedgerColumns, events: StatedEvents, row: number): RatedRow {
  const known = ledger.flags[row] === 0 && ledger.calls[row] === 1 ? events.get(ledger.ids[row]!) : undefined;
  const flags = known?.flags ?? ledger.flags[row]!;
  const calls = known?.calls ?? ledger.calls[row]!;
  if ((flags & rowFlag.free) !== 0) return { demand: 0, flags, calls };
  const named = ledger.meter[row]!;
  const mantissa = ledger.quantity[row]!;
  if (named < 0 || Number.isNaN(mantissa)) return { demand: ledger.amounts.credits[row]!, flags, calls };
  const meter = terms.meters.get(ledger.meterIds[named]!);
  if (meter === undefined) return { demand: NaN, flags, calls };
  const counted = isModelEvent(terms, ledger.ids[row]!) ? 0 : calls;
  const at = ledger.at[row]!;
  const demand = pricedDemand(terms, { meter, at, mantissa, scale: ledger.quantityScale[row]!, calls: counted });
  return { demand, flags, calls };
}

/** Usage of some rows of a ledger, in time order. Rows without a known demand count as stated. */
export function usageOfLedger(terms: AuditTerms, ledger: LedgerColumns, rows: Uint32Array): AuditUsage {
  const events = statedEvents(terms);
  const builder = new UsageBuilder(rows.length);
  for (const row of rows) {
    const { demand, flags, calls } = rateRow(terms, ledger, events, row);
    const stated = ledger.amounts.credits[row]!;
    const named = ledger.meter[row]!;
    const index = builder.count++;
    builder.at[index] = ledger.at[row]!;
    builder.demand[index] = Number.isNaN(demand) ? Math.max(0, stated || 0) : demand;
    builder.flags[index] = flags;
    builder.calls[index] = calls;
    builder.meter[index] = named < 0 ? -1 : (terms.meters.get(ledger.meterIds[named]!) ?? -1);
    builder.quantity[index] = ledger.quantity[row]! || 0;
    builder.quantityScale[index] = ledger.quantityScale[row]!;
    builder.position[index] = row;
    builder.ids.push(ledger.ids[row]!);
  }
  const usage = builder.columns();
  return { usage, rowOf: usage.position };
}

/** A usage event of the independent record that cannot be rated. */
export interface UnratedRecord {
  readonly line: number;
  readonly reason: string;
}

/** Usage of the independent record, in time order; at one instant in the order of the ledger where its rows show it. */
export function usageOfRecord(
  terms: AuditTerms,
  record: UsageFileRows,
  shown: Int32Array,
): AuditUsage & { readonly unrated: readonly UnratedRecord[]; readonly outside: number } {
  const { start, end } = terms.program;
  const meters = record.meterIds.map((id) => terms.meters.get(id));
  const order = ordered(record, shown);
  const builder = new UsageBuilder(record.count);
  const unrated: UnratedRecord[] = [];
  const rows: number[] = [];
  let outside = 0;
  for (const index of order) {
    const at = record.at[index]!;
    if (at < start || at >= end) {
      outside += 1;
      continue;
    }
    const meter = record.meter[index]! < 0 ? -1 : meters[record.meter[index]!];
    const metered = { at, mantissa: record.mantissa[index]!, scale: record.scale[index]!, calls: record.calls[index]! };
    const demand =
      meter === undefined ? NaN : meter < 0 ? metered.mantissa : pricedDemand(terms, { meter, ...metered });
    if (Number.isNaN(demand)) {
      const name = record.meterIds[record.meter[index]!]!;
      const reason = meter === undefined ? `there is no meter ${name}` : `the meter ${name} has no rate for it`;
      unrated.push({ line: record.line[index]!, reason });
      continue;
    }
    const row = builder.count++;
    builder.at[row] = at;
    builder.demand[row] = (record.flags[index]! & rowFlag.free) === 0 ? demand : 0;
    builder.flags[row] = record.flags[index]!;
    builder.calls[row] = metered.calls;
    builder.meter[row] = meter ?? -1;
    builder.quantity[row] = meter === -1 ? 0 : metered.mantissa;
    builder.quantityScale[row] = meter === -1 ? 0 : metered.scale;
    builder.position[row] = record.line[index]!;
    builder.ids.push(record.ids[index]!);
    rows.push(shown[index]!);
  }
  return { usage: builder.columns(), rowOf: Int32Array.from(rows), unrated, outside };
}

/**
 * Records by time, at one instant in the order of the ledger's rows; an event that no row shows stays behind the one that it
 * follows in the record, so that it is missed where it is missing.
 */
function ordered({ count, at }: UsageFileRows, shown: Int32Array): number[] {
  const order = Array.from({ length: count }, (_, index) => index).sort((a, b) => at[a]! - at[b]! || a - b);
  const places = new Float64Array(count);
  let time = NaN;
  let place = -1;
  for (const index of order) {
    if (at[index] !== time) place = -1;
    time = at[index]!;
    if (shown[index]! >= 0) place = shown[index]!;
    places[index] = place;
  }
  return order.sort(
    (a, b) => at[a]! - at[b]! || places[a]! - places[b]! || Number(shown[a]! < 0) - Number(shown[b]! < 0) || a - b,
  );
}
