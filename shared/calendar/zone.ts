import { create, getTimeZoneTransition, offsetNanoseconds } from 'temporal-polyfill/fns/ZonedDateTime';

/**
 * A time zone over the years 1970 to 2099, as a table of its offsets, so that millions of rows convert without a calendar
 * object each. The table is made of the decades that are asked for: a whole century takes a tenth of a second. @rule R1
 */
export interface Zone {
  readonly id: string;
  /** Milliseconds UTC of a local time given as if it were UTC. Skipped times move forward; of two, the earlier. @rule R1 */
  toInstant(local: number): number;
  /** The local time of an instant, as milliseconds as if it were UTC. */
  toLocal(instant: number): number;
}

const day = 86_400_000;
const firstDecade = 197;
const lastDecade = 209;
const cache = new Map<string, Zone>();

/** The zone of an IANA name, or null where there is no such zone. Cached with its table. */
export function zoneOf(id: string): Zone | null {
  const known = cache.get(id);
  if (known) return known;
  if (!isZoneName(id)) return null;
  const zone = makeZone(id);
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

/** The changes of a zone over some decades: offset `offsets[row]` holds from `starts[row]` until `starts[row + 1]`, in milliseconds. */
interface OffsetTable {
  readonly starts: number[];
  readonly offsets: number[];
}

function offsetTable(id: string, decades: Decades): OffsetTable {
  const until = startOf(decades.last + 1);
  let at = create(BigInt(startOf(decades.first)) * 1_000_000n, id);
  const starts = [decades.first === firstDecade ? -Infinity : at.epochMilliseconds];
  const offsets = [offsetNanoseconds(at) / 1e6];
  for (;;) {
    const next = getTimeZoneTransition(at, 'next');
    if (!next || next.epochMilliseconds >= until) break;
    starts.push(next.epochMilliseconds);
    offsets.push(offsetNanoseconds(next) / 1e6);
    at = next;
  }
  starts.push(decades.last === lastDecade ? Infinity : until);
  return { starts, offsets };
}

interface Decades {
  readonly first: number;
  readonly last: number;
}

const startOf = (decade: number): number => Date.UTC(decade * 10, 0, 1);

/** Times outside the years of a zone belong to its first and last offsets. */
function decadeOf(instant: number): number {
  const within = Math.min(Math.max(instant, startOf(firstDecade)), startOf(lastDecade + 1) - 1);
  return Math.floor(new Date(within).getUTCFullYear() / 10);
}

function makeZone(id: string): Zone {
  let known: Decades | null = null;
  let { starts, offsets }: OffsetTable = { starts: [Infinity], offsets: [] };
  let recent = 0;
  const include = (instant: number): void => {
    if (instant >= starts[0]! && instant < starts.at(-1)!) return;
    const decade = decadeOf(instant);
    known = { first: Math.min(decade, known?.first ?? decade), last: Math.max(decade, known?.last ?? decade) };
    ({ starts, offsets } = offsetTable(id, known));
    recent = 0;
  };
  const rowOf = (instant: number): number => {
    if (instant >= starts[recent]! && instant < starts[recent + 1]!) return recent;
    include(instant);
    let low = 0;
    let high = offsets.length - 1;
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
    toLocal(instant) {
      if (Number.isNaN(instant)) return NaN;
      const row = rowOf(instant);
      return instant + offsets[row]!;
    },
    toInstant(local) {
      if (Number.isNaN(local)) return NaN;
      // The offset before any change near this local time is the right one both for a gap (it moves the time forward by
      // the gap) and for an overlap (it gives the earlier of the two); a change lies less than two days away from it.
      include(local + 2 * day);
      let row = rowOf(local - 2 * day);
      for (;;) {
        const instant = local - offsets[row]!;
        const change = starts[row + 1]!;
        if (instant < change || local - offsets[row + 1]! < change) return instant;
        row += 1;
      }
    },
  };
}
