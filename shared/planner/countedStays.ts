import type { PathTerms } from '../forecast/pricing/pathTerms.ts';
import type { BillClasses } from './billClasses.ts';
import type { PathCurves } from './pathCurves.ts';

/**
 * Stays as places in a row of counts: bills of one class stand side by side, by what they would be at quantity 0 were they in
 * the class there. By stay: its place, and the next stay that begins at the same quantity, or -1.
 */
export interface CountedStays {
  readonly placeOf: Int32Array;
  readonly next: Int32Array;
  /** By quantity: the first stay that a path enters there, or -1. */
  readonly entered: Int32Array;
  /** By class: where its places begin, how many there are, and the bill of the first, in units. */
  readonly starts: Int32Array;
  readonly widths: Int32Array;
  readonly least: Float64Array;
  /** How many places there are. */
  readonly places: number;
}

/** Counts that may be kept: 4 bytes each. */
const mostPlaces = 16_000_000;

/** Finds a place for each stay that some quantity up to `most` has; null where there would be too many places. */
export function countedStays(
  curves: PathCurves,
  terms: PathTerms,
  classes: BillClasses,
  most: number,
): CountedStays | null {
  const { firstStay, until, paths } = curves;
  const stays = firstStay[paths]!;
  const classOf = new Uint8Array(stays);
  const base = new Float64Array(stays);
  const least = new Float64Array(classes.count).fill(Infinity);
  const greatest = new Float64Array(classes.count).fill(-Infinity);
  for (let path = 0; path < paths; path++) {
    for (let stay = firstStay[path]!; stay < firstStay[path + 1]!; stay++) {
      const each = classOfStay(curves, terms, classes, stay);
      const bill = baseOf(curves, classes, stay, each);
      classOf[stay] = each;
      base[stay] = bill;
      if (bill < least[each]!) least[each] = bill;
      if (bill > greatest[each]!) greatest[each] = bill;
      if (until[stay]! > most) break;
    }
  }
  const widths = greatest.map((last, each) => (last < least[each]! ? 0 : last - least[each]! + 1));
  const places = widths.reduce((sum, width) => sum + width, 0);
  if (!(places <= mostPlaces)) return null;
  const starts = new Int32Array(classes.count);
  for (let each = 1; each < classes.count; each++) starts[each] = starts[each - 1]! + widths[each - 1]!;
  const placeOf = new Int32Array(stays);
  const next = new Int32Array(stays);
  const entered = new Int32Array(most + 1).fill(-1);
  for (let path = 0; path < paths; path++) {
    let from = 0;
    for (let stay = firstStay[path]!; from <= most && stay < firstStay[path + 1]!; stay++) {
      const each = classOf[stay]!;
      placeOf[stay] = starts[each]! + base[stay]! - least[each]!;
      next[stay] = entered[from]!;
      entered[from] = stay;
      from = until[stay]!;
    }
  }
  return { placeOf, next, entered, starts, widths: Int32Array.from(widths), least, places };
}

function classOfStay(
  { close, whole }: PathCurves,
  terms: PathTerms,
  { firstClass }: BillClasses,
  stay: number,
): number {
  const closing = close[stay]!;
  if (closing < 0) return 0;
  const den = terms.closeDen[closing]!;
  return den === 1 ? firstClass[closing]! : firstClass[closing]! + (whole[stay]! % den);
}

function baseOf({ amount, whole }: PathCurves, { nums, dens, places, unit }: BillClasses, stay: number, each: number) {
  return (amount[stay]! + (nums[each]! * (whole[stay]! - places[each]!)) / dens[each]!) / unit;
}
