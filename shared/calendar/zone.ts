import { create, getTimeZoneTransition, offsetNanoseconds } from 'temporal-polyfill/fns/ZonedDateTime';

/** Offset of local time from UTC, from `from` (milliseconds UTC) until the next row. Units: milliseconds. */
interface OffsetRow {
  readonly from: number;
  readonly offset: number;
}

/**
 * A time zone over the years 1970 to 2099, as a table of its offsets, so that millions of rows convert without a calendar
 * object each. @rule R1
 */
export interface Zone {
  readonly id: string;
  /** Milliseconds UTC of a local time given as if it were UTC. Skipped times move forward; of two, the earlier. @rule R1 */
  toInstant(local: number): number;
  /** The local time of an instant, as milliseconds as if it were UTC. */
  toLocal(instant: number): number;
}

const earliest = Date.UTC(1970, 0, 1);
const latest = Date.UTC(2100, 0, 1);
const cache = new Map<string, Zone>();

/** The zone of an IANA name, or null where there is no such zone. Cached, for its table takes milliseconds to make. */
export function zoneOf(id: string): Zone | null {
  const known = cache.get(id);
  if (known) return known;
  if (!isZoneName(id)) return null;
  const zone = makeZone(id, offsetTable(id));
  cache.set(id, zone);
  return zone;
}

function isZoneName(id: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+\-/]*$/.test(id)) return false;
  try {
    create(0n, id);
    return true;
  } catch {
    return false;
  }
}

function offsetTable(id: string): OffsetRow[] {
  let at = create(BigInt(earliest) * 1_000_000n, id);
  const rows: OffsetRow[] = [{ from: -Infinity, offset: offsetNanoseconds(at) / 1e6 }];
  for (;;) {
    const next = getTimeZoneTransition(at, 'next');
    if (!next || next.epochMilliseconds >= latest) return rows;
    rows.push({ from: next.epochMilliseconds, offset: offsetNanoseconds(next) / 1e6 });
    at = next;
  }
}

function makeZone(id: string, rows: readonly OffsetRow[]): Zone {
  const starts = Float64Array.from(rows, (row) => row.from);
  const offsets = Float64Array.from(rows, (row) => row.offset);
  let recent = 0;
  const rowOf = (instant: number): number => {
    if (instant >= starts[recent]! && instant < (starts[recent + 1] ?? Infinity)) return recent;
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= instant) low = middle;
      else high = middle - 1;
    }
    recent = low;
    return low;
  };
  return {
    id,
    toLocal: (instant) => instant + offsets[rowOf(instant)]!,
    toInstant(local) {
      // The offset before any change near this local time is the right one both for a gap (it moves the time forward by
      // the gap) and for an overlap (it gives the earlier of the two); a change lies less than two days away from it.
      const day = 86_400_000;
      let row = rowOf(local - 2 * day);
      for (;;) {
        const instant = local - offsets[row]!;
        const change = starts[row + 1] ?? Infinity;
        if (instant < change || local - offsets[row + 1]! < change) return instant;
        row += 1;
      }
    },
  };
}
