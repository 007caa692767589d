import { assert } from '../../base/assert.ts';
import { lendKernel, openKernel, type Kernel } from './kernel.ts';

/** Rows that a thread works on, in one piece of memory: that of the kernel where there is one. */
export interface WorkRows {
  readonly kernel: Kernel | null;
  /** A row of numbers with room to the next eight, all zero. */
  take(length: number): Float64Array;
  /** A table's place in the memory; the same table is there once. */
  place(table: Float64Array): Float64Array;
}

/** Whose kernel rows lie in: one of their own, the thread's until it is lent anew, or none. */
export type KernelChoice = 'own' | 'lent' | 'none';

/** The least length from this on that the kernel can walk. */
export function padded(length: number): number {
  return Math.ceil(length / 8) * 8;
}

/** Room for rows of these lengths, and for these tables. */
export function workRows(
  lengths: readonly number[],
  tables: readonly Float64Array[],
  kernel: KernelChoice = 'own',
): WorkRows {
  const all = [...lengths, ...[...new Set(tables)].map((table) => table.length)];
  const bytes = all.reduce((sum, length) => sum + 8 * padded(length), 0);
  const opened = kernel === 'none' ? null : kernel === 'own' ? openKernel(bytes) : lendKernel(bytes);
  const buffer = opened?.buffer ?? new ArrayBuffer(bytes);
  const placed = new Map<Float64Array, Float64Array>();
  let used = 0;
  const take = (length: number): Float64Array => {
    const row = new Float64Array(buffer, used, length);
    used += 8 * padded(length);
    assert(used <= bytes, 'rows have the room that was asked for');
    return row;
  };
  const place = (table: Float64Array): Float64Array => {
    const known = placed.get(table) ?? take(table.length);
    if (!placed.has(table)) known.set(table);
    placed.set(table, known);
    return known;
  };
  return { kernel: opened, take, place };
}
