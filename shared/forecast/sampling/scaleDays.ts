import { tableShift } from './factorTable.ts';

/** Added to and taken from a number below 2^52, this rounds it half-even to a whole one. */
const rounder = 2 ** 52;

/**
 * Draws the 16-bit halves of a stream's words, the upper half first, one a day. Four generators xoshiro128** by Blackman and Vigna
 * take turns, as vectors do it. Invariant: there is room for a multiple of eight.
 */
export function drawHalves(halves: Uint16Array, state: Int32Array): void {
  for (let lane = 0; lane < 4; lane++) {
    let a = state[lane]!;
    let b = state[4 + lane]!;
    let c = state[8 + lane]!;
    let d = state[12 + lane]!;
    for (let day = 2 * lane; day < halves.length; day += 8) {
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
      halves[day + 1] = word & 0xffff;
    }
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

/** Writes each day's demand: what is expected × the factor that its draw names, rounded half-even to whole nanocredits. */
export function scaleDrawnDays(days: Float64Array, expected: Float64Array, { table, halves }: DrawnTable): void {
  for (let day = 0; day < days.length; day++) {
    days[day] = expected[day]! * table[halves[day]! >>> tableShift]! + rounder - rounder;
  }
}

/** Writes what is expected of each day, rounded half-even to whole nanocredits. */
export function roundDays(days: Float64Array, expected: Float64Array): void {
  for (let day = 0; day < days.length; day++) days[day] = expected[day]! + rounder - rounder;
}
