import type { Run } from '../engine/outcome.ts';
import type { LedgerColumns } from '../ledger/ledgerColumns.ts';
import type { PlaceCase } from './auditCase.ts';
import { useKind } from './auditUsage.ts';
import { isOptionalKind } from './expectedRows.ts';
import { rowKinds } from '../ledger/row.ts';

/** Where the rows of a file stand: which lie outside the period, and which are out of time order, with the time they are taken to have. */
export interface Places {
  readonly cases: readonly PlaceCase[];
  readonly outside: ReadonlySet<number>;
  readonly times: ReadonlyMap<number, number>;
}

/** Holds the times of rows against each other and against the period `[start, end)`. @rule R3 R25 */
export function placesOf(
  ledger: LedgerColumns,
  { start, end }: { readonly start: number; readonly end: number },
): Places {
  const cases: PlaceCase[] = [];
  const outside = new Set<number>();
  const times = new Map<number, number>();
  const { at, kind, count } = ledger;
  const add = (row: number, order: PlaceCase['order'], beside: number): void => {
    const numbered = { seq: NaN, expectedSeq: 0 };
    const isUse = kind[row] === useKind;
    cases.push({ kind: 'place', row: row + 1, at: at[row]!, ...numbered, order, beside, start, end, isUse });
  };
  let latest = -Infinity;
  for (let row = 0; row < count; row++) {
    const time = at[row]!;
    const isUse = kind[row] === useKind;
    if (time < start || time > end || (isUse && time === end)) {
      outside.add(row);
      add(row, null, 0);
      continue;
    }
    if (time < latest) {
      times.set(row, latest);
      add(row, 'early', latest);
    } else if (isLate(at, row, count, latest)) {
      times.set(row, Math.max(latest, start));
      add(row, 'late', at[row + 1]!);
    } else latest = time;
  }
  return { cases, outside, times };
}

/** One row later than all that follow it, while those are in order with what came before. */
function isLate(at: Float64Array, row: number, count: number, latest: number): boolean {
  if (row + 1 >= count || at[row]! <= at[row + 1]! || at[row + 1]! < latest) return false;
  return row + 2 >= count || (at[row + 2]! >= at[row + 1]! && at[row]! > at[row + 2]!);
}

/** Row numbers that have gaps or repeat. Rows that a file may leave out may leave their numbers out as well. */
export function numberingCases(ledger: LedgerColumns, run: Run): PlaceCase[] {
  const { count, seq, at, kind } = ledger;
  const shown = new Set(kind);
  const optional = run.entries.filter((entry) => {
    const index = rowKinds.indexOf(entry.kind);
    return isOptionalKind[index] && !shown.has(index);
  });
  let spare = 0;
  let nextOptional = 0;
  const cases: PlaceCase[] = [];
  let stated = 0;
  let counted = 0;
  for (let row = 0; row < count; row++) {
    const number = seq[row]!;
    if (Number.isNaN(number)) continue;
    while (nextOptional < optional.length && optional[nextOptional]!.at <= at[row]!) {
      nextOptional += 1;
      spare += 1;
    }
    const gap = number - stated - 1;
    const follows = gap === 0 || number === counted + 1;
    const leftOut = gap > 0 && gap <= spare;
    if (leftOut) spare -= gap;
    if (!follows && !leftOut) {
      const period = { start: 0, end: 0, isUse: false };
      const place = { order: null, beside: 0, seq: number, expectedSeq: stated + 1 };
      cases.push({ kind: 'place', row: row + 1, at: at[row]!, ...place, ...period });
      counted += 1;
    } else counted = number;
    stated = number;
  }
  return cases;
}
