import type { DeskSample } from '../../../../shared/rpc/auditViews.ts';

/** Rows to draw, as typed: 1 to 1,000; null where it is none. */
export function countOf(text: string): number | null {
  const digits = text.replace(/[\s,]/g, '');
  const count = /^[1-9]\d{0,3}$/.test(digits) ? Number(digits) : 0;
  return count >= 1 && count <= 1000 ? count : null;
}

/** A seed as typed: null leaves it to the host, undefined is none. */
export function seedOf(text: string): number | null | undefined {
  const digits = text.replace(/[\s,]/g, '');
  if (digits === '') return null;
  return /^\d{1,15}$/.test(digits) ? Number(digits) : undefined;
}

/** How many rows of a sample agreed, did not, and are still to be looked at. */
export function tickCounts(rows: DeskSample['rows']): {
  readonly agreed: number;
  readonly not: number;
  readonly open: number;
} {
  const agreed = rows.filter(({ tick }) => tick?.agreed === true).length;
  const not = rows.filter(({ tick }) => tick?.agreed === false).length;
  return { agreed, not, open: rows.length - agreed - not };
}
