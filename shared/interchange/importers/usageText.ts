import type { UsageRow } from '../mapping.ts';

/** The shape of a usage file. */
export interface UsageShape {
  /** Rows state quantities of meters, or credits. */
  readonly of: 'meters' | 'credits';
  /** A last column says which rows are recorded and free; it stands only where there are some. @rule R22 */
  readonly free: boolean;
}

/** The header of a usage file, with its line end. */
export function usageHeader({ of, free }: UsageShape): string {
  return `${of === 'credits' ? 'at,credits,id' : 'at,meter,quantity,id'}${free ? ',billable' : ''}\n`;
}

/** One row of a usage file, with its line end. Cells are quoted only where they must be, so equal rows are equal bytes. */
export function usageLine(row: UsageRow, { of, free }: UsageShape): string {
  const amount = of === 'credits' ? row.credits : `${cell(row.meter)},${row.quantity}`;
  return `${row.at},${amount},${cell(row.id)}${free ? `,${row.billable}` : ''}\n`;
}

function cell(text: string): string {
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
