import type { UsageColumns } from '../../engine/program.ts';
import { rowFlag } from '../../ledger/ledgerColumns.ts';
import { nanosOf } from '../../scenario/rateDemand.ts';
import type { AuditBasis } from '../basis.ts';
import { isModelEvent, type AuditTerms } from '../terms.ts';
import type { Variation } from './variation.ts';

/** Ids that a hypothesis names; the rest are counted. */
const named = 20;

/** Mistakes in usage that the audited files show: events counted twice, records left out, a rate change applied late. */
export function usageVariations(basis: AuditBasis, closes: readonly number[]): Variation[] {
  return [...duplicates(basis), ...missing(basis), ...staleRates(basis, closes)];
}

/** Rows of the ledger that repeat an event: by id, or alike and not in the record; or all of the usage twice. @rule R23 */
function duplicates({ ledger, identities, match, usage: { usage } }: AuditBasis): Variation[] {
  const variations: Variation[] = [];
  if (usage.count > 0) variations.push({ name: 'duplicate-usage', parameters: { events: 'all' }, repeated: 'all' });
  if (!ledger || !identities) return variations;
  const extra = match ? match.extra.filter((row) => identities.alike.has(row)) : [];
  const added = [...identities.twice, ...extra].sort((a, b) => a - b);
  if (added.length === 0) return variations;
  const ids = added.slice(0, named).map((row) => ledger.ids[row]!);
  return [{ name: 'duplicate-usage', parameters: { events: added.length, ids }, added }, ...variations];
}

/** Events of the record that no row shows. */
function missing({ ledger, match, usage: { usage, rowOf } }: AuditBasis): Variation[] {
  if (!ledger || !match) return [];
  const dropped: number[] = [];
  for (let index = 0; index < usage.count; index++) if (rowOf[index]! < 0) dropped.push(index);
  if (dropped.length === 0) return [];
  const ids = dropped.slice(0, named).map((index) => usage.ids[index]!);
  return [{ name: 'missing-usage', parameters: { events: dropped.length, ids }, dropped }];
}

const day = 86_400_000;

/** Each change of a rate, applied late: from the first row that has the new rate, or at a day or a month's end after it. @rule R18 */
function staleRates(
  { terms, ledger, usage: { usage, rowOf }, run }: AuditBasis,
  closes: readonly number[],
): Variation[] {
  const { start, end, meters } = terms.program;
  const variations: Variation[] = [];
  for (const [meter, { id, rates }] of meters.entries()) {
    for (let rate = 1; rate < rates.length; rate++) {
      const { from } = rates[rate]!;
      if (from >= end || rate === 0) continue;
      const shown = ledger && lastStale({ terms, ledger, usage, rowOf }, meter, rate);
      const days = Array.from({ length: 31 }, (_, index) => from + (index + 1) * day);
      const guesses = [...(shown ? [shown] : []), ...closes.filter((at) => at > from), ...days, end];
      for (const until of new Set(guesses.filter((at) => at > start && at <= end))) {
        const parameters = { meter: id, from: new Date(from).toISOString(), until: new Date(until).toISOString() };
        const demand = (varied: UsageColumns): Float64Array => staleDemand(terms, varied, { meter, rate, until });
        variations.push({ name: 'stale-rate', parameters, demand });
      }
    }
  }
  return run.program.usage.count > 200_000 ? variations.slice(0, 8) : variations;
}

interface Stale {
  readonly meter: number;
  /** The rate that came late. */
  readonly rate: number;
  readonly until: number;
}

/** Demand with the rate before in force until later. */
function staleDemand(terms: AuditTerms, usage: UsageColumns, { meter, rate, until }: Stale): Float64Array {
  const demand = usage.demand.slice();
  const { from } = terms.prices[meter]![rate]!;
  for (let row = 0; row < usage.count; row++) {
    if (usage.meter[row] !== meter || usage.at[row]! < from || usage.at[row]! >= until) continue;
    demand[row] = oldPrice(terms, usage, row, rate);
  }
  return demand;
}

function oldPrice(terms: AuditTerms, usage: UsageColumns, row: number, rate: number): number {
  if ((usage.flags[row]! & rowFlag.free) !== 0) return 0;
  const { price } = terms.prices[usage.meter[row]!]![rate - 1]!;
  const calls = isModelEvent(terms, usage.ids[row]!) ? 0 : usage.calls[row]!;
  return nanosOf(price, usage.quantity[row]!, usage.quantityScale[row]!, calls);
}

/** Just after the last row of the ledger that has the old rate's credits; null where none has. */
function lastStale(
  {
    terms,
    ledger,
    usage,
    rowOf,
  }: { terms: AuditTerms; ledger: NonNullable<AuditBasis['ledger']> } & AuditBasis['usage'],
  meter: number,
  rate: number,
): number | null {
  const { from } = terms.prices[meter]![rate]!;
  for (let index = usage.count - 1; index >= 0 && usage.at[index]! >= from; index--) {
    const row = rowOf[index]!;
    if (usage.meter[index] !== meter || row < 0) continue;
    const stated = ledger.amounts.credits[row]!;
    if (stated !== usage.demand[index] && stated === oldPrice(terms, usage, index, rate)) return usage.at[index]! + 1;
  }
  return null;
}
