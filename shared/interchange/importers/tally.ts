import type { ImportCounts, RefusedRow, UsageRow } from '../mapping.ts';
import type { ImportBatch } from './batch.ts';
import { formatScaled } from '../../base/decimal.ts';

/** Running counts and control totals of an import. Its size depends on the number of meters alone. */
export interface Tally {
  add(batch: ImportBatch): void;
  /** The first usage rows and refused rows, to show. */
  readonly rows: readonly UsageRow[];
  readonly refused: readonly RefusedRow[];
  counts(): ImportCounts;
}

interface Total {
  rows: number;
  /** Sum of whole quantities that are not in `units` yet. */
  whole: number;
  units: bigint;
  places: number;
}

/** A tally that keeps the first `rows` usage rows and the first `refused` refused ones. */
export function makeTally(keep: { readonly rows: number; readonly refused: number }): Tally {
  const totals = new Map<string, Total>();
  const rows: UsageRow[] = [];
  const refused: RefusedRow[] = [];
  const count = { read: 0, taken: 0, refused: 0, excluded: 0 };
  let first: string | null = null;
  let last: string | null = null;

  const addRow = (row: UsageRow): void => {
    if (rows.length < keep.rows) rows.push(row);
    if (first === null || row.at < first) first = row.at;
    if (last === null || row.at > last) last = row.at;
    const meter = row.credits === '' ? row.meter : 'credits';
    let total = totals.get(meter);
    if (!total) totals.set(meter, (total = { rows: 0, whole: 0, units: 0n, places: 0 }));
    total.rows += 1;
    addAmount(total, row.credits === '' ? row.quantity : row.credits);
  };

  return {
    rows,
    refused,
    add(batch) {
      count.read += batch.read;
      count.taken += batch.rows.length;
      for (const row of batch.rows) addRow(row);
      for (const refusal of batch.refused) {
        count[refusal.row.kind] += refusal.count;
        if (refused.length < keep.refused) refused.push(refusal.row);
      }
    },
    counts: () => ({
      ...count,
      totals: Array.from(totals, ([meter, total]) => ({ meter, rows: total.rows, quantity: textOf(total) })),
      first,
      last,
    }),
  };
}

/** Whole quantities, the common case, add up in a number that is emptied before it could lose a unit. */
function addAmount(total: Total, text: string): void {
  if (text.length <= 15 && !text.includes('.')) {
    total.whole += Number(text);
    if (total.whole >= 2 ** 52) flush(total);
    return;
  }
  const point = text.indexOf('.');
  const places = point < 0 ? 0 : text.length - point - 1;
  if (places > total.places) {
    flush(total);
    total.units *= 10n ** BigInt(places - total.places);
    total.places = places;
  }
  total.units += BigInt(text.replace('.', '')) * 10n ** BigInt(total.places - places);
}

function flush(total: Total): void {
  total.units += BigInt(total.whole) * 10n ** BigInt(total.places);
  total.whole = 0;
}

function textOf(total: Total): string {
  flush(total);
  return formatScaled(total.units, total.places);
}
