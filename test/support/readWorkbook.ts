import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** A cell as openpyxl reads it: `s` text, `n` number or nothing, `b` truth, `d` instant, `f` formula. */
export type ReadCell = readonly [type: string, value: string | number | boolean | null];

/** The rows of each sheet. */
export type ReadWorkbook = Readonly<Record<string, readonly (readonly ReadCell[])[]>>;

/** Debian's own, where there are several. */
const python = existsSync('/usr/bin/python3') ? '/usr/bin/python3' : 'python3';

/** Whether this machine has openpyxl, a reader of workbooks that shares nothing with our writer. */
export const hasOpenpyxl = spawnSync(python, ['-c', 'import openpyxl']).status === 0;

/** Reads a workbook by openpyxl. */
export function readWorkbook(file: string): ReadWorkbook {
  const script = `${import.meta.dirname}/readWorkbook.py`;
  const { status, stdout, stderr } = spawnSync(python, [script, file], { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as ReadWorkbook;
}
