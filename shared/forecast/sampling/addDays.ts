import { tableShift } from './factorTable.ts';

/** Added to and taken from a number below 2^52, this rounds it half-even to a whole one. */
const rounder = 2 ** 52;
const highShift = 16 + tableShift;
const lowMask = 0xffff >>> tableShift;

/**
 * Adds each day's demand to `row`: its expectation × a factor drawn from the table, rounded half-even to whole nanocredits. A
 * word of the stream names two factors, the upper half first. The generator is xoshiro128** by Blackman and Vigna, written out
 * here for two words at a time, because this loop runs millions of times.
 */
export function addDrawnDays(row: Float64Array, expected: Float64Array, table: Float64Array, state: Int32Array): void {
  let a = state[0]!;
  let b = state[1]!;
  let c = state[2]!;
  let d = state[3]!;
  const days = expected.length;
  let day = 0;
  for (; day + 3 < days; day += 4) {
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
    row[day]! += expected[day]! * table[first >>> highShift]! + rounder - rounder;
    row[day + 1]! += expected[day + 1]! * table[(first >>> tableShift) & lowMask]! + rounder - rounder;
    row[day + 2]! += expected[day + 2]! * table[second >>> highShift]! + rounder - rounder;
    row[day + 3]! += expected[day + 3]! * table[(second >>> tableShift) & lowMask]! + rounder - rounder;
  }
  let word = 0;
  for (let left = 0; day < days; day++, left++) {
    if (left % 2 === 0) {
      const mixed = Math.imul(b, 5);
      word = Math.imul((mixed << 7) | (mixed >>> 25), 9);
      const shifted = b << 9;
      c ^= a;
      d ^= b;
      b ^= c;
      a ^= d;
      c ^= shifted;
      d = (d << 11) | (d >>> 21);
    }
    const rank = left % 2 === 0 ? word >>> highShift : (word >>> tableShift) & lowMask;
    row[day]! += expected[day]! * table[rank]! + rounder - rounder;
  }
}

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

/** Adds each day's demand: its expectation × its own factor × the factor of the day's common rank. */
export function addDaysOfTwo(
  row: Float64Array,
  expected: Float64Array,
  own: { readonly table: Float64Array; readonly halves: Uint16Array },
  common: { readonly table: Float64Array; readonly halves: Uint16Array },
): void {
  for (let day = 0; day < expected.length; day++) {
    const factor = own.table[own.halves[day]! >>> tableShift]! * common.table[common.halves[day]! >>> tableShift]!;
    row[day]! += expected[day]! * factor + rounder - rounder;
  }
}

/** Adds each day's demand: its expectation × the factor of its rank. */
export function addRankedDays(
  row: Float64Array,
  expected: Float64Array,
  table: Float64Array,
  halves: Uint16Array,
): void {
  for (let day = 0; day < expected.length; day++) {
    row[day]! += expected[day]! * table[halves[day]! >>> tableShift]! + rounder - rounder;
  }
}

/** Adds each day's expectation, rounded half-even to whole nanocredits. */
export function addExpectedDays(row: Float64Array, expected: Float64Array): void {
  for (let day = 0; day < expected.length; day++) row[day]! += expected[day]! + rounder - rounder;
}
