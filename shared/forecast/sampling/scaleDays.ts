import { tableShift } from './factorTable.ts';

/** Added to and taken from a number below 2^52, this rounds it half-even to a whole one. */
const rounder = 2 ** 52;
const highShift = 16 + tableShift;
const lowMask = 0xffff >>> tableShift;

/**
 * Writes each day's demand: what is expected × a factor drawn from the table, rounded half-even to whole nanocredits. A word of
 * the stream names the factors of two days, the upper half first. The generator is xoshiro128** by Blackman and Vigna, written out here for four
 * words at a time: this loop runs millions of times.
 */
export function scaleDrawnDays(
  days: Float64Array,
  expected: Float64Array,
  table: Float64Array,
  state: Int32Array,
): void {
  let a = state[0]!;
  let b = state[1]!;
  let c = state[2]!;
  let d = state[3]!;
  const eights = days.length - (days.length % 8);
  for (let day = 0; day < eights; day += 8) {
    let mixed = Math.imul(b, 5);
    const first = Math.imul((mixed << 7) | (mixed >>> 25), 9);
    let shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    mixed = Math.imul(b, 5);
    const second = Math.imul((mixed << 7) | (mixed >>> 25), 9);
    shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    mixed = Math.imul(b, 5);
    const third = Math.imul((mixed << 7) | (mixed >>> 25), 9);
    shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    mixed = Math.imul(b, 5);
    const fourth = Math.imul((mixed << 7) | (mixed >>> 25), 9);
    shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    days[day] = expected[day]! * table[first >>> highShift]! + rounder - rounder;
    days[day + 1] = expected[day + 1]! * table[(first >>> tableShift) & lowMask]! + rounder - rounder;
    days[day + 2] = expected[day + 2]! * table[second >>> highShift]! + rounder - rounder;
    days[day + 3] = expected[day + 3]! * table[(second >>> tableShift) & lowMask]! + rounder - rounder;
    days[day + 4] = expected[day + 4]! * table[third >>> highShift]! + rounder - rounder;
    days[day + 5] = expected[day + 5]! * table[(third >>> tableShift) & lowMask]! + rounder - rounder;
    days[day + 6] = expected[day + 6]! * table[fourth >>> highShift]! + rounder - rounder;
    days[day + 7] = expected[day + 7]! * table[(fourth >>> tableShift) & lowMask]! + rounder - rounder;
  }
  state[0] = a;
  state[1] = b;
  state[2] = c;
  state[3] = d;
  scaleLastDays(days, expected, table, state, eights);
}

function scaleLastDays(
  days: Float64Array,
  expected: Float64Array,
  table: Float64Array,
  state: Int32Array,
  from: number,
): void {
  drawHalves(last, state);
  for (let day = from; day < days.length; day++) {
    days[day] = expected[day]! * table[last[day - from]! >>> tableShift]! + rounder - rounder;
  }
}

/** The draws of the last days, fewer than eight. */
const last = new Uint16Array(8);

/** Draws the 16-bit halves of a stream's words, the upper half first, one a day. */
export function drawHalves(halves: Uint16Array, state: Int32Array): void {
  let a = state[0]!;
  let b = state[1]!;
  let c = state[2]!;
  let d = state[3]!;
  for (let day = 0; day < halves.length; day += 2) {
    const mixed = Math.imul(b, 5);
    const word = Math.imul((mixed << 7) | (mixed >>> 25), 9);
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    halves[day] = word >>> 16;
    if (day + 1 < halves.length) halves[day + 1] = word & 0xffff;
  }
}

/** A table, and the draw that names each day's entry. */
export interface DrawnTable {
  readonly table: Float64Array;
  readonly halves: Uint16Array;
}

/** Writes each day's demand: what is expected × its own factor × that of the day's common rank, rounded once. */
export function scaleDaysByTwo(days: Float64Array, expected: Float64Array, own: DrawnTable, common: DrawnTable): void {
  for (let day = 0; day < days.length; day++) {
    const factor = own.table[own.halves[day]! >>> tableShift]! * common.table[common.halves[day]! >>> tableShift]!;
    days[day] = expected[day]! * factor + rounder - rounder;
  }
}

/** Writes each day's demand: what is expected × the factor that its draw names, rounded. */
export function scaleRankedDays(days: Float64Array, expected: Float64Array, { table, halves }: DrawnTable): void {
  for (let day = 0; day < days.length; day++) {
    days[day] = expected[day]! * table[halves[day]! >>> tableShift]! + rounder - rounder;
  }
}

/** Writes what is expected of each day, rounded half-even to whole nanocredits. */
export function roundDays(days: Float64Array, expected: Float64Array): void {
  for (let day = 0; day < days.length; day++) days[day] = expected[day]! + rounder - rounder;
}
