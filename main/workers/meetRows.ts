import { assert } from '../../shared/base/assert.ts';
import { PlainRows } from '../../shared/interchange/importers/plainRows.ts';
import type { RowBlock } from '../../shared/ledger/rowBlock.ts';

/** So many that most of it is hot by the end. */
const rows = 600;

const kinds = [
  'use,job-1,training,1.5,0.033333333,0.033333333,0,0,0,49999.966666667,0,0,R21,usage.events[0],',
  'use,job-20,training,46,1.533333333,1.533333333,0,0,0,43322.366666681,0,0,R21,usage.events[17],',
  'flex-close,,,,88684.266666375,,,88684,,0,0,0,R12,1,',
  'grant,,,,50000,50000,,,,50000,0,0,R5,1,',
];

/**
 * Reads rows of each sort to nothing. Months of usage may come before the first row of another kind: what was compiled for usage alone is
 * thrown away then, and rows are read at a fifth of the speed until it is compiled again. `memory` and `block` are those that are used later.
 */
export function meetRows(memory: Buffer, block: RowBlock): void {
  const row = (_: unknown, index: number): string =>
    `${index + 1},2026-01-01T0${index % 3}:00:00Z,${kinds[index % kinds.length]!}\n`;
  const until = memory.write(Array.from({ length: rows }, row).join(''), 'latin1');
  const reader = new PlainRows();
  reader.open(memory, 0, until);
  reader.fill(block);
  assert(reader.plain, 'rows of each sort are plain');
}
