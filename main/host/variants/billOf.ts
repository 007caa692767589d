import type { Run } from '../../../shared/engine/outcome.ts';

/** The bill of a run, in minor units. */
export function billOf({ invoices }: Run): bigint {
  return invoices.reduce((sum, { total }) => sum + total, 0n);
}
